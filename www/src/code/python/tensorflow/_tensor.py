"""Tensors: arrays that print as TensorFlow's."""

import numpy as np


class DType:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return "tf." + self.name

    def __str__(self):
        return "<dtype: '" + self.name + "'>"

    def __eq__(self, other):
        return self.name == getattr(other, "name", other)

    def __hash__(self):
        return hash(self.name)


class TensorShape(tuple):
    def __repr__(self):
        return "TensorShape([" + ", ".join(map(str, self)) + "])"

    def __str__(self):
        return "(" + ", ".join(map(str, self)) + ("," if len(self) == 1 else "") + ")"

    def as_list(self):
        return list(self)


class Tensor:
    __array_priority__ = 2000

    def __init__(self, array):
        self._array = np.asarray(array)

    def numpy(self):
        array = self._array
        return array.copy() if array.shape else np._types.wrap(array._flat[0], array.dtype)

    def __array__(self):
        return self._array

    shape = property(lambda self: TensorShape(self._array.shape))
    dtype = property(lambda self: DType(self._array.dtype.name))
    ndim = property(lambda self: self._array.ndim)

    def __str__(self):
        text = str(self._array)
        return "tf.Tensor(" + ("\n" if "\n" in text else "") + text + ", shape=" + str(self.shape) + ", dtype=" + (
            self._array.dtype.name + ")")

    def __repr__(self):
        text = repr(self._array) if self._array.shape else str(self._array)
        return "<tf.Tensor: shape=" + str(self.shape) + ", dtype=" + self._array.dtype.name + ", numpy=" + (
            "\n" if "\n" in text else "") + text + ">"

    def __format__(self, form):
        return format(self.numpy(), form) if form else str(self)

    def __len__(self):
        return len(self._array)

    def __iter__(self):
        return (Tensor(part) for part in self._array)

    def __getitem__(self, key):
        return Tensor(self._array[key])

    def __float__(self):
        return float(self._array.item())

    def __int__(self):
        return int(self._array.item())

    def __bool__(self):
        return bool(self._array.item())

    def __index__(self):
        return int(self._array.item())

    def __neg__(self):
        return Tensor(-self._array)

    def __matmul__(self, other):
        return Tensor(self._array @ as_tensor(other)._array)

    def __hash__(self):
        raise TypeError("Tensor is unhashable. Instead, use tensor.ref() as the key.")


def _operator(name):
    def method(self, other):
        if not isinstance(other, (int, float)):
            other = as_tensor(other)._array
        return Tensor(getattr(np._array.ndarray, name)(self._array, other))

    return method


for _short in ("add", "sub", "mul", "truediv", "pow", "mod", "floordiv"):
    setattr(Tensor, "__" + _short + "__", _operator("__" + _short + "__"))
    setattr(Tensor, "__r" + _short + "__", _operator("__r" + _short + "__"))
for _short in ("lt", "le", "gt", "ge", "eq", "ne"):
    setattr(Tensor, "__" + _short + "__", _operator("__" + _short + "__"))


def as_tensor(value, dtype=None):
    """TensorFlow's types: numbers of Python become int32 and float32, arrays keep theirs."""
    if isinstance(value, Tensor) and dtype is None:
        return value
    is_array = hasattr(value, "_flat") or hasattr(value, "_is_pandas") or isinstance(value, Tensor)
    array = np.asarray(value)
    kind = getattr(dtype, "name", dtype)
    if kind is None and not is_array:
        kind = {"int64": "int32", "float64": "float32"}.get(array.dtype.name)
    return Tensor(array.astype(kind) if kind is not None else array)
