"""Functions that make, join and take arrays apart."""

import math

from . import _array as a
from . import _reduce
from . import _types as t


def _shape(shape):
    return (int(shape),) if hasattr(shape, "__index__") else tuple(int(size) for size in shape)


def _filled(shape, value, kind):
    shape = _shape(shape)
    count = 1
    for size in shape:
        count *= size
    return a.make([t.cast(value, kind)] * count, shape, kind)


def zeros(shape, dtype=float):
    return _filled(shape, 0, t.as_dtype(dtype))


def ones(shape, dtype=float):
    return _filled(shape, 1, t.as_dtype(dtype))


def full(shape, fill_value, dtype=None):
    return _filled(shape, fill_value, t.as_dtype(dtype) if dtype is not None else a.array(fill_value).dtype)


empty = zeros


def zeros_like(x, dtype=None):
    x = a.as_array(x)
    return _filled(x.shape, 0, t.as_dtype(dtype) if dtype is not None else x.dtype)


def ones_like(x, dtype=None):
    x = a.as_array(x)
    return _filled(x.shape, 1, t.as_dtype(dtype) if dtype is not None else x.dtype)


def full_like(x, fill_value, dtype=None):
    x = a.as_array(x)
    return _filled(x.shape, fill_value, t.as_dtype(dtype) if dtype is not None else x.dtype)


def eye(N, M=None, dtype=float):
    columns, kind = N if M is None else M, t.as_dtype(dtype)
    return a.make([t.cast(row == column, kind) for row in range(N) for column in range(columns)], (N, columns), kind)


def identity(n, dtype=float):
    return eye(n, dtype=dtype)


def arange(start, stop=None, step=1, dtype=None):
    start, stop = (0, start) if stop is None else (start, stop)
    count = max(0, math.ceil((stop - start) / step))
    is_float = isinstance(start, float) or isinstance(stop, float) or isinstance(step, float)
    kind = t.as_dtype(dtype) if dtype is not None else t.FLOAT64 if is_float else t.INT64
    # NumPy takes the difference of the first two as its step.
    delta = (start + step) - start
    return a.make([t.cast(start + i * delta, kind) for i in range(count)], (count,), kind)


def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None):
    parts = num - 1 if endpoint else num
    step = (stop - start) / parts if parts > 0 else math.nan
    flat = [float(i * step + start) for i in range(num)]
    if endpoint and num > 1:
        flat[-1] = float(stop)
    kind = t.as_dtype(dtype) if dtype is not None else t.FLOAT64
    found = a.make([t.cast(value, kind) for value in flat], (num,), kind)
    return (found, t.float64(step)) if retstep else found


def meshgrid(x, y):
    x, y = a.as_array(x), a.as_array(y)
    shape = (y.size, x.size)
    return (a.make(x._flat * y.size, shape, x.dtype),
            a.make([value for value in y._flat for _ in range(x.size)], shape, y.dtype))


def concatenate(arrays, axis=0):
    parts = [a.as_array(part) for part in arrays]
    if axis is None:
        parts, axis = [part.flatten() for part in parts], 0
    first = parts[0]
    kind = first.dtype
    for part in parts:
        kind = t.promote(kind, part.dtype)
        if part.ndim != first.ndim:
            raise ValueError("all the input array dimensions except for the concatenation axis must match exactly")
    axis %= first.ndim
    for i, part in enumerate(parts):
        for at, (own, other) in enumerate(zip(first.shape, part.shape)):
            if at != axis and own != other:
                raise ValueError("all the input array dimensions except for the concatenation axis must match exactly, "
                                 "but along dimension " + str(at) + ", the array at index 0 has size " + str(own)
                                 + " and the array at index " + str(i) + " has size " + str(other))
    return _joined([part.astype(kind) for part in parts], axis, kind)


def _joined(parts, axis, kind):
    outer = 1
    for size in parts[0].shape[:axis]:
        outer *= size
    steps = [part.size // outer if outer else 0 for part in parts]
    flat = []
    for row in range(outer):
        for part, step in zip(parts, steps):
            flat.extend(part._flat[row * step:(row + 1) * step])
    shape = list(parts[0].shape)
    shape[axis] = sum(part.shape[axis] for part in parts)
    return a.make(flat, shape, kind)


def vstack(arrays):
    return concatenate([atleast_2d(part) for part in arrays], 0)


def hstack(arrays):
    parts = [a.as_array(part) for part in arrays]
    return concatenate(parts, 0 if parts[0].ndim == 1 else 1)


def column_stack(arrays):
    parts = [a.as_array(part) for part in arrays]
    return concatenate([part.reshape(-1, 1) if part.ndim == 1 else part for part in parts], 1)


def stack(arrays, axis=0):
    return concatenate([expand_dims(part, axis) for part in arrays], axis)


def append(arr, values, axis=None):
    return concatenate([a.as_array(arr), a.as_array(values)], axis) if axis is not None else concatenate(
        [a.as_array(arr).flatten(), a.as_array(values).flatten()])


def atleast_2d(x):
    x = a.as_array(x)
    return x.reshape((1,) * (2 - x.ndim) + x.shape) if x.ndim < 2 else x


def expand_dims(x, axis):
    x = a.as_array(x)
    shape = list(x.shape)
    shape.insert(axis if axis >= 0 else len(shape) + 1 + axis, 1)
    return x.reshape(shape)


def split(x, parts, axis=0):
    x = a.as_array(x)
    size = x.shape[0]
    if isinstance(parts, int):
        if size % parts:
            raise ValueError("array split does not result in an equal division")
        parts = [size // parts * i for i in range(1, parts)]
    ends = [0] + list(parts) + [size]
    return [x[start:end] for start, end in zip(ends, ends[1:])]


def repeat(x, repeats, axis=None):
    return a.array([value for value in a.as_array(x)._flat for _ in range(repeats)])


def tile(x, reps):
    x = a.as_array(x)
    if isinstance(reps, int):
        reps = (reps,)
    while len(reps) < x.ndim:
        reps = (1,) + tuple(reps)
    x = x.reshape((1,) * (len(reps) - x.ndim) + x.shape)
    for axis, count in enumerate(reps):
        x = concatenate([x] * count, axis)
    return x


def where(condition, x=None, y=None):
    condition = a.as_array(condition)
    if x is None:
        return condition.nonzero() if condition.ndim == 1 else argwhere(condition)
    one, other = a._beside(x), a._beside(y)
    if not hasattr(one, "_flat") and not hasattr(other, "_flat"):
        kind = a.array([one, other]).dtype
    else:
        kind = a.e.result_type(one, other)
    one, other = a.as_array(x), a.as_array(y)
    shape = a.e.broadcast_shape(condition.shape, a.e.broadcast_shape(one.shape, other.shape))
    lists = [a.e.spread(part._flat, part.shape, shape) for part in (condition, one, other)]
    return a.make([t.cast(p if c else q, kind) for c, p, q in zip(*lists)], shape, kind)


def argwhere(x):
    columns = []
    for i, value in enumerate(x._flat):
        if value:
            place = []
            for size in reversed(x.shape):
                place.insert(0, i % size)
                i //= size
            columns.append(place)
    return tuple(a.array([place[axis] for place in columns], int) for axis in range(x.ndim))


def unique(x, return_counts=False, return_inverse=False):
    x = a.as_array(x)
    found = sorted(set(x._flat))
    values = a.make(found, (len(found),), x.dtype)
    if not return_counts and not return_inverse:
        return values
    result = [values]
    if return_inverse:
        result.append(a.array([found.index(value) for value in x._flat], int))
    if return_counts:
        result.append(a.array([x._flat.count(value) for value in found], int))
    return tuple(result)


def percentile(x, q, axis=None):
    ordered = sorted(float(value) for value in a.as_array(x)._flat)
    if hasattr(q, "__len__"):
        return a.array([_reduce.quantile(ordered, share / 100) for share in q])
    return t.float64(_reduce.quantile(ordered, q / 100))


def diff(x):
    x = a.as_array(x)
    return x[1:] - x[:-1]


def outer(x, y):
    return a.as_array(x).reshape(-1, 1) * a.as_array(y).reshape(1, -1)


def bincount(x):
    flat = a.as_array(x)._flat
    return a.array([flat.count(value) for value in range(max(flat) + 1)], int)
