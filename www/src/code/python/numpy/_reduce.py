"""Sums, means and extremes, of all elements or along an axis, added up in NumPy's order: the last digit agrees."""

import math

from . import _types as t


def pairwise(values):
    """NumPy's sum of numbers that lie side by side: in eights, and of long lists half by half."""
    count = len(values)
    if count < 8:
        total = -0.0 if count else 0.0
        for value in values:
            total += value
        return total
    if count <= 128:
        a, b, c, d, e, f, g, h = values[:8]
        whole = count - count % 8
        of = iter(values[8:whole]).__next__
        for _ in range(8, whole, 8):
            a += of()
            b += of()
            c += of()
            d += of()
            e += of()
            f += of()
            g += of()
            h += of()
        total = ((a + b) + (c + d)) + ((e + f) + (g + h))
        for value in values[whole:]:
            total += value
        return total
    half = count // 2
    half -= half % 8
    return pairwise(values[:half]) + pairwise(values[half:])


def pairwise_single(values):
    """The same, each sum rounded to single precision."""
    count = len(values)
    single = t.single
    if count <= 128:
        sums = list(values[:8]) if count >= 8 else []
        whole = count - count % 8 if sums else 0
        for start in range(8, whole, 8):
            sums = [single(before + value) for before, value in zip(sums, values[start:start + 8])]
        total = 0.0
        if sums:
            pairs = [single(sums[i] + sums[i + 1]) for i in (0, 2, 4, 6)]
            total = single(single(pairs[0] + pairs[1]) + single(pairs[2] + pairs[3]))
        for value in values[whole:]:
            total = single(total + value)
        return total
    half = count // 2
    half -= half % 8
    return single(pairwise_single(values[:half]) + pairwise_single(values[half:]))


def total(values, kind):
    if kind.kind != "f":
        return sum(values)
    return pairwise_single(values) if kind is t.FLOAT32 else pairwise(values)


def _in_turn(values, kind):
    """Numbers that lie apart are added one after the other."""
    if kind is t.FLOAT32:
        found = 0.0
        for value in values:
            found = t.single(found + value)
        return found
    found = 0.0 if kind.kind == "f" else 0
    for value in values:
        found += value
    return found


def lanes(array, axis):
    """The elements along an axis, list by list, the shape that is left, and whether they lie side by side."""
    shape = array.shape
    if axis is None:
        return [array._flat], (), True
    if not -len(shape) <= axis < len(shape):
        raise ValueError("axis " + str(axis) + " is out of bounds for array of dimension " + str(len(shape)))
    axis %= len(shape)
    inner = 1
    for size in shape[axis + 1:]:
        inner *= size
    block = inner * shape[axis]
    found = [array._flat[start + offset:start + block:inner] for start in range(0, array.size, block or 1)
             for offset in range(inner)]
    return found, shape[:axis] + shape[axis + 1:], inner == 1


def _sum(values, kind, beside):
    return total(values, kind) if beside else _in_turn(values, kind)


def _mean(values, kind, beside):
    if not values:
        return math.nan
    if kind.kind != "f":
        return total([float(value) for value in values], t.FLOAT64) / len(values)
    found = _sum(values, kind, beside) / len(values)
    return t.single(found) if kind is t.FLOAT32 else found


def _variance(values, kind, beside, ddof=0):
    real = kind if kind.kind == "f" else t.FLOAT64
    values = [float(value) for value in values]
    mean = _mean(values, real, beside)
    if real is t.FLOAT32:
        squares = [t.single(t.single(value - mean) ** 2) for value in values]
    else:
        squares = [(value - mean) * (value - mean) for value in values]
    count = len(values) - ddof
    found = _sum(squares, real, beside) / count if count > 0 else math.nan
    return t.single(found) if real is t.FLOAT32 else found


def _deviation(values, kind, beside, ddof=0):
    found = math.sqrt(_variance(values, kind, beside, ddof))
    return t.single(found) if kind is t.FLOAT32 else found


def _extreme(choose, name):
    def found(values, kind, beside):
        if not values:
            raise ValueError("zero-size array to reduction operation " + name + " which has no identity")
        if kind.kind == "f":
            for value in values:
                if value != value:
                    return value
        return choose(values)

    return found


def _place(choose):
    def found(values, kind, beside):
        if not values:
            raise ValueError("attempt to get argmax of an empty sequence")
        for i, value in enumerate(values):
            if value != value:
                return i
        return values.index(choose(values))

    return found


def quantile(ordered, share):
    """Between the neighbours on a straight line; `ordered` is sorted."""
    place = share * (len(ordered) - 1)
    low = int(math.floor(place))
    high = min(low + 1, len(ordered) - 1)
    part, step = place - low, ordered[high] - ordered[low]
    if part >= 0.5:
        return ordered[high] - step * (1 - part)
    return ordered[low] + step * part


def _median(values, kind, beside):
    ordered = sorted(values)
    count = len(ordered)
    if not count:
        return math.nan
    middle = ordered[count // 2]
    return float(middle) if count % 2 else (ordered[count // 2 - 1] + middle) / 2


def _product(values, kind, beside):
    found = 1
    for value in values:
        found *= value
    return float(found) if kind.kind == "f" else found


_REDUCTIONS = {
    "sum": _sum, "mean": _mean, "var": _variance, "std": _deviation, "min": _extreme(min, "minimum"),
    "max": _extreme(max, "maximum"), "argmin": _place(min), "argmax": _place(max), "median": _median,
    "prod": _product, "any": lambda values, kind, beside: any(values),
    "all": lambda values, kind, beside: all(values),
}


def _result_type(name, kind):
    if name in ("argmin", "argmax"):
        return t.INT64
    if name in ("any", "all"):
        return t.BOOL
    if name in ("mean", "var", "std", "median"):
        return kind if kind.kind == "f" else t.FLOAT64
    return t.INT64 if name in ("sum", "prod") and kind.kind in "biu" else kind


def reduce(make, name, array, axis=None, keepdims=False, **settings):
    operate = _REDUCTIONS[name]
    if array.dtype.kind == "U" or array.dtype.kind == "O" and name not in ("any", "all", "min", "max", "sum"):
        raise TypeError("the resolved dtypes are not compatible with " + name + ".reduce")
    if isinstance(axis, tuple):
        for one in sorted([part % len(array.shape) for part in axis], reverse=True):
            array = reduce(make, name, array, one, **settings)
        return array
    found, shape, beside = lanes(array, axis)
    kind = _result_type(name, array.dtype)
    values = [operate(lane, array.dtype, beside, **settings) for lane in found]
    if keepdims:
        shape = tuple(1 if axis is None or i == axis % len(array.shape) else size for i, size in enumerate(array.shape))
    if axis is None and not keepdims or not shape and not keepdims:
        return t.wrap(values[0], kind)
    return make(values, shape, kind)


def cumulative(make, name, array, axis=None):
    flat = array._flat
    if axis is not None and len(array.shape) > 1:
        raise NotImplementedError(name + " along an axis is not available on this page")
    found, so_far = [], None
    for value in flat:
        so_far = value if so_far is None else so_far + value if name == "cumsum" else so_far * value
        found.append(so_far)
    kind = t.INT64 if array.dtype is t.BOOL else array.dtype
    return make(found, (len(found),), kind)
