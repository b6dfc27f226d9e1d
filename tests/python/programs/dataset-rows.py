import numpy as np
import tensorflow as tf

x, y = np.arange(8.0).reshape(4, 2), np.array([10.0, 20.0, 30.0, 40.0])
ds = tf.data.Dataset.from_tensor_slices((x, y))
for features, label in ds:
    print(features, label.numpy())
for batch, labels in ds.batch(3):
    print(batch, labels)
print(len(ds), len(ds.batch(3)))
