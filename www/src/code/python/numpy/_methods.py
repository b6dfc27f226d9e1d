"""The operators and methods of an array, which are functions of other files."""

from . import _array as a
from . import _reduce


def _operator(name, reflected=False):
    def method(self, other):
        if hasattr(other, "_is_pandas"):
            return NotImplemented
        return a.arithmetic(name, other, self) if reflected else a.arithmetic(name, self, other)

    return method


def _in_place(name):
    def method(self, other):
        found = a.arithmetic(name, self, other)
        if found.dtype is not self.dtype and a.t.promote(found.dtype, self.dtype) is not self.dtype:
            raise TypeError("Cannot cast ufunc '" + name + "' output from " + repr(found.dtype) + " to "
                            + repr(self.dtype) + " with casting rule 'same_kind'")
        self[...] = found
        return self

    return method


def _comparison(name):
    def method(self, other):
        if hasattr(other, "_is_pandas"):
            return NotImplemented
        if other is None:
            return a.make([name == "not_equal"] * self.size, self.shape, a.t.BOOL)
        return a.compare(name, self, other)

    return method


def _logical(name):
    return lambda self, other: NotImplemented if hasattr(other, "_is_pandas") else a.logical(name, self, other)


def _reduction(name):
    def method(self, axis=None, dtype=None, out=None, keepdims=False, **settings):
        found = self.astype(dtype) if dtype is not None else self
        return a.reduction(name, found, axis, keepdims, **settings)

    return method


def _inverted(self):
    if self.dtype is a.t.BOOL:
        return a.unary("logical_not", self)
    if self.dtype.kind == "f":
        raise TypeError("ufunc 'invert' not supported for the input types, and the inputs could not be safely coerced "
                        "to any supported types according to the casting rule ''safe''")
    return a.make([~value for value in self._flat], self.shape, self.dtype)


def attach():
    cls = a.ndarray
    for short, name in (("add", "add"), ("sub", "subtract"), ("mul", "multiply"), ("truediv", "divide"),
                        ("floordiv", "floor_divide"), ("mod", "remainder"), ("pow", "power")):
        setattr(cls, "__" + short + "__", _operator(name))
        setattr(cls, "__r" + short + "__", _operator(name, True))
        setattr(cls, "__i" + short + "__", _in_place(name))
    for short, name in (("eq", "equal"), ("ne", "not_equal"), ("lt", "less"), ("le", "less_equal"),
                        ("gt", "greater"), ("ge", "greater_equal")):
        setattr(cls, "__" + short + "__", _comparison(name))
    for short, name in (("and", "bitwise_and"), ("or", "bitwise_or"), ("xor", "bitwise_xor")):
        setattr(cls, "__" + short + "__", _logical(name))
        setattr(cls, "__r" + short + "__", _logical(name))
    for name in ("sum", "mean", "std", "var", "min", "max", "argmin", "argmax", "prod", "any", "all"):
        setattr(cls, name, _reduction(name))
    cls.__neg__ = lambda self: a.unary("negative", self)
    cls.__pos__ = lambda self: self.copy()
    cls.__abs__ = lambda self: a.unary("abs", self)
    cls.__invert__ = _inverted
    cls.__matmul__ = a.matmul
    cls.__rmatmul__ = lambda self, other: a.matmul(other, self)
    cls.cumsum = lambda self, axis=None: _reduce.cumulative(a.make, "cumsum", self, axis)
    cls.cumprod = lambda self, axis=None: _reduce.cumulative(a.make, "cumprod", self, axis)
    cls.argsort = lambda self, axis=-1: a.make(
        sorted(range(self.size), key=self._flat.__getitem__), self.shape, a.t.INT64
    )
    cls.nonzero = lambda self: (a.array([i for i, value in enumerate(self._flat) if value], int),)
