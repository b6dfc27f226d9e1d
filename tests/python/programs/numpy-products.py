import numpy as np

x = np.array([1.0, -1.0])
w = np.array([[2.0, 1.0], [1.0, 1.0]])
print(x @ w, np.dot(x, x), w @ w)
print(w.dot(x), np.matmul(w, np.eye(2)), np.outer([1, 2], [3, 4]))
print(1 / (1 + np.exp(-(x @ w))))
