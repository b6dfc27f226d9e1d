import numpy as np
import tensorflow as tf

x = np.arange(12.0).reshape(6, 2) / 10
y = x.sum(axis=1)
ds = tf.data.Dataset.from_tensor_slices((x, y)).batch(4)
model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(2,), kernel_initializer="zeros")])
model.compile(loss="mse", optimizer=tf.keras.optimizers.SGD(0.1))
history = model.fit(ds, epochs=2, verbose=2)
print("%.4f" % model.evaluate(ds, verbose=0), model.predict(ds, verbose=0).shape)
