import numpy as np

x = np.array([0.0, 0.5, 1.0, 2.0])
print(np.exp(x), np.sqrt(x), np.tanh(x))
print(np.log(x + 1), np.abs(-x), np.square(x))
print(np.round([1.234, 5.678], 1), np.clip(x, 0.4, 1.5), np.sign([-2, 0, 3]))
print(np.maximum(x, 0.7), np.minimum([1, 5], [3, 2]), np.floor([1.7, -1.2]), np.ceil([1.2]))
print(np.exp(1), np.sqrt(16), np.pi, np.isnan([1.0, np.nan]))
