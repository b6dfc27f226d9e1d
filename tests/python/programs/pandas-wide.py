import numpy as np
import pandas as pd

df = pd.DataFrame(np.arange(48).reshape(2, 24) * 1000.25)
print(df)
print(pd.DataFrame(np.arange(6).reshape(3, 2), columns=["left", "right"]))
