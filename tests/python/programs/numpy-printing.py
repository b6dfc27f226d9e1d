import numpy as np

print(np.array([0.1, 100.25, 3]))
print(np.array([1e-5, 1.0]), np.array([1e8, 1.0]), np.array([123456.789, 0.5]))
print(np.array([[1.5, -2.25], [np.nan, np.inf]]))
print(np.arange(2000))
print(np.arange(60).reshape(3, 20) * 1.5)
print(np.random.RandomState(1).rand(4, 3) * 1000)
print(np.array([1 / 3, 2 / 3], dtype=np.float32), np.float32(0.1), np.float64(0.1))
print(np.array(["sun", "moon"]), np.array([True, False]), np.array([]))
