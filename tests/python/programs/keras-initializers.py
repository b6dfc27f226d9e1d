from tensorflow import keras
from tensorflow.keras import initializers, layers

model = keras.Sequential([
    keras.Input(shape=(3,)),
    layers.Dense(2, kernel_initializer="zeros", bias_initializer="ones"),
    layers.Dense(2, kernel_initializer=initializers.Constant(0.5), bias_initializer=initializers.Zeros()),
    layers.Dense(1, kernel_initializer="ones"),
])
print(model.get_weights())
drawn = keras.layers.Dense(3, input_shape=(2,))
keras.Sequential([drawn])
print(drawn.get_weights()[0].shape, drawn.get_weights()[1])
