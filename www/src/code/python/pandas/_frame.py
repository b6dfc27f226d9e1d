"""A table: columns by their names."""

import _bridge
import numpy as np
from numpy import _array as a

from . import _types as k
from ._format import frame_text
from ._index import Index, as_index
from ._places import At, Iloc
from ._series import Series
from ._series import make as series


class DataFrame:
    _is_pandas = True
    __array_priority__ = 1000
    ndim = 2

    def __init__(self, data=None, index=None, columns=None, dtype=None):
        parts, index = _columns_of(data, columns, index)
        self._data, self._kinds, self._names = {}, {}, []
        count = len(index) if index is not None else 0
        for name, values, kind in parts:
            if not self._names and index is None:
                count = len(values)
            if len(values) != count:
                raise ValueError("All arrays must be of the same length")
            self._put(name, values, kind)
        self._index = as_index(index, count)
        if dtype is not None:
            for name in self._names:
                self._set(name, self._column(name).astype(dtype))

    def _put(self, name, values, kind):
        if name not in self._data:
            self._names.append(name)
        self._data[name], self._kinds[name] = values, kind

    def _set(self, name, column):
        self._put(name, column._values, column._kind)

    def _column(self, name):
        return series(self._data[name], self._kinds[name], self._index, name)

    def _new(self, columns, index=None):
        """A table of columns, with its own index or another."""
        made = DataFrame.__new__(DataFrame)
        made._data, made._kinds, made._names = {}, {}, []
        for name, column in columns:
            made._put(name, column._values, column._kind)
        made._index = self._index if index is None else index
        return made

    def _each(self, function, names=None):
        return self._new([(name, function(self._column(name))) for name in (names or self._names)])

    def _take(self, rows):
        rows = list(rows)
        index = Index([self._index[row] for row in rows], self._index.name)
        return self._new([(name, self._column(name)._take(rows)) for name in self._names], index)

    def _row(self, row):
        kinds = [self._kinds[name] for name in self._names]
        kind = k.common(kinds)
        kind = k.STR if all(own is k.STR for own in kinds) else kind
        values = [self._data[name][row] for name in self._names]
        if kind.kind == "f":
            values = [float(value) for value in values]
        return series(values, kind, self.columns, self._index[row])

    index = property(lambda self: self._index, lambda self, labels: setattr(
        self, "_index", as_index(labels, len(self._index))))
    shape = property(lambda self: (len(self._index), len(self._names)))
    size = property(lambda self: len(self._index) * len(self._names))
    empty = property(lambda self: self.size == 0)
    values = property(lambda self: self.to_numpy())
    iloc = property(Iloc)
    loc = property(At)

    @property
    def columns(self):
        return Index(self._names)

    @columns.setter
    def columns(self, names):
        names = list(names)
        if len(names) != len(self._names):
            raise ValueError(
                "Length mismatch: Expected axis has "
                + str(len(self._names))
                + " elements, new values have "
                + str(len(names))
                + " elements"
            )
        pairs = [(name, self._column(old)) for name, old in zip(names, self._names)]
        self._data, self._kinds, self._names = {}, {}, []
        for name, column in pairs:
            self._set(name, column)

    @property
    def dtypes(self):
        return series([self._kinds[name] for name in self._names], k.OBJECT, self.columns)

    def __len__(self):
        return len(self._index)

    def __iter__(self):
        return iter(self._names)

    def __contains__(self, name):
        return name in self._data

    def __repr__(self):
        return frame_text(self)

    def __bool__(self):
        raise ValueError(
            "The truth value of a DataFrame is ambiguous. Use a.empty, a.bool(), a.item(), a.any() or a.all()."
        )

    def to_numpy(self, dtype=None):
        kind = k.common([self._kinds[name] for name in self._names])
        columns = [self._data[name] for name in self._names]
        flat = [value for row in zip(*columns) for value in row]
        if kind.kind == "f":
            flat = [float(value) for value in flat]
        made = np._array.make(flat, self.shape, kind)
        made._columns = self.columns
        return made if dtype is None else made.astype(dtype)

    __array__ = to_numpy

    def __getitem__(self, key):
        if isinstance(key, DataFrame):
            raise NotImplementedError("a table as a mask is not available on this page")
        if isinstance(key, Series) and key._kind is k.BOOL or isinstance(key, np.ndarray) and key.dtype is k.BOOL:
            flat = key._values if isinstance(key, Series) else key._flat
            return self._take([row for row, value in enumerate(flat) if value])
        if isinstance(key, slice):
            return self._take(range(*key.indices(len(self))))
        if isinstance(key, (list, Index, np.ndarray, Series)):
            return self._several(list(key))
        if key not in self._data:
            raise KeyError(key)
        return self._column(key)

    def _several(self, names):
        missing = [name for name in names if name not in self._data]
        if missing and len(missing) == len(names):
            raise KeyError("None of [" + repr(Index(names)) + "] are in the [columns]")
        if missing:
            raise KeyError(str(missing) + " not in index")
        return self._new([(name, self._column(name)) for name in names])

    def __setitem__(self, key, value):
        if isinstance(key, list):
            columns = value.to_numpy() if hasattr(value, "_is_pandas") else value
            for i, name in enumerate(key):
                self[name] = columns[:, i] if hasattr(columns, "_flat") else columns
            return
        if isinstance(value, (int, float, str, bool)):
            value = [value] * len(self)
        values, kind = k.column_of(value)
        if len(values) != len(self) and self._names:
            raise ValueError("Length of values (" + str(len(values)) + ") does not match length of index ("
                             + str(len(self)) + ")")
        if not self._names:
            self._index = as_index(getattr(value, "index", None) if hasattr(value, "_is_pandas") else None, len(values))
        self._put(key, values, kind)

    def __delitem__(self, name):
        self._names.remove(name)
        del self._data[name], self._kinds[name]

    def __getattr__(self, name):
        data = self.__dict__.get("_data")
        if data is not None and name in data:
            return self._column(name)
        if name in ("plot", "hist", "boxplot"):
            raise _bridge.not_there("plot", "DataFrame." + name, "DataFrame." + name + " is not available on this page")
        if name in _ELSEWHERE:
            raise _bridge.not_there(
                "pandas", "DataFrame." + name, "DataFrame." + name + " is not available on this page"
            )
        raise AttributeError("'DataFrame' object has no attribute '" + name + "'")

    def _map_numpy(self, function):
        return self._each(lambda column: column._map_numpy(function))


_ELSEWHERE = (
    "pivot_table pivot melt merge join rolling stack unstack to_csv to_excel to_json query eval assign cumsum cumprod "
    "shift diff resample where mask sum_ agg aggregate transform explode crosstab interpolate rank nlargest nsmallest "
    "set_index filter insert update to_dict select_dtypes".split())


def _columns_of(data, columns, index):
    """Name, values and type of each column, and the labels of the rows."""
    if data is None:
        return [(name, [], k.OBJECT) for name in (columns or [])], index
    if isinstance(data, DataFrame):
        names = list(columns) if columns is not None else data._names
        return [(name, list(data._data[name]), data._kinds[name]) for name in names], data._index
    if isinstance(data, Series):
        return [(data.name if columns is None else list(columns)[0], list(data._values), data._kind)], data.index
    if isinstance(data, dict):
        own = [value.index for value in data.values() if isinstance(value, Series)]
        index = own[0] if own and index is None else index
        count = max([len(value) for value in data.values() if hasattr(value, "__len__") and not isinstance(value, str)]
                    or [len(index) if index is not None else 1])
        names = list(columns) if columns is not None else list(data)
        return [(name, *k.column_of(_repeated(data[name], count))) for name in names], index
    return _rows_of(data, columns), index


def _repeated(value, count):
    return value if hasattr(value, "__len__") and not isinstance(value, str) else [value] * count


def _rows_of(data, columns):
    if not isinstance(data, np.ndarray):
        data = list(data)
        if data and isinstance(data[0], dict):
            names = list(columns) if columns is not None else list(data[0])
            return [(name, *k.infer([row.get(name) for row in data])) for name in names]
        if data and isinstance(data[0], (list, tuple)):
            names = list(columns) if columns is not None else range(len(data[0]))
            return [(name, *k.infer([row[i] for row in data])) for i, name in enumerate(names)]
    data = a.as_array(data)
    data = data.reshape(-1, 1) if data.ndim == 1 else data
    names = list(columns) if columns is not None else range(data.shape[1])
    if len(names) != data.shape[1]:
        raise ValueError("Shape of passed values is " + str(data.shape) + ", indices imply "
                         + str((data.shape[0], len(names))))
    return [(name, *k.column_of(data[:, i])) for i, name in enumerate(names)]
