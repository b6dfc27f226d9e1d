import numpy as np
import tensorflow as tf

x = np.arange(10).reshape(5, 2)
ds = tf.data.Dataset.from_tensor_slices((x, np.arange(5))).batch(batch_size=2)
[(first, labels)] = ds.take(1)
print("first batch:\n", first)
print("labels:", labels)
for value in tf.data.Dataset.from_tensor_slices([1, 2, 3]).take(2):
    print(value)
print([int(value) for value in tf.data.Dataset.range(4)])
