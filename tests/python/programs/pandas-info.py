import pandas as pd

df = pd.DataFrame({"TV": [230.1, None, 17.2], "city": ["a", "b", "c"], "n": [1, 2, 3], "ok": [True, False, True]})
df.info()
print(df.isnull().sum())
print(df)
