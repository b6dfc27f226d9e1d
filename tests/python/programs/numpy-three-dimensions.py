import numpy as np

a = np.arange(24).reshape(2, 3, 4)
print(a)
print(a[0, 1], a[:, 0, :], a.sum(axis=0).shape, a.mean(axis=(0, 1)))
print(a.transpose().shape, a[..., 0])
