import tensorflow as tf

model = tf.keras.models.Sequential([
    tf.keras.layers.Dense(10, input_shape=(4,), activation="sigmoid"),
    tf.keras.layers.Dense(10, activation="relu"),
    tf.keras.layers.Dense(1),
])
model.summary()
print(model.summary())
print(model.count_params(), len(model.layers), model.layers[0].name, model.name)
