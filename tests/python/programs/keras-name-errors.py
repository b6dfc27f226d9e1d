import numpy as np
from tensorflow import keras

for make in [lambda: keras.layers.Dense(3, activation="reluu"), lambda: keras.layers.Dense(3, activaton="relu"),
             lambda: keras.layers.Dense(-1), lambda: keras.layers.Dense(3, kernel_initializer="zeross"),
             lambda: keras.layers.Dropout(1.5), lambda: keras.optimizers.Adam(lr=0.1), lambda: keras.Sequential([3]),
             lambda: keras.layers.Dense()]:
    try:
        make()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
model = keras.Sequential([keras.layers.Dense(1, input_shape=(2,))])
model.compile(loss="msee", optimizer="sgd")
try:
    model.fit(np.zeros((4, 2)), np.zeros(4))
except ValueError as error:
    print(error)
model.compile(loss="mse", optimizer="adamm")
