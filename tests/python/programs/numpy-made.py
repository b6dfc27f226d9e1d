import numpy as np

print(np.arange(5), np.arange(2, 10, 3), np.arange(0, 1, 0.25))
print(np.linspace(0, 1, 5))
print(np.zeros((2, 3)), np.ones(3), np.ones(3, dtype=int))
print(np.eye(3))
print(np.full((2, 2), 7), np.zeros_like(np.array([1, 2])))
