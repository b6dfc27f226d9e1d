import numpy as np

a = np.arange(20).reshape(4, 5)
print(a[0], a[-1], a[1, 2])
print(a[:, 1])
print(a[1:3, ::2])
print(a[[0, 2]])
print(a[[0, 1, 2], [4, 3, 2]])
a[0, 0] = 99
a[1] = 0
a[:, 4] = [1, 2, 3, 4]
print(a)
row = a[2]
row[0] = -1
print(a[2])
