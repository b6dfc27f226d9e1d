import numpy as np

np.random.seed(0)
x = np.random.rand(1000)
print(x.mean(), x.std(), x.min(), x.max())
z = np.random.randn(500)
print(z[:12])
print(z.sum())
state = np.random.RandomState(7)
print(state.rand(2), state.randint(100, size=3), state.permutation(5))
words = ["a", "b", "c", "d"]
np.random.shuffle(words)
print(words)
