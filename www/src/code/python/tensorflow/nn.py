"""Activation functions of tensors."""

import _bridge

from keras import activations as _activations
from ._tensor import as_tensor


def _of(name):
    function = getattr(_activations, name)

    def applied(x):
        return function(as_tensor(x))

    applied.__name__ = applied._engine_name = name
    return applied


relu, sigmoid, tanh, softmax, elu, leaky_relu, selu, softplus, silu, gelu = [
    _of(name)
    for name in ("relu", "sigmoid", "tanh", "softmax", "elu", "leaky_relu", "selu", "softplus", "silu", "gelu")
]
swish = silu
__getattr__ = _bridge.module_getattr(
    "tensorflow.nn",
    ["relu", "sigmoid", "tanh", "softmax"],
    {
        "tensor": "conv2d max_pool dropout softmax_cross_entropy_with_logits sigmoid_cross_entropy_with_logits "
        "l2_loss moments "
        "embedding_lookup batch_normalization",
    },
)
