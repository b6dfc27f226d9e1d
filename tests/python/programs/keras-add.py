from tensorflow import keras
from tensorflow.keras import layers
from tensorflow.keras.models import Sequential

model = Sequential()
model.add(layers.Dense(8, input_dim=3, activation="tanh"))
model.add(layers.Dropout(0.2))
model.add(layers.BatchNormalization())
model.add(layers.Activation("relu"))
model.add(layers.Dense(2, activation="softmax", name="answer"))
model.summary()
other = keras.Sequential([keras.Input(shape=(2,)), layers.Flatten(), layers.Dense(1, use_bias=False)], name="small")
other.summary()
print([layer.name for layer in model.layers], model.output_shape, model.input_shape)
