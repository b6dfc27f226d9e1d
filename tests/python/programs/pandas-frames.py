import pandas as pd

df = pd.DataFrame({"TV": [230.1, 44.5, 17.2], "units": [1, 2, 3], "city": ["Seoul", "Busan", "Jeju"]})
print(df)
print(df["TV"])
print(df[["TV", "units"]])
print(df.shape, len(df), list(df.columns), df.columns)
print(df.dtypes)
print(df.head(2))
print(df.tail(1))
