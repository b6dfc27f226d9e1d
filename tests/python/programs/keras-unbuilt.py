from tensorflow import keras
from tensorflow.keras import layers

model = keras.Sequential([layers.Dense(4, activation="relu"), layers.Dense(1)])
model.summary()
print(model.built, model.get_weights(), model)
print(model.layers)
