"""The length of a vector; what solves systems is not there."""

import math

import _bridge

from . import _array as a
from . import _types as t


def norm(x, axis=None):
    if axis is not None:
        raise NotImplementedError("norm along an axis is not available on this page")
    return t.float64(math.sqrt(sum(value * value for value in a.as_array(x)._flat)))


__getattr__ = _bridge.module_getattr("numpy.linalg", ["norm"], {
    "numpy": "inv pinv solve det eig eigh svd lstsq qr cholesky matrix_rank matrix_power",
})
