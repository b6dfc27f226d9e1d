import numpy as np
import pandas as pd

df = pd.DataFrame({"a": [1.0, np.nan, 3.0], "b": [4.0, 5.0, np.nan]})
print(df)
print(df.dropna())
print(df.fillna(0))
print(df.fillna(df.mean()))
print(df["a"].mean(), df.isnull())
