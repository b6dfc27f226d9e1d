import numpy as np

np.random.seed(42)
print(np.random.rand(3), np.random.rand())
print(np.random.randn(2, 3))
print(np.random.uniform(-1, 1, size=4), np.random.normal(10, 2, 3))
print(np.random.randint(0, 10, 8), np.random.randint(6), np.random.randint(1, 7, size=(2, 3)))
print(np.random.permutation(8), np.random.choice([10, 20, 30], 5))
a = np.arange(6)
np.random.shuffle(a)
print(a, np.random.choice(9, 3, replace=False), np.random.choice(3, 4, p=[0.2, 0.5, 0.3]))
