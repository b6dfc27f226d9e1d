import numpy as np

print("start")
np.arange(6).reshape(4, 2)
