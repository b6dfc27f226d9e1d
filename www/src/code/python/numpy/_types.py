"""Types of elements, and the scalars that an array gives."""

import math


def single(value):
    """The nearest number of single precision: Dekker's splitting at 24 bits; ties are too rare to be told apart."""
    if -1e30 < value < 1e30:
        far = value * 536870913.0
        return far - (far - value)
    if value != value or value in (math.inf, -math.inf):
        return float(value)
    if abs(value) > 3.4028235677973366e38:
        return math.inf if value > 0 else -math.inf
    return single(value / 4294967296.0) * 4294967296.0


class dtype:
    """What kind the elements of an array are: `name` as NumPy writes it, `kind` as its letter."""

    def __init__(self, like):
        found = like if isinstance(like, dtype) else _find(like)
        self.name, self.kind, self.itemsize, self.rank = found.name, found.kind, found.itemsize, found.rank
        self.type = found.type

    def __repr__(self):
        if self.kind == "U":
            return "dtype('" + str(self) + "')"
        return "dtype('" + ("O" if self.kind == "O" else self.name) + "')"

    def __str__(self):
        return "<U" + str(self.itemsize // 4) if self.kind == "U" else self.name

    def __eq__(self, other):
        try:
            other = dtype(other)
        except TypeError:
            return False
        return self.name == other.name

    def __hash__(self):
        return hash(self.name)


def _new(name, kind, itemsize, rank):
    made = object.__new__(dtype)
    made.name, made.kind, made.itemsize, made.rank, made.type = name, kind, itemsize, rank, None
    return made


BOOL = _new("bool", "b", 1, 0)
UINT8 = _new("uint8", "u", 1, 1)
INT32 = _new("int32", "i", 4, 2)
INT64 = _new("int64", "i", 8, 3)
FLOAT32 = _new("float32", "f", 4, 4)
FLOAT64 = _new("float64", "f", 8, 5)
OBJECT = _new("object", "O", 8, 9)


def text_type(length):
    return _new("str" + str(32 * length), "U", 4 * length, 8)


def promote(one, other):
    """The type that holds both."""
    if one.rank < other.rank:
        one, other = other, one
    if one is FLOAT32 and other.kind == "i":
        return FLOAT64
    if one.kind == "U" and other.kind == "U":
        return one if one.itemsize >= other.itemsize else other
    return one


class _Scalar:
    """What the scalars share: they stay NumPy's under arithmetic."""

    def item(self):
        return self._plain(self)

    def __repr__(self):
        return "np." + self.dtype.name + "(" + str(self) + ")"

    def __format__(self, form):
        return format(self._plain(self), form)

    def __hash__(self):
        return hash(self._plain(self))

    def astype(self, like):
        return wrap(cast(self._plain(self), dtype(like)), dtype(like))

    def __round__(self, digits=None):
        rounded = round(self._plain(self), digits)
        return rounded if digits is None else wrap(rounded, self.dtype)

    shape = ()
    ndim = 0
    size = 1


def _common(one, other):
    """The type of a result: a plain number takes the type of the scalar beside it, where that can hold it."""
    if isinstance(other, _Scalar):
        return promote(one.dtype, other.dtype)
    if isinstance(other, float) and one.dtype.kind != "f":
        return FLOAT64
    if isinstance(other, int) and one.dtype is BOOL:
        return INT64
    return one.dtype


def divide(a, b):
    """As IEEE 754 divides."""
    try:
        return a / b
    except ZeroDivisionError:
        if a == 0 or a != a:
            return math.nan
        return math.inf if (a > 0) == (math.copysign(1.0, b) > 0) else -math.inf


def power(a, b):
    try:
        result = a ** b
    except ZeroDivisionError:
        return math.inf
    except OverflowError:
        return math.inf
    return math.nan if isinstance(result, complex) else result


_OPERATIONS = {
    "add": lambda a, b: a + b, "sub": lambda a, b: a - b, "mul": lambda a, b: a * b, "truediv": divide,
    "floordiv": lambda a, b: a // b, "mod": lambda a, b: a % b, "pow": power,
}


def _operator(name, reflected):
    operate = _OPERATIONS[name]

    def method(self, other):
        if not isinstance(other, (int, float)):
            return NotImplemented
        one = self._plain(self)
        two = other._plain(other) if isinstance(other, _Scalar) else other
        result = operate(two, one) if reflected else operate(one, two)
        kind = _common(self, other)
        if name == "truediv" and kind.kind != "f":
            kind = FLOAT64
        return wrap(single(result) if kind is FLOAT32 else result, kind)

    return method


for _name in _OPERATIONS:
    setattr(_Scalar, "__" + _name + "__", _operator(_name, False))
    setattr(_Scalar, "__r" + _name + "__", _operator(_name, True))
_Scalar.__neg__ = lambda self: wrap(-self._plain(self), self.dtype)
_Scalar.__abs__ = lambda self: wrap(abs(self._plain(self)), self.dtype)


class float64(_Scalar, float):
    dtype = FLOAT64
    _plain = float

    def __str__(self):
        return float.__repr__(self)


class float32(_Scalar, float):
    dtype = FLOAT32
    _plain = float

    def __new__(cls, value=0.0):
        return float.__new__(cls, single(float(value)))

    def __str__(self):
        return shortest_single(float(self))


class _Integer(_Scalar, int):
    _plain = int

    def __str__(self):
        return int.__repr__(self)

    def __index__(self):
        return int(self)


class int64(_Integer):
    dtype = INT64


class int32(_Integer):
    dtype = INT32


class uint8(_Integer):
    dtype = UINT8


class bool_(_Scalar, int):
    dtype = BOOL
    _plain = bool

    def __str__(self):
        return "True" if self else "False"

    def __repr__(self):
        return "np.True_" if self else "np.False_"

    def __invert__(self):
        return bool_(not self)


class str_(str):
    dtype = text_type(1)

    def __repr__(self):
        return "np.str_(" + str.__repr__(self) + ")"


SCALARS = {"float64": float64, "float32": float32, "int64": int64, "int32": int32, "uint8": uint8, "bool": bool_}
for _kind, _class in ((FLOAT64, float64), (FLOAT32, float32), (INT64, int64), (INT32, int32), (UINT8, uint8),
                      (BOOL, bool_), (OBJECT, object)):
    _kind.type = _class

_NAMES = {
    "float": FLOAT64, "float64": FLOAT64, "double": FLOAT64, "f8": FLOAT64, "float32": FLOAT32, "f4": FLOAT32,
    "int": INT64, "int64": INT64, "i8": INT64, "int32": INT32, "i4": INT32, "uint8": UINT8, "bool": BOOL,
    "object": OBJECT, "O": OBJECT, "float16": FLOAT32, "int8": INT32, "int16": INT32, "str": text_type(1),
}


def _find(like):
    if like is None or like is float or like is float64:
        return FLOAT64
    if like is int:
        return INT64
    if like is bool:
        return BOOL
    if like is str:
        return text_type(1)
    if like is object:
        return OBJECT
    if isinstance(like, str) and (like in _NAMES or like[:2] == "<U"):
        return _NAMES[like] if like in _NAMES else text_type(int(like[2:] or 1))
    found = getattr(like, "dtype", None) or getattr(like, "name", None)
    if isinstance(found, dtype):
        return found
    if isinstance(found, str) and found in _NAMES:
        return _NAMES[found]
    raise TypeError("data type '" + str(like) + "' not understood")


def as_dtype(like):
    """The one object of a type, so that types are compared by `is`."""
    found = _find(like) if not isinstance(like, dtype) else like
    return _NAMES.get(found.name, found)


def cast(value, kind):
    """A plain value as another type has it."""
    if kind.kind == "f":
        return single(float(value)) if kind is FLOAT32 else float(value)
    if kind.kind in "iu":
        return int(value) % 256 if kind is UINT8 else int(value)
    if kind.kind == "b":
        return bool(value)
    return str(value) if kind.kind == "U" else value


def wrap(value, kind):
    """A plain value as NumPy's scalar."""
    made = SCALARS.get(kind.name)
    if made is not None:
        return made(value)
    return str_(value) if kind.kind == "U" else value


def scientific(value, digits):
    # `%e` of small numbers is wrong in Brython 3.14.
    return format(value, "." + str(digits) + "e")


def shortest_digits(value):
    """The shortest text in scientific notation that reads back to the same single-precision number."""
    for digits in range(0, 9):
        text = scientific(value, digits)
        if single(float(text)) == value:
            return text
    return scientific(value, 8)


def shortest_single(value):
    if value != value or value in (math.inf, -math.inf):
        return repr(value)
    return repr(float(shortest_digits(value)))
