import numpy as np
import pandas as pd

df = pd.DataFrame({"i": np.arange(200), "half": np.arange(200) / 2})
print(df)
print(df["half"])
print(df.head(10))
