import numpy as np
from tensorflow import keras

model = keras.Sequential([keras.layers.Dense(1, input_shape=(2,))])
model.fit(np.zeros((4, 2)), np.zeros(4))
