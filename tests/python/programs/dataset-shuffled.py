import numpy as np
import tensorflow as tf

tf.random.set_seed(1)
ds = tf.data.Dataset.from_tensor_slices((np.arange(6.0), np.arange(6.0) * 2)).shuffle(6).batch(4)
for x, y in ds:
    print(x.shape, bool((x * 2 == y).numpy().all()), x.dtype)
print(sorted(int(v) for x, y in ds for v in x.numpy()))
