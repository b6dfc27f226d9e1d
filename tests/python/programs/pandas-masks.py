import pandas as pd

df = pd.DataFrame({"a": [1, 2, 3, 4], "kind": ["x", "y", "x", "y"]})
print(df[df["a"] > 2])
print(df[(df["a"] > 1) & (df["kind"] == "y")])
print(df["kind"].value_counts())
print(df["kind"].unique().tolist(), df["kind"].nunique(), df["a"].isnull().sum())
