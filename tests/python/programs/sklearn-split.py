import numpy as np
from sklearn.model_selection import train_test_split

X, y = np.arange(20).reshape(10, 2), np.arange(10)
train_X, test_X, train_y, test_y = train_test_split(X, y, test_size=0.3, random_state=42)
print(train_X.shape, test_X, train_y, test_y)
print(train_test_split(y, test_size=4, random_state=0), train_test_split(y, shuffle=False))
np.random.seed(100)
print(train_test_split(y, test_size=0.3)[1], train_test_split(list("abcdef"), test_size=2, random_state=3))
