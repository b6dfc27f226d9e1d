import numpy as np
from tensorflow import keras

model = keras.Sequential([keras.Input(shape=(2,)), keras.layers.Dense(2, activation="sigmoid"), keras.layers.Dense(1)])
model.layers[0].set_weights([np.array([[2.0, 1.0], [1.0, 1.0]]), np.array([0.0, 0.0])])
model.layers[1].set_weights([np.array([[1.0], [-2.0]]), np.array([0.5])])
print(model.predict(np.array([[1.0, -1.0], [0.5, 2.0]]), verbose=0))
kernel, bias = model.layers[0].get_weights()
print(kernel, bias)
print([array.shape for array in model.get_weights()], [array.dtype for array in model.get_weights()][0])
