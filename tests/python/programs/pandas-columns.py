import pandas as pd

df = pd.DataFrame({"a": [1, 2], "b": [3.5, 4.0]})
df["sum"] = df["a"] + df["b"]
df["one"] = 1
df["square"] = df["a"] ** 2
print(df)
df = df.drop(columns=["one"])
print(df)
df = df.rename(columns={"sum": "total"})
print(df.columns.tolist())
