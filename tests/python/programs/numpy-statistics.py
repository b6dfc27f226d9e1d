import numpy as np

a = np.array([[1.5, 2.5, 3.0], [4.0, 5.5, 6.25]])
print(a.sum(), a.mean(), a.std(), a.var(), a.min(), a.max())
print(a.sum(axis=0), a.mean(axis=1), a.std(axis=0), a.max(axis=1))
print(a.argmax(), a.argmin(axis=1), np.median(a), np.percentile(a, 25))
print(np.sum([0.1] * 10), np.mean([1, 2, 4]), np.cumsum([1, 2, 3]))
print([np.mean(a), np.max(a), a.sum()])
