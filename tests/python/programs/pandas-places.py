import pandas as pd

df = pd.DataFrame({"a": [1, 2, 3, 4], "b": [0.5, 1.5, 2.5, 3.5]})
print(df.iloc[0], df.iloc[1, 1], df.iloc[1:3])
print(df.loc[2, "b"], df.loc[0:1, ["a"]])
print(df.iloc[:, 0], df.iloc[[0, 3]])
print(df["b"].iloc[-1], df["a"].values, df.values)
df.loc[0, "a"] = 10
print(df)
