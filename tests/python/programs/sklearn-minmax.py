import pandas as pd
from sklearn.preprocessing import MinMaxScaler

df = pd.DataFrame({"a": [1, 3, 5], "b": [10.0, 0.0, 40.0]})
scaler = MinMaxScaler()
print(scaler.fit_transform(df))
print(scaler.data_min_, scaler.data_max_, MinMaxScaler(feature_range=(-1, 1)).fit_transform(df))
