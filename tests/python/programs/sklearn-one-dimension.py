import numpy as np
from sklearn.preprocessing import StandardScaler

print(StandardScaler().fit_transform(np.array([[1.0], [3.0]])))
StandardScaler().fit(np.array([1.0, 2.0]))
