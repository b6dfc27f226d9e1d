import numpy as np
from tensorflow import keras

X, y = np.array([[1.0], [2.0], [3.0]]), np.array([[3.0], [5.0], [7.0]])
for optimizer in ["sgd", "adam", "rmsprop", keras.optimizers.Adam(learning_rate=0.1),
                  keras.optimizers.SGD(learning_rate=0.01, momentum=0.9), keras.optimizers.RMSprop(0.05)]:
    model = keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(1, kernel_initializer="zeros")])
    model.compile(loss="mse", optimizer=optimizer)
    losses = model.fit(X, y, epochs=4, verbose=0, shuffle=False).history["loss"]
    print(["%.4f" % loss for loss in losses])
