"""A small TensorFlow: Keras, data sets, seeds, and tensors to look at."""

import _bridge
import numpy as _np

from . import _tensor, data, random
from ._tensor import DType, Tensor, as_tensor, TensorShape
from . import nn
from . import keras

__version__ = "2.21.0"
float32, float64, int32, int64, bool = [DType(name) for name in ("float32", "float64", "int32", "int64", "bool")]
newaxis = None


def constant(value, dtype=None, shape=None):
    found = as_tensor(value, dtype)
    return found if shape is None else reshape(found, shape)


convert_to_tensor = as_tensor


def cast(x, dtype):
    return as_tensor(x, dtype)


def reshape(tensor, shape):
    return Tensor(as_tensor(tensor)._array.reshape(shape))


def zeros(shape, dtype=float32):
    return Tensor(_np.zeros(shape, dtype.name))


def ones(shape, dtype=float32):
    return Tensor(_np.ones(shape, dtype.name))


def range(*bounds):
    return as_tensor(list(_np.arange(*bounds)._flat))


def matmul(a, b):
    return as_tensor(a) @ b


def shape(x):
    return as_tensor(list(as_tensor(x).shape))


def _unary(name):
    def function(x):
        return Tensor(_np._array.unary(name, as_tensor(x)._array))

    return function


exp, sqrt, square, abs, tanh = [_unary(name) for name in ("exp", "sqrt", "square", "abs", "tanh")]


def _reduction(name):
    def function(x, axis=None):
        array = as_tensor(x)._array
        found = _np._array.reduction(name, array, axis)
        kind = array.dtype if name != "argmax" else _np._types.INT64
        return (
            Tensor(_np._array.make([_np._types.cast(found, kind)], (), kind))
            if not hasattr(found, "_flat")
            else Tensor(found)
        )

    return function


reduce_mean, reduce_sum, reduce_max, reduce_min = [_reduction(name) for name in ("mean", "sum", "max", "min")]
argmax = _reduction("argmax")


def one_hot(indices, depth):
    rows = [
        [1.0 if place == index else 0.0 for place in _np.arange(depth)._flat]
        for index in as_tensor(indices)._array._flat
    ]
    return as_tensor(rows)


def add(x, y):
    return as_tensor(x) + y


def multiply(x, y):
    return as_tensor(x) * y


def subtract(x, y):
    return as_tensor(x) - y


def executing_eagerly():
    return True


__getattr__ = _bridge.module_getattr(
    "tensorflow",
    ["keras", "data", "random", "nn", "constant", "convert_to_tensor", "cast", "reduce_mean", "reduce_sum", "matmul"],
    {
        "gradient": "GradientTape gradients custom_gradient stop_gradient",
        "tensor": "Variable function map_fn while_loop cond scan einsum transpose concat stack split gather where "
        "expand_dims squeeze "
        "math linalg signal strings sparse ragged TensorArray tensordot print eye fill zeros_like ones_like equal less "
        "greater maximum minimum pow divide log sigmoid clip_by_value boolean_mask py_function numpy_function Module",
        "image": "image io audio",
        "saving": "saved_model train lite",
        "old": "placeholder Session global_variables_initializer compat layers estimator contrib set_random_seed",
        "device": "config device distribute test debugging version sysconfig summary profiler autograph",
    },
)
