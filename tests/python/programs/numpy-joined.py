import numpy as np

a, b = np.array([[1, 2], [3, 4]]), np.array([[5, 6]])
print(np.concatenate([a, b]))
print(np.vstack([a, b]).shape, np.hstack([a, a]))
print(np.column_stack(([1, 2, 3], [4, 5, 6])))
print(np.stack([[1, 2], [3, 4]]), np.append([1, 2], 3), np.tile([1, 2], 2), np.repeat([1, 2], 2))
print(np.unique([3, 1, 2, 3, 1]), np.unique(["b", "a", "b"], return_counts=True))
