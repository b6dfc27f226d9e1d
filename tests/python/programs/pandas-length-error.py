import pandas as pd

pd.DataFrame({"a": [1, 2], "b": [1]})
