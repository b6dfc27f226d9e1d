import pandas as pd

df = pd.DataFrame({"name": ["c", "a", "b"], "v": [3, 1, 2]})
print(df.sort_values("v"))
print(df.sort_values("v", ascending=False).reset_index(drop=True))
print(df.groupby("name")["v"].mean())
print(df["name"].map({"a": 0, "b": 1, "c": 2}), df["v"].apply(lambda v: v * 10))
for index, row in df.iterrows():
    print(index, row["name"], row["v"])
