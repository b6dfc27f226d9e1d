import pandas as pd

print(pd.Series([1.0, 2.5, 1000.123456]))
print(pd.Series([1e-7, 1.0]), pd.Series([1e10, 1.5]), pd.Series([0.1, 0.25]))
print(pd.DataFrame({"small": [1e-8, 1.0], "large": [1e12, 2.0], "mixed": [1.5, -22222.25]}))
print(pd.Series([1, 2, 3], index=["a", "b", "c"], name="counts"))
print(pd.Series([True, False]), pd.Series(["x", "y"]))
