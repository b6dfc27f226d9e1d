import numpy as np
from tensorflow import keras

X = np.linspace(0, 1, 10).reshape(-1, 1)
y = 3 * X
model = keras.Sequential([keras.layers.Dense(1, input_shape=(1,), kernel_initializer="zeros")])
model.compile(optimizer="sgd", loss="mse", metrics=["mae"])
history = model.fit(X, y, epochs=2, validation_split=0.2, verbose=2, shuffle=False)
print(list(history.history.keys()), history.epoch)
history = model.fit(X, y, epochs=2, validation_data=(X[:4], y[:4]), verbose=0, shuffle=False, batch_size=4)
print({name: [round(value, 3) for value in values] for name, values in history.history.items()})
