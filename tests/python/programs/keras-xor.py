import numpy as np
from tensorflow import keras

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
y = np.array([[0], [1], [1], [0]])
model = keras.Sequential([
    keras.layers.Dense(2, input_shape=(2,), activation="tanh"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.set_weights(
    [np.array([[2.0, 1.5], [2.0, 1.5]]), np.array([-1.0, -2.0]), np.array([[2.0], [-2.0]]), np.array([-1.0])]
)
model.compile(loss="binary_crossentropy", optimizer=keras.optimizers.SGD(learning_rate=0.5), metrics=["accuracy"])
history = model.fit(X, y, epochs=300, batch_size=4, verbose=0, shuffle=False)
print(round(history.history["loss"][0], 3), history.history["accuracy"][-1])
print((model.predict(X, verbose=0) > 0.5).astype(int).ravel())
