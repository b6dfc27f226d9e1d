import pandas as pd

df = pd.DataFrame({"a": [1, 2], "b": [3, 4]})
print(df.drop(columns=["a"]))
df.drop(columns=["c"])
