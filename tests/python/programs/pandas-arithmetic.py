import pandas as pd

df = pd.DataFrame({"a": [1.0, 2.0, 3.0], "b": [10.0, 20.0, 40.0]})
print(df * 2)
print((df - df.mean()) / df.std())
print(df["a"] / df["b"], 1 - df["a"], df["a"] > 1.5)
print((df - df.min()) / (df.max() - df.min()))
