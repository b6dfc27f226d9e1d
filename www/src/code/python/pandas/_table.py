"""What a table is asked: to leave columns out, to be counted, described, sorted, computed with."""

import _bridge
import numpy as np

from . import _types as k
from ._format import is_missing
from ._frame import DataFrame
from ._index import Index, RangeIndex
from ._series import Series
from ._series import make as series


def drop(self, labels=None, axis=0, index=None, columns=None, inplace=False):
    if labels is not None:
        index, columns = (index, labels) if axis in (1, "columns") else (labels, columns)
    found = self
    if columns is not None:
        names = [columns] if isinstance(columns, str) or not hasattr(columns, "__iter__") else list(columns)
        missing = [name for name in names if name not in self._data]
        if missing:
            raise KeyError(str(missing) + " not found in axis")
        found = found._new([(name, found._column(name)) for name in found._names if name not in names])
    if index is not None:
        labels = list(index) if hasattr(index, "__iter__") and not isinstance(index, str) else [index]
        missing = [label for label in labels if label not in self.index]
        if missing:
            raise KeyError(str(missing) + " not found in axis")
        found = found._take([row for row, label in enumerate(found.index) if label not in labels])
    return _result(self, found, inplace, "drop")


def _result(self, found, inplace, method):
    """The new table, or with `inplace` nothing: what the line throws away otherwise is a likely slip."""
    if not inplace:
        _bridge.unassigned(method)
        return found
    self._data, self._kinds, self._names, self._index = found._data, found._kinds, found._names, found._index
    return None


def rename(self, columns=None, inplace=False):
    found = self._new([(columns.get(name, name), self._column(name)) for name in self._names])
    return _result(self, found, inplace, "rename")


def dropna(self, axis=0, subset=None, inplace=False):
    names = self._names if subset is None else [subset] if isinstance(subset, str) else subset
    if axis in (1, "columns"):
        found = self[[name for name in names if not any(is_missing(value) for value in self._data[name])]]
    else:
        found = self._take([row for row in range(len(self))
                            if not any(is_missing(self._data[name][row]) for name in names)])
    return _result(self, found, inplace, "dropna")


def fillna(self, value, inplace=False):
    def filled(column):
        own = value[column.name] if isinstance(value, (dict, Series)) and column.name in value else value
        return column if isinstance(own, (dict, Series)) else column._inferred(
            [own if is_missing(old) else old for old in column._values])

    return _result(self, self._each(filled), inplace, "fillna")


def sort_values(self, by, ascending=True, inplace=False):
    names = [by] if isinstance(by, str) else by
    rows = sorted(range(len(self)), key=lambda row: [self._data[name][row] for name in names], reverse=not ascending)
    return _result(self, self._take(rows), inplace, "sort_values")


def reset_index(self, drop=False, inplace=False):
    index = RangeIndex(len(self))
    columns = [(name, self._column(name)) for name in self._names]
    if not drop:
        columns.insert(0, (self.index.name or "index", Series(list(self.index))))
    return _result(self, self._new(columns, index), inplace, "reset_index")


def drop_duplicates(self, inplace=False):
    seen, rows = set(), []
    for row in range(len(self)):
        key = tuple(self._data[name][row] for name in self._names)
        if key not in seen:
            rows.append(row)
        seen.add(key)
    return _result(self, self._take(rows), inplace, "drop_duplicates")


def sample(self, n=None, frac=None, random_state=None):
    count = n if n is not None else round(len(self) * frac) if frac is not None else 1
    random = np.random.RandomState(random_state) if random_state is not None else np.random._global
    return self._take([int(row) for row in random.choice(len(self), size=count, replace=False)])


def astype(self, dtype):
    kinds = dtype if isinstance(dtype, dict) else {name: dtype for name in self._names}
    return self._each(lambda column: column.astype(kinds[column.name]) if column.name in kinds else column)


def describe(self):
    names = [name for name in self._names if self._kinds[name].kind in "fiu"]
    parts = [(name, self._column(name).describe()) for name in names]
    return self._new(parts, parts[0][1].index)


def info(self):
    print("<class 'pandas.DataFrame'>")
    index = self.index
    span = ", " + str(index[0]) + " to " + str(index[-1]) if len(index) else ""
    print(("RangeIndex: " if isinstance(index, RangeIndex) else "Index: ") + str(len(index)) + " entries" + span)
    print("Data columns (total " + str(len(self._names)) + " columns):")
    rows = [[" " + str(i), str(name), str(self._column(name).count()) + " non-null", str(self._kinds[name])]
            for i, name in enumerate(self._names)]
    heads = [" # ", "Column", "Non-Null Count", "Dtype"]
    widths = [max(len(head), *[len(row[i]) for row in rows]) for i, head in enumerate(heads)]
    for cells in [heads, ["-" * len(head) for head in heads]] + rows:
        print("  ".join([cell.ljust(width) for cell, width in zip(cells, widths)]))
    counts = {}
    for name in self._names:
        kind = str(self._kinds[name])
        counts[kind] = counts.get(kind, 0) + 1
    print("dtypes: " + ", ".join([kind + "(" + str(counts[kind]) + ")" for kind in sorted(counts)]))
    print("memory usage: " + _memory(self))


def _memory(self):
    sizes = 132 if isinstance(self.index, RangeIndex) else 8 * len(self)
    for name in self._names:
        kind = self._kinds[name]
        sizes += len(self) * (8 if kind is k.STR else kind.itemsize)
    size = float(sizes)
    for unit in ("bytes", "KB", "MB"):
        if size < 1024:
            return "%.1f %s" % (size, unit)
        size /= 1024
    return "%.1f GB" % size


def corr(self, numeric_only=False):
    names = [name for name in self._names if not numeric_only or self._kinds[name].kind in "fiub"]
    columns = [self._column(name) for name in names]

    def one(x, y):
        return float(((x - x.mean()) * (y - y.mean())).sum() / ((x - x.mean()) ** 2).sum() ** 0.5
                     / ((y - y.mean()) ** 2).sum() ** 0.5)

    values = [(name, Series([1.0 if own is other else one(other, own) for other in columns]))
              for name, own in zip(names, columns)]
    return self._new(values, Index(names))


def iterrows(self):
    return ((self.index[row], self._row(row)) for row in range(len(self)))


def apply(self, function, axis=0):
    if axis in (1, "columns"):
        values, kind = k.infer([function(self._row(row)) for row in range(len(self))])
        return series(values, kind, self.index)
    found = [function(self._column(name)) for name in self._names]
    if hasattr(found[0], "_is_pandas"):
        return self._new(list(zip(self._names, found)))
    return series(*k.infer(found), self.columns)


class _Groups:
    """Rows by the values of a column."""

    def __init__(self, frame, by, chosen=None):
        self._frame, self._by, self._chosen = frame, by, chosen

    def __getitem__(self, name):
        return _Groups(self._frame, self._by, name)

    def _found(self, method):
        frame, by = self._frame, self._by
        keys = sorted(set(frame._data[by]))
        names = [self._chosen] if isinstance(self._chosen, str) else self._chosen or [
            name for name in frame._names if name != by]
        rows = [[row for row, value in enumerate(frame._data[by]) if value == key] for key in keys]
        columns = [(name, Series([getattr(frame._column(name)._take(part), method)() for part in rows]))
                   for name in names]
        index = Index(keys, by)
        if isinstance(self._chosen, str):
            return series(columns[0][1]._values, columns[0][1]._kind, index, self._chosen)
        return frame._new(columns, index)


for _name in ("mean", "sum", "min", "max", "std", "median", "count"):
    setattr(_Groups, _name, (lambda name: lambda self, numeric_only=False: self._found(name))(_name))


def groupby(self, by):
    if not isinstance(by, str):
        raise NotImplementedError("groupby of several columns is not available on this page")
    if by not in self._data:
        raise KeyError(by)
    return _Groups(self, by)


def _reduction(name):
    def method(self, axis=0, numeric_only=False, skipna=True, **settings):
        if axis in (1, "columns"):
            found = getattr(self.to_numpy(), name)(axis=1, **({"ddof": 1} if name in ("std", "var") else {}))
            return series(list(found._flat), found.dtype, self.index)
        names = [own for own in self._names if not numeric_only or self._kinds[own].kind in "fiub"]
        for own in names:
            if self._kinds[own] is k.STR and name in ("mean", "std", "var", "median"):
                raise TypeError("Cannot perform reduction '" + name + "' with string dtype")
        found = [getattr(self._column(own), name)(**settings) for own in names]
        return series(*k.infer(found), Index(names))

    return method


def _operator(name, reflected):
    method = "__" + ("r" if reflected else "") + name + "__"

    def operate(self, other):
        if isinstance(other, Series):
            pick = lambda own: other[own]
        elif isinstance(other, DataFrame):
            pick = lambda own: other._column(own)
        elif isinstance(other, (list, tuple, np.ndarray)):
            columns = np.asarray(other)
            if columns.ndim == 1:
                pick = lambda own: columns[self._names.index(own)]
            else:
                pick = lambda own: columns[:, self._names.index(own)]
        else:
            pick = lambda own: other
        return self._each(lambda column: getattr(column, method)(pick(column.name)))

    return operate


def attach():
    for function in (drop, rename, dropna, fillna, sort_values, reset_index, drop_duplicates, sample, astype, describe,
                     info, corr, iterrows, apply, groupby):
        setattr(DataFrame, function.__name__, function)
    for name in ("sum", "mean", "std", "var", "min", "max", "median", "count", "nunique", "any", "all", "quantile"):
        setattr(DataFrame, name, _reduction(name))
    for name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow"):
        setattr(DataFrame, "__" + name + "__", _operator(name, False))
        setattr(DataFrame, "__r" + name + "__", _operator(name, True))
    for name in ("eq", "ne", "lt", "le", "gt", "ge"):
        setattr(DataFrame, "__" + name + "__", _operator(name, False))
    DataFrame.head = lambda self, n=5: self._take(range(len(self))[:n])
    DataFrame.tail = lambda self, n=5: self._take(range(len(self))[-n:] if n else [])
    DataFrame.copy = lambda self: self._each(lambda column: column.copy())
    DataFrame.isnull = DataFrame.isna = lambda self: self._each(lambda column: column.isnull())
    DataFrame.round = lambda self, decimals=0: self._each(
        lambda column: column.round(decimals) if column._kind.kind == "f" else column)
    DataFrame.abs = lambda self: self._each(lambda column: column.abs())
    DataFrame.keys = lambda self: self.columns
    DataFrame.pop = _pop
    DataFrame.T = property(_transposed)
    DataFrame.items = lambda self: ((name, self._column(name)) for name in self._names)


def _pop(self, name):
    column = self[name]
    del self[name]
    return column


def _transposed(self):
    return DataFrame(self.to_numpy().T, columns=list(self.index), index=Index(self._names))
