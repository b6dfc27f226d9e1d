import numpy as np

a = np.arange(6)
print(a.reshape(2, 3))
print(a + np.arange(4))
