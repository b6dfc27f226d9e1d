import numpy as np

a = np.array([1, 2, 3])
b = np.array([1.5, 2.0, 3.25])
c = np.array([[1, 2], [3, 4]], dtype=np.float32)
print(a, b)
print(c)
print([a, b, c])
print(a.dtype, b.dtype, c.dtype, c.shape, c.ndim, c.size, len(c))
