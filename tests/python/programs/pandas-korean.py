import pandas as pd

표 = pd.DataFrame({"광고": [10, 20], "매출": [1.5, 2.5]})
print(표)
print(표["매출"].mean(), list(표.columns))
