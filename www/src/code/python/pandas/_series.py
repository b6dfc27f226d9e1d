"""A column with labels."""

import _bridge
import numpy as np
from numpy import _array as a
from numpy import _reduce
from numpy import _types as t

from . import _types as k
from ._format import is_missing, series_text
from ._index import Index, as_index
from ._places import At, Iloc


def make(values, kind, index=None, name=None):
    made = Series.__new__(Series)
    made._values, made._kind, made._name, made._owner = values, kind, name, None
    made.index = as_index(index, len(values))
    return made


class Series:
    _is_pandas = True
    __array_priority__ = 1000

    def __init__(self, data=None, index=None, name=None, dtype=None):
        if isinstance(data, dict):
            index, data = list(data) if index is None else index, list(data.values())
        if isinstance(data, (int, float, str)):
            data = [data] * (len(index) if index is not None else 1)
        self._values, self._kind = k.column_of([] if data is None else data)
        own = getattr(data, "index", None) if isinstance(data, Series) else None
        self.index = as_index(index if index is not None else own, len(self._values))
        self._name, self._owner = name if name is not None else getattr(data, "_name", None), None
        if dtype is not None:
            self._values, self._kind = self.astype(dtype)._values, k.as_kind(dtype)

    name = property(lambda self: self._name, lambda self, name: setattr(self, "_name", name))
    dtype = property(lambda self: self._kind)
    shape = property(lambda self: (len(self._values),))
    size = property(lambda self: len(self._values))
    ndim = property(lambda self: 1)
    values = property(lambda self: self.to_numpy())
    iloc = property(Iloc)
    loc = property(At)
    T = property(lambda self: self)

    def to_numpy(self, dtype=None):
        found = k.to_array(self._values, self._kind)
        return found if dtype is None else found.astype(dtype)

    __array__ = to_numpy

    def __len__(self):
        return len(self._values)

    def __iter__(self):
        return iter(self._values)

    def __repr__(self):
        return series_text(self)

    def __contains__(self, label):
        return label in self.index

    def _new(self, values, kind, index=None):
        return make(values, kind, self.index if index is None else index, self._name)

    def _take(self, rows):
        labels = self.index
        return make([self._values[row] for row in rows], self._kind,
                    Index([labels[row] for row in rows], labels.name), self._name)

    def _scalar(self, place):
        value = self._values[place]
        return value if self._kind.kind in "UO" else t.wrap(value, self._kind)

    def _to_mask(self):
        return self.to_numpy()

    def __getitem__(self, key):
        if isinstance(key, Series) and key._kind is k.BOOL or isinstance(key, np.ndarray) and key.dtype is k.BOOL:
            return self._take([row for row, value in enumerate(key._values if isinstance(key, Series) else key._flat)
                               if value])
        if isinstance(key, slice):
            return self._take(range(*key.indices(len(self))))
        if isinstance(key, (list, np.ndarray)):
            return self._take([self.index.get_loc(label) for label in key])
        return self._scalar(self.index.get_loc(key))

    def __setitem__(self, key, value):
        rows = [self.index.get_loc(key)] if not isinstance(key, Series) else [i for i, x in enumerate(key._values) if x]
        for row in rows:
            self._values[row] = value

    def __getattr__(self, name):
        if name in ("str", "dt", "plot", "hist", "rolling", "groupby", "merge", "to_csv", "between", "isin", "cat"):
            raise _bridge.not_there("plot" if name in ("plot", "hist") else "pandas", "Series." + name,
                                    "Series." + name + " is not available on this page")
        index = self.__dict__.get("index")
        if index is not None and name in index:
            return self[name]
        raise AttributeError("'Series' object has no attribute '" + name + "'")

    def __bool__(self):
        raise ValueError(
            "The truth value of a Series is ambiguous. Use a.empty, a.bool(), a.item(), a.any() or a.all()."
        )

    def _map_numpy(self, function):
        found = function(self.to_numpy())
        return self._new(list(found._flat), found.dtype)

    def head(self, n=5):
        return self._take(range(len(self))[:n])

    def tail(self, n=5):
        return self._take(range(len(self))[-n:] if n else [])

    def copy(self):
        return self._new(list(self._values), self._kind)

    def tolist(self):
        return list(self._values)

    to_list = tolist

    def to_frame(self):
        from ._frame import DataFrame
        return DataFrame({self._name if self._name is not None else 0: self})

    def astype(self, dtype):
        kind = k.as_kind(dtype)
        if kind is k.STR:
            return self._new([value if is_missing(value) else str(value) for value in self._values], kind)
        if kind.kind in "iu" and any(is_missing(value) for value in self._values):
            raise ValueError("Cannot convert non-finite values (NA or inf) to integer")
        return self._new([t.cast(value, kind) for value in self._values], kind)

    def _inferred(self, values):
        return self._new(*k.infer(values))

    def map(self, how):
        if isinstance(how, dict):
            return self._inferred([how.get(value, float("nan")) for value in self._values])
        return self._inferred([how(value) for value in self._values])

    def apply(self, function):
        return self._inferred([function(self._scalar(place)) for place in range(len(self))])

    def replace(self, old, new=None):
        pairs = old if isinstance(old, dict) else {old: new}
        return self._inferred([pairs.get(value, value) for value in self._values])

    def isnull(self):
        return self._new([is_missing(value) for value in self._values], k.BOOL)

    isna = isnull

    def notnull(self):
        return ~self.isnull()

    def fillna(self, value):
        _bridge.unassigned("fillna")
        return self._inferred([value if is_missing(own) else own for own in self._values])

    def dropna(self):
        return self._take([row for row, value in enumerate(self._values) if not is_missing(value)])

    def _present(self):
        values = [value for value in self._values if not is_missing(value)]
        if self._kind.kind in "UO" and any(isinstance(value, str) for value in values):
            raise TypeError("Cannot perform reduction with string dtype")
        return k.to_array(values, self._kind)

    def quantile(self, q=0.5):
        ordered = sorted([float(value) for value in self._present()._flat])
        if hasattr(q, "__len__"):
            return make([_reduce.quantile(ordered, share) for share in q], k.FLOAT64, list(q), self._name)
        return t.float64(_reduce.quantile(ordered, q)) if ordered else t.float64("nan")

    def count(self):
        return t.int64(len([value for value in self._values if not is_missing(value)]))

    def describe(self):
        if self._kind.kind in "UO":
            raise NotImplementedError("describe of texts is not available on this page")
        parts = [float(self.count()), self.mean(), self.std(), self.min()]
        parts += [self.quantile(share) for share in (0.25, 0.5, 0.75)] + [self.max()]
        names = ["count", "mean", "std", "min", "25%", "50%", "75%", "max"]
        return make([float(part) for part in parts], k.FLOAT64, names, self._name)

    def unique(self):
        found = []
        for value in self._values:
            if value not in found and not (is_missing(value) and any(is_missing(own) for own in found)):
                found.append(value)
        return k.to_array(found, self._kind)

    def nunique(self):
        return len(set(value for value in self._values if not is_missing(value)))

    def value_counts(self):
        counts = {}
        for value in self._values:
            if not is_missing(value):
                counts[value] = counts.get(value, 0) + 1
        names = sorted(counts, key=lambda value: -counts[value])
        return make([counts[name] for name in names], k.INT64, Index(names, self._name), "count")

    def sort_values(self, ascending=True):
        rows = sorted(range(len(self)), key=lambda row: self._values[row], reverse=not ascending)
        return self._take(rows)

    def reset_index(self, drop=False):
        if not drop:
            raise NotImplementedError("Series.reset_index is available with drop=True on this page")
        return make(list(self._values), self._kind, None, self._name)

    def round(self, decimals=0):
        return self._map_numpy(lambda array: a.rounded(array, decimals))

    def clip(self, lower=None, upper=None):
        return self._map_numpy(lambda array: array.clip(lower, upper))

    def abs(self):
        return self._map_numpy(lambda array: abs(array))

    __abs__ = abs

    def items(self):
        return zip(self.index, self._values)

    def idxmax(self):
        return self.index[self._values.index(max(self._values))]

    def idxmin(self):
        return self.index[self._values.index(min(self._values))]

    def item(self):
        return a.array(self._values).item()

    def __invert__(self):
        return self._map_numpy(lambda array: ~array)

    def __neg__(self):
        return self._map_numpy(lambda array: -array)


def _operator(operate, reflected=False):
    def method(self, other):
        if hasattr(other, "_names"):
            return NotImplemented
        beside = other.to_numpy() if isinstance(other, Series) else other
        own = self.to_numpy()
        found = operate(beside, own) if reflected else operate(own, beside)
        kind = k.STR if self._kind is k.STR and found.dtype.kind in "OU" else found.dtype
        name = None if isinstance(other, Series) and other._name != self._name else self._name
        return make(list(found._flat), kind, self.index, name)

    return method


def _reduction(name):
    def method(self, axis=None, skipna=True, ddof=1, numeric_only=False):
        values = self._present() if name not in ("any", "all") else self.to_numpy()
        if name in ("std", "var"):
            return a.reduction(name, values, ddof=ddof)
        if not values.size and name in ("min", "max", "mean", "median"):
            return t.float64("nan")
        return a.reduction(name, values)

    return method


def _attach():
    for short, name in (("add", "add"), ("sub", "subtract"), ("mul", "multiply"), ("truediv", "divide"),
                        ("floordiv", "floor_divide"), ("mod", "remainder"), ("pow", "power")):
        operate = (lambda name: lambda x, y: a.arithmetic(name, x, y))(name)
        setattr(Series, "__" + short + "__", _operator(operate))
        setattr(Series, "__r" + short + "__", _operator(operate, True))
    for short, name in (("eq", "equal"), ("ne", "not_equal"), ("lt", "less"), ("le", "less_equal"),
                        ("gt", "greater"), ("ge", "greater_equal")):
        setattr(Series, "__" + short + "__", _operator((lambda name: lambda x, y: a.compare(name, x, y))(name)))
    for short in ("and", "or", "xor"):
        setattr(Series, "__" + short + "__",
                _operator((lambda name: lambda x, y: a.logical(name, x, y))("bitwise_" + short)))
    for name in ("sum", "mean", "std", "var", "min", "max", "median", "prod", "any", "all"):
        setattr(Series, name, _reduction(name))
    Series.argmax = lambda self: self.to_numpy().argmax()
    Series.argmin = lambda self: self.to_numpy().argmin()
    Series.cumsum = lambda self: self._map_numpy(lambda array: array.cumsum())


_attach()
