import numpy as np

a = np.array([3, -1, 4, -1, 5])
print(a > 0, a[a > 0], (a > 0).sum(), np.where(a > 0, a, 0))
a[a < 0] = 0
print(a, np.where(a == 0)[0], (a > 1) & (a < 5), ~(a > 1))
print(np.any(a > 4), np.all(a >= 0))
