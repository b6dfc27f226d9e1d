import pandas as pd

df = pd.DataFrame({"size": [1, 2, 3], "color": ["red", "blue", "red"]})
print(pd.get_dummies(df))
print(pd.get_dummies(df["color"], dtype=int))
print(pd.get_dummies(df, columns=["color"], drop_first=True))
