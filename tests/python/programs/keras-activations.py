import numpy as np
from tensorflow import keras

x = np.array([[-2.0, -0.5, 0.0, 0.5, 2.0]])
for name in ["linear", "relu", "sigmoid", "tanh", "softmax", "elu", "softplus", "selu"]:
    model = keras.Sequential(
        [keras.Input(shape=(5,)), keras.layers.Dense(5, activation=name, kernel_initializer="identity")]
    )
    print(name, model.predict(x, verbose=0).round(4))
