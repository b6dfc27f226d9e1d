import numpy as np
from tensorflow import keras

X = np.arange(12.0).reshape(6, 2) / 10
y = X.sum(axis=1)
model = keras.Sequential([keras.layers.Dense(1, input_shape=(2,), kernel_initializer="zeros")])
model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse", metrics=["mae"])
model.fit(X, y, epochs=3, batch_size=2, shuffle=False)
model.fit(X, y, epochs=2, batch_size=3, verbose=2, shuffle=False)
print(model.evaluate(X, y, verbose=0) == model.evaluate(X, y))
model.evaluate(X, y, verbose=2)
print(model.predict(X).shape)
