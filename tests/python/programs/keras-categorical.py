import numpy as np
from tensorflow.keras.utils import to_categorical

print(to_categorical([0, 2, 1, 2]))
print(to_categorical(np.array([1, 0]), num_classes=3), to_categorical([[0], [1]]).shape)
to_categorical([3], 2)
