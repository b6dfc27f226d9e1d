"""The seed; random tensors are NumPy's."""

import _bridge
import numpy as np

from ._tensor import as_tensor


def set_seed(seed):
    _bridge.call("seed.set", seed=int(seed))


def normal(shape, mean=0.0, stddev=1.0):
    return as_tensor(np.random.normal(mean, stddev, shape), "float32")


def uniform(shape, minval=0, maxval=1):
    return as_tensor(np.random.uniform(minval, maxval, shape), "float32")


__getattr__ = _bridge.module_getattr("tensorflow.random", ["set_seed", "normal", "uniform"], {
    "random": "shuffle truncated_normal categorical Generator get_global_generator stateless_normal stateless_uniform",
})
