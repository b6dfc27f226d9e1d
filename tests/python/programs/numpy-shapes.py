import numpy as np

a = np.arange(12)
m = a.reshape(3, 4)
print(m)
print(m.T)
print(m.flatten(), a.reshape(2, -1).shape, a.reshape(-1, 1).shape)
print(np.expand_dims(a[:3], axis=1))
print(np.expand_dims(a[:3], axis=0).shape, m.astype(float)[0])
