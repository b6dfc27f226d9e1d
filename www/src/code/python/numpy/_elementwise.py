"""Operations element by element, with NumPy's broadcasting and types."""

import math

from . import _types as t


def broadcast_shape(one, other):
    """The shape that two shapes have together."""
    length = max(len(one), len(other))
    longer = (1,) * (length - len(one)) + tuple(one), (1,) * (length - len(other)) + tuple(other)
    found = []
    for a, b in zip(*longer):
        if a != b and a != 1 and b != 1:
            raise ValueError("operands could not be broadcast together with shapes "
                             + _spelled(one) + " " + _spelled(other) + " ")
        found.append(b if a == 1 else a)
    return tuple(found)


def _spelled(shape):
    return "(" + ",".join(map(str, shape)) + ("," if len(shape) == 1 else "") + ")"


def spread(flat, shape, target):
    """The elements of one shape repeated to another."""
    if tuple(shape) == tuple(target):
        return flat
    if len(flat) == 1:
        size = 1
        for count in target:
            size *= count
        return flat * size
    shape = (1,) * (len(target) - len(shape)) + tuple(shape)
    return _repeat(flat, shape, target)


def _repeat(flat, shape, target):
    if not shape:
        return flat
    step = len(flat) // shape[0] if shape[0] else 0
    if shape[0] == target[0]:
        found = []
        for row in range(shape[0]):
            found.extend(_repeat(flat[row * step:(row + 1) * step], shape[1:], target[1:]))
        return found
    return _repeat(flat, shape[1:], target[1:]) * target[0]


def _careful(operate):
    """Each pair by itself, as IEEE 754 has it, where Python would raise."""

    def one(a, b):
        try:
            return operate(a, b)
        except (ZeroDivisionError, OverflowError, ValueError):
            return math.nan

    return one


def _floor(a, b):
    return (math.nan if isinstance(a, float) or isinstance(b, float) else 0) if b == 0 else a // b


def _remainder(a, b):
    return (math.nan if isinstance(a, float) or isinstance(b, float) else 0) if b == 0 else a % b


# Of each operation: over two lists, over a list and a number, a number and a list, and pair by pair where those fail.
# Brython is four times as fast with an iterator's `__next__` as with `zip`.
def _add(x, y):
    b = iter(y).__next__
    return [a + b() for a in x]


def _subtract(x, y):
    b = iter(y).__next__
    return [a - b() for a in x]


def _multiply(x, y):
    b = iter(y).__next__
    return [a * b() for a in x]


def _divide(x, y):
    b = iter(y).__next__
    return [a / b() for a in x]


_ARITHMETIC = {
    "add": (_add, lambda x, b: [a + b for a in x], lambda a, y: [a + b for b in y], lambda a, b: a + b),
    "subtract": (_subtract, lambda x, b: [a - b for a in x], lambda a, y: [a - b for b in y], lambda a, b: a - b),
    "multiply": (_multiply, lambda x, b: [a * b for a in x], lambda a, y: [a * b for b in y], lambda a, b: a * b),
    "divide": (_divide, lambda x, b: [a / b for a in x], lambda a, y: [a / b for b in y], t.divide),
    "floor_divide": (lambda x, y: [a // b for a, b in zip(x, y)], lambda x, b: [a // b for a in x],
                     lambda a, y: [a // b for b in y], _floor),
    "remainder": (lambda x, y: [a % b for a, b in zip(x, y)], lambda x, b: [a % b for a in x],
                  lambda a, y: [a % b for b in y], _remainder),
    "power": (lambda x, y: [t.power(a, b) for a, b in zip(x, y)], lambda x, b: [t.power(a, b) for a in x],
              lambda a, y: [t.power(a, b) for b in y], t.power),
    "maximum": (lambda x, y: [a if a >= b or a != a else b for a, b in zip(x, y)], None, None, None),
    "minimum": (lambda x, y: [a if a <= b or a != a else b for a, b in zip(x, y)], None, None, None),
}
# Over two lists, and over a list and a number.
_COMPARISONS = {
    "equal": (lambda x, y: [a == b for a, b in zip(x, y)], lambda x, b: [a == b for a in x]),
    "not_equal": (lambda x, y: [a != b for a, b in zip(x, y)], lambda x, b: [a != b for a in x]),
    "less": (lambda x, y: [a < b for a, b in zip(x, y)], lambda x, b: [a < b for a in x]),
    "less_equal": (lambda x, y: [a <= b for a, b in zip(x, y)], lambda x, b: [a <= b for a in x]),
    "greater": (lambda x, y: [a > b for a, b in zip(x, y)], lambda x, b: [a > b for a in x]),
    "greater_equal": (lambda x, y: [a >= b for a, b in zip(x, y)], lambda x, b: [a >= b for a in x]),
}
_LOGICAL = {
    "bitwise_and": lambda x, y: [a & b for a, b in zip(x, y)],
    "bitwise_or": lambda x, y: [a | b for a, b in zip(x, y)],
    "bitwise_xor": lambda x, y: [a ^ b for a, b in zip(x, y)],
    "logical_and": lambda x, y: [bool(a and b) for a, b in zip(x, y)],
    "logical_or": lambda x, y: [bool(a or b) for a, b in zip(x, y)],
}


def result_type(x, y):
    """The type of `x` with `y`, each an array or a plain number, whose kind alone counts."""
    if not hasattr(y, "_flat"):
        return _weak(x.dtype, y)
    if not hasattr(x, "_flat"):
        return _weak(y.dtype, x)
    return t.promote(x.dtype, y.dtype)


def _weak(kind, value):
    own = getattr(value, "dtype", None)
    if own is not None:
        return t.promote(kind, t.as_dtype(own))
    if isinstance(value, bool):
        return kind
    if isinstance(value, int):
        return t.INT64 if kind is t.BOOL else kind
    if isinstance(value, float):
        return kind if kind.kind in "fO" else t.FLOAT64
    return t.OBJECT if kind.kind == "O" else t.text_type(len(value)) if isinstance(value, str) else t.OBJECT


def _lists(x, y):
    """Elements of both in the shape that they have together."""
    if x.shape == y.shape:
        return x._flat, y._flat, x.shape
    shape = broadcast_shape(x.shape, y.shape)
    return spread(x._flat, x.shape, shape), spread(y._flat, y.shape, shape), shape


def _same(value):
    return value


def arithmetic(make, name, x, y, both):
    """`make(flat, shape, dtype)` of the result; `x` and `y` are arrays, or plain numbers beside one."""
    lists, list_number, number_list, careful = _ARITHMETIC[name]
    kind = result_type(x, y)
    if name == "divide" and kind.kind in "biu":
        kind = t.FLOAT64
    if name == "subtract" and kind is t.BOOL:
        raise TypeError("numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` "
                        "operator, or the logical_xor function instead.")
    if kind.kind == "U" and name != "add":
        raise TypeError("ufunc '" + name + "' did not contain a loop with signature matching types")
    # Plain numbers are many times as fast as NumPy's.
    x, y = getattr(x, "_plain", _same)(x), getattr(y, "_plain", _same)(y)
    try:
        if not hasattr(y, "_flat") and list_number:
            flat, shape = list_number(x._flat, y), x.shape
        elif not hasattr(x, "_flat") and number_list:
            flat, shape = number_list(x, y._flat), y.shape
        else:
            one, other, shape = _lists(both(x), both(y))
            flat = lists(one, other)
    except (ZeroDivisionError, OverflowError):
        one, other, shape = _lists(both(x), both(y))
        flat = [careful(a, b) for a, b in zip(one, other)]
    return make(_typed(flat, kind, x, y), shape, kind)


def _typed(flat, kind, x, y):
    if kind is t.FLOAT32:
        return [t.single(value) for value in flat]
    if kind.kind == "f" and (_kind_of(x) != "f" and _kind_of(y) != "f"):
        return [float(value) for value in flat]
    if kind is t.UINT8:
        return [value % 256 for value in flat]
    if kind is t.BOOL:
        return [bool(value) for value in flat]
    return flat


def _kind_of(value):
    kind = getattr(value, "dtype", None)
    return kind.kind if kind is not None else "f" if isinstance(value, float) else "i"


def compare(make, name, x, y, both):
    lists, list_number = _COMPARISONS[name]
    x = both(x)
    y = getattr(y, "_plain", _same)(y)
    if isinstance(y, (int, float, str)):
        return make(list_number(x._flat, y), x.shape, t.BOOL)
    one, other, shape = _lists(x, both(y))
    return make(lists(one, other), shape, t.BOOL)


def logical(make, name, x, y, both):
    one, other, shape = _lists(both(x), both(y))
    kind = t.BOOL if name[:7] == "logical" else result_type(both(x), both(y))
    if kind.kind == "f":
        raise TypeError("ufunc '" + name + "' not supported for the input types, and the inputs could not be safely "
                        "coerced to any supported types according to the casting rule ''safe''")
    return make(_LOGICAL[name](one, other), shape, kind)


def _each(operate, outside):
    """A function of one number; `outside` its domain Python would raise."""

    def function(value):
        try:
            return operate(value)
        except (ValueError, OverflowError, ZeroDivisionError):
            return outside(value)

    return function


def _nan(_):
    return math.nan


def _exp(value):
    return math.exp(value) if value < 709.782712893384 else math.inf


UNARY = {
    "exp": _each(_exp, _nan),
    "log": _each(math.log, lambda value: -math.inf if value == 0 else math.nan),
    "log2": _each(math.log2, lambda value: -math.inf if value == 0 else math.nan),
    "log10": _each(math.log10, lambda value: -math.inf if value == 0 else math.nan),
    "log1p": _each(math.log1p, lambda value: -math.inf if value == -1 else math.nan),
    "expm1": _each(math.expm1, lambda value: math.inf),
    "sqrt": _each(math.sqrt, _nan), "tanh": math.tanh, "sinh": _each(math.sinh, _nan),
    "cosh": _each(math.cosh, lambda value: math.inf), "sin": _each(math.sin, _nan), "cos": _each(math.cos, _nan),
    "tan": _each(math.tan, _nan), "arctan": math.atan, "arcsin": _each(math.asin, _nan),
    "arccos": _each(math.acos, _nan), "radians": math.radians, "degrees": math.degrees,
    "floor": lambda value: float(math.floor(value)) if math.isfinite(value) else value,
    "ceil": lambda value: float(math.ceil(value)) if math.isfinite(value) else value,
}
# These keep the type of their numbers.
KEEPING = {
    "abs": abs, "square": lambda value: value * value, "negative": lambda value: -value,
    "sign": lambda value: value if value != value else (value > 0) - (value < 0),
}
TRUTHS = {
    "isnan": lambda value: value != value, "isinf": lambda value: value in (math.inf, -math.inf),
    "isfinite": lambda value: value == value and value not in (math.inf, -math.inf),
    "logical_not": lambda value: not value,
}


def unary(make, name, x):
    if name in TRUTHS:
        operate = TRUTHS[name]
        return make([bool(operate(value)) for value in x._flat], x.shape, t.BOOL)
    if name in KEEPING:
        operate = KEEPING[name]
        return make(_typed([operate(value) for value in x._flat], x.dtype, x, x) if x.dtype is not t.FLOAT64
                    else [float(operate(value)) for value in x._flat], x.shape, x.dtype)
    if x.dtype.kind in "UO":
        raise TypeError("ufunc '" + name + "' not supported for the input types, and the inputs could not be safely "
                        "coerced to any supported types according to the casting rule ''safe''")
    operate = UNARY[name]
    kind = t.FLOAT32 if x.dtype is t.FLOAT32 else t.FLOAT64
    flat = [operate(value) for value in x._flat]
    if name in ("floor", "ceil") and x.dtype.kind in "iu":
        kind, flat = x.dtype, x._flat
    return make([t.single(value) for value in flat] if kind is t.FLOAT32 else flat, x.shape, kind)
