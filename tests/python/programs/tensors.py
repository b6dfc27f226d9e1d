import numpy as np
import tensorflow as tf

print(tf.constant([[1.0, 2.0], [3.0, 4.0]]))
print(tf.constant([1, 2, 3]), tf.constant(2.5), repr(tf.constant([1, 2])))
t = tf.convert_to_tensor(np.array([1.5, 2.5]))
print(t, t.numpy(), t.shape, t + 1, tf.reduce_mean(t), tf.square(t), tf.cast(t, tf.int32))
print(tf.matmul(tf.constant([[1.0, 2.0]]), tf.constant([[3.0], [4.0]])), float(tf.reduce_sum(t)))
