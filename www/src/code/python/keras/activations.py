"""Activation functions as objects: of arrays too, where a program looks at a curve."""

import math

import _bridge


def _function(name, each=None):
    def function(x):
        import numpy as np
        if each is None:
            raise _bridge.not_there("activation", name, "keras.activations." + name + " of numbers is not available "
                                    "on this page")
        x = np.asarray(x)
        kind = x.dtype if x.dtype.kind == "f" else np._types.FLOAT32
        import tensorflow as tf
        return tf._tensor.Tensor(
            np._array.make([np._types.cast(each(value), kind) for value in x._flat], x.shape, kind)
        )

    function.__name__ = function._engine_name = name
    return function


def _sigmoid(x):
    return 1 / (1 + math.exp(-x)) if x >= 0 else math.exp(x) / (1 + math.exp(x))


relu = _function("relu", lambda x: x if x > 0 else 0.0)
sigmoid = _function("sigmoid", _sigmoid)
tanh = _function("tanh", math.tanh)
linear = _function("linear", lambda x: x)
softplus = _function("softplus", lambda x: math.log1p(math.exp(-abs(x))) + max(x, 0.0))
silu = swish = _function("silu", lambda x: x * _sigmoid(x))
elu = _function("elu", lambda x: x if x > 0 else math.expm1(x))
leaky_relu = _function("leaky_relu", lambda x: x if x > 0 else 0.2 * x)
softmax, selu, gelu, softsign, exponential, hard_sigmoid, mish, relu6 = [
    _function(name) for name in ("softmax", "selu", "gelu", "softsign", "exponential", "hard_sigmoid", "mish", "relu6")]


def get(identifier):
    return globals()[identifier or "linear"] if not callable(identifier) else identifier


__getattr__ = _bridge.module_getattr("keras.activations", ["relu", "sigmoid", "tanh", "linear", "softmax", "elu"], {})
