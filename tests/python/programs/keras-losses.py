import numpy as np
from tensorflow import keras

X, y = np.array([[1.0], [2.0], [3.0]]), np.array([[0.0], [1.0], [1.0]])
for loss in ["mse", "mae", "mean_squared_error", "binary_crossentropy", keras.losses.MeanSquaredError(), "huber"]:
    model = keras.Sequential(
        [keras.Input(shape=(1,)), keras.layers.Dense(1, activation="sigmoid", kernel_initializer="ones")]
    )
    model.compile(loss=loss, optimizer="sgd")
    print("%.4f" % model.evaluate(X, y, verbose=0))
