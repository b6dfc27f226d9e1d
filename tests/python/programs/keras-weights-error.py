import numpy as np
from tensorflow import keras

model = keras.Sequential([keras.layers.Dense(3, input_shape=(4,))])
for weights in [[np.zeros((3, 3)), np.zeros(3)], [np.zeros((4, 3))]]:
    try:
        model.set_weights(weights)
    except ValueError as error:
        print(error)
model.get_layer("nothing")
