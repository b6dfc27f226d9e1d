import numpy as np

m = np.arange(6).reshape(2, 3)
print(m + 10)
print(m * np.array([1, 10, 100]))
print(m - m.mean(axis=0))
print(m / np.array([[1], [2]]))
print(2 ** np.arange(5), 1 / np.array([1, 2, 4]), 7 // np.array([2, 3]), np.arange(5) % 3)
m += 1
print(m, -m)
