import numpy as np
from tensorflow import keras

X = np.array([[0.0], [1.0]])
model = keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(1, kernel_initializer="zeros")])
model.compile(loss="mse", optimizer="sgd")
show = keras.callbacks.LambdaCallback(on_epoch_end=lambda epoch, logs: print(epoch, "%.4f" % logs["loss"]))
batches = keras.callbacks.LambdaCallback(on_train_batch_end=lambda batch, logs: print("batch", batch))
model.fit(X, X, epochs=3, verbose=0, callbacks=[show], shuffle=False)
model.fit(X, X, epochs=1, batch_size=1, verbose=0, callbacks=[batches], shuffle=False)
rates = keras.callbacks.LearningRateScheduler(lambda epoch, rate: rate * 0.5)
print([round(rate, 6) for rate in model.fit(X, X, epochs=3, verbose=0, callbacks=[rates]).history["learning_rate"]])
