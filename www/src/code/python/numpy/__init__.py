"""A small numpy: what beginners' programs with networks use, printed as NumPy prints it."""

import math

import _bridge

from . import _array, _methods, _print, _reduce, linalg, random
from ._array import array, as_array, ndarray
from ._make import (
    append, arange, argwhere, atleast_2d, bincount, column_stack, concatenate, diff, empty, expand_dims, eye, full,
    full_like, hstack, identity, linspace, meshgrid, ones, ones_like, outer, percentile, repeat, split, stack, tile,
    unique, vstack, where, zeros, zeros_like,
)
from ._types import bool_, dtype, float32, float64, int32, int64, str_, uint8

_methods.attach()

__version__ = "2.4.6"
pi, e, inf, nan, newaxis = math.pi, math.e, math.inf, math.nan, None
float16, int8, int16 = float32, int32, int32
integer, floating, number = int64, float64, float64
bool = bool_


def _unary(name):
    return lambda x: _array.unary(name, x)


exp, log, log2, log10, log1p, expm1 = [_unary(name) for name in ("exp", "log", "log2", "log10", "log1p", "expm1")]
sqrt, tanh, sinh, cosh, sin, cos = [_unary(name) for name in ("sqrt", "tanh", "sinh", "cosh", "sin", "cos")]
tan, arctan, arcsin, arccos = [_unary(name) for name in ("tan", "arctan", "arcsin", "arccos")]
radians, degrees, floor, ceil = [_unary(name) for name in ("radians", "degrees", "floor", "ceil")]
abs = absolute = fabs = _unary("abs")
square, sign, negative = [_unary(name) for name in ("square", "sign", "negative")]
isnan, isinf, isfinite, logical_not = [_unary(name) for name in ("isnan", "isinf", "isfinite", "logical_not")]
round = around = round_ = _array.rounded
deg2rad, rad2deg = radians, degrees


def _binary(name):
    return lambda x, y: _array.arithmetic(name, x, y)


add, subtract, multiply, divide = [_binary(name) for name in ("add", "subtract", "multiply", "divide")]
power, mod, floor_divide = [_binary(name) for name in ("power", "remainder", "floor_divide")]
maximum, minimum = _binary("maximum"), _binary("minimum")
true_divide = divide


def _comparison(name):
    return lambda x, y: _array.compare(name, x, y)


equal, not_equal, less = _comparison("equal"), _comparison("not_equal"), _comparison("less")
less_equal, greater, greater_equal = [_comparison(name) for name in ("less_equal", "greater", "greater_equal")]


def logical_and(x, y):
    return _array.logical("logical_and", x, y)


def logical_or(x, y):
    return _array.logical("logical_or", x, y)


def _reduction(name):
    def function(a, axis=None, dtype=None, keepdims=False, **settings):
        own = getattr(a, "_is_pandas", None) and getattr(a, name, None)
        if own:
            return own() if axis is None else own(axis=axis)
        found = as_array(a)
        return _array.reduction(name, found.astype(dtype) if dtype is not None else found, axis, keepdims, **settings)

    return function


sum, mean, std, var, prod = [_reduction(name) for name in ("sum", "mean", "std", "var", "prod")]
min = amin = _reduction("min")
max = amax = _reduction("max")
argmin, argmax, median = [_reduction(name) for name in ("argmin", "argmax", "median")]
any, all = _reduction("any"), _reduction("all")


def cumsum(a, axis=None):
    return as_array(a).cumsum(axis)


def dot(a, b):
    return _array.matmul(a, b)


matmul = dot


def asarray(a, dtype=None):
    found = as_array(a)
    return found if dtype is None or found.dtype == dtype else found.astype(dtype)


def copy(a):
    return as_array(a).copy()


def reshape(a, shape):
    return as_array(a).reshape(shape)


def ravel(a):
    return as_array(a).ravel()


def squeeze(a, axis=None):
    return as_array(a).squeeze(axis)


def transpose(a):
    return as_array(a).transpose()


def clip(a, a_min=None, a_max=None):
    return as_array(a).clip(a_min, a_max)


def sort(a, axis=-1):
    return _array.sorted_along(as_array(a), axis)


def argsort(a):
    return as_array(a).argsort()


def shape(a):
    return as_array(a).shape


def size(a):
    return as_array(a).size


def ndim(a):
    return as_array(a).ndim


def isclose(a, b, rtol=1e-05, atol=1e-08):
    a, b = as_array(a), as_array(b)
    return _array.compare("less_equal", abs(a - b), atol + rtol * abs(b))


def allclose(a, b, rtol=1e-05, atol=1e-08):
    return True if all(isclose(a, b, rtol, atol)) else False


def array_equal(a, b):
    a, b = as_array(a), as_array(b)
    return a.shape == b.shape and a._flat == b._flat


def set_printoptions(precision=None, suppress=None, threshold=None, linewidth=None, edgeitems=None, **others):
    given = {"precision": precision, "suppress": suppress, "threshold": threshold, "linewidth": linewidth,
             "edgeitems": edgeitems}
    for name, value in given.items():
        if value is not None:
            _print.options[name] = value


def array2string(a, separator=" ", **settings):
    return _print.text(as_array(a), separator)


__getattr__ = _bridge.module_getattr(
    "numpy",
    [name for name in globals() if name[0] != "_"],
    {
        "numpy": "einsum tensordot kron cross trace interp histogram histogram2d polyfit polyval poly1d fft gradient "
        "convolve correlate cov corrcoef loadtxt savetxt genfromtxt load save savez fromfunction vectorize trapezoid "
        "array_split flip fliplr flipud roll rot90 delete insert searchsorted digitize nanmean nanstd nansum nanmax "
        "nanmin triu tril diag mgrid ogrid random_integers complex64 complex128 datetime64 timedelta64 cumprod "
        "logspace geomspace take choose select piecewise pad block dstack nonzero count_nonzero lexsort partition "
        "average quantile ptp intersect1d union1d setdiff1d isin iinfo finfo errstate seterr",
    },
)
