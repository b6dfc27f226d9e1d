import numpy as np
from sklearn.preprocessing import StandardScaler

X = np.array([[1.0, 200.0], [2.0, 300.0], [4.0, 700.0]])
scaler = StandardScaler()
Z = scaler.fit_transform(X)
print(Z)
print(scaler.mean_, scaler.scale_, scaler.var_, scaler)
print(scaler.transform([[3, 400]]), scaler.inverse_transform(Z), Z.mean(axis=0).round(6), Z.std(axis=0))
