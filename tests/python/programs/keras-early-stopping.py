import numpy as np
from tensorflow import keras

X = np.array([[1.0], [2.0], [3.0]])
model = keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(1, kernel_initializer="zeros")])
model.compile(loss="mse", optimizer="sgd")
stop = keras.callbacks.EarlyStopping(monitor="loss", patience=3, min_delta=10, verbose=1)
history = model.fit(X, X, epochs=40, verbose=0, callbacks=[stop], shuffle=False)
print(len(history.epoch), stop.stopped_epoch)
best = keras.callbacks.EarlyStopping(monitor="loss", patience=1, min_delta=5, restore_best_weights=True, verbose=1)
print(len(model.fit(X, X, epochs=9, verbose=0, callbacks=best, shuffle=False).epoch))
