import numpy as np
from tensorflow import keras

keras.utils.set_random_seed(7)
X = np.random.rand(20, 3)
y = X @ np.array([1.0, 2.0, 3.0])
print(X[:2])
model = keras.Sequential([keras.layers.Dense(4, activation="relu", input_shape=(3,)), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(X, y, epochs=2, batch_size=8, verbose=2)  # chance
print("loss:", model.evaluate(X, y, verbose=0))  # chance
print(model.predict(X[:3], verbose=0))  # chance
print(len(model.history.history["loss"]))
