import pandas as pd

df = pd.DataFrame({"x": [1, 2, 3, 4], "y": [2.0, 4.1, 5.9, 8.2], "z": [4, 1, 3, 2]})
print(df.corr())
print(df.T)
print(df["y"].round(0), df["y"].astype(int), df["x"].tolist(), df.sample(2, random_state=1))
