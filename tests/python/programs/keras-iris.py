import numpy as np
from sklearn.datasets import load_iris
from sklearn.preprocessing import StandardScaler
from tensorflow import keras

iris = load_iris()
X, y = StandardScaler().fit_transform(iris.data), keras.utils.to_categorical(iris.target)
print(y[[0, 60, 120]])
model = keras.Sequential(
    [keras.Input(shape=(4,)), keras.layers.Dense(3, activation="softmax", kernel_initializer="zeros")]
)
model.compile(optimizer=keras.optimizers.SGD(0.1), loss="categorical_crossentropy", metrics=["accuracy"])
history = model.fit(X, y, epochs=30, batch_size=150, verbose=0, shuffle=False)
print(["%.3f" % loss for loss in history.history["loss"][:3]], "%.3f" % history.history["accuracy"][-1])
print(np.argmax(model.predict(X[::25], verbose=0), axis=1))
sparse = keras.Sequential(
    [keras.Input(shape=(4,)), keras.layers.Dense(3, activation="softmax", kernel_initializer="zeros")]
)
sparse.compile(optimizer="sgd", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
print(["%.4f" % score for score in sparse.evaluate(X, iris.target, verbose=0)])
