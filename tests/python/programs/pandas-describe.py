import pandas as pd

df = pd.DataFrame({"TV": [230.1, 44.5, 17.2, 151.5], "Sales": [22.1, 10.4, 9.3, 18.5], "n": [1, 2, 3, 4]})
print(df.describe())
print(df["Sales"].describe())
print(df.mean())
print(df.std(), df.min(), df.max(), df["TV"].mean(), df["TV"].std(), df["n"].sum(), df["n"].median())
