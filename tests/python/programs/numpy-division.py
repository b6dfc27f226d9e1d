import numpy as np

with_zero = np.array([1.0, 0.0, -1.0])
print(with_zero / np.array([2.0, 1.0, 4.0]))
print(np.array([7, 8]) / 2, np.array([7, 8]) // 2, np.array([1, 2]) ** 2, np.array([2.0]) ** 0.5)
print(np.array([1, 2]) == np.array([1, 3]), np.array_equal([1, 2], [1, 2]), np.allclose([0.1 + 0.2], [0.3]))
