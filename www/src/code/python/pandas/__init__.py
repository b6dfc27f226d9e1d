"""A small pandas: tables of a teacher's size, printed as pandas prints them."""

import _bridge

from . import _table
from . import _types as _k
from ._format import is_missing as _is_missing
from ._frame import DataFrame
from ._index import Index, RangeIndex
from ._series import Series
from ._series import make as _series

_table.attach()

__version__ = "3.1.1"
NA = float("nan")


def _plain(column):
    """Values and type of a column that was read."""
    kind, values = column["kind"], column["values"]
    if kind == "str":
        return [float("nan") if value is None else value for value in values], _k.STR
    if kind == "int":
        return [int(value) for value in values], _k.INT64
    if kind == "bool":
        return [value == 1 for value in values], _k.BOOL
    return values, _k.FLOAT64


def read_csv(filepath_or_buffer, sep=",", header=0, names=None, index_col=None, usecols=None, encoding=None, **others):
    if others:
        name = list(others)[0]
        raise _bridge.not_there(
            "keyword", "read_csv " + name, "read_csv() with '" + name + "' is not available on this page"
        )
    if not isinstance(filepath_or_buffer, str):
        raise _bridge.not_there("pandas", "read_csv", "read_csv() of anything but a path is not available on this page")
    has_names = header == 0 and names is None
    columns = _bridge.call("table.read", path=filepath_or_buffer, separator=sep, header=has_names, names=names)
    frame = DataFrame()
    for place, column in enumerate(columns):
        values, kind = _plain(column)
        if not place:
            frame._index = RangeIndex(len(values))
        frame._put(column["name"] if has_names or names else place, values, kind)
    if usecols is not None:
        frame = frame[[name for name in frame._names if name in usecols]]
    if index_col is None or index_col is False:
        return frame
    name = frame._names[index_col] if isinstance(index_col, int) else index_col
    labels = Index(frame._data[name], None if name[:9] == "Unnamed: " else name)
    return frame._new([(own, frame._column(own)) for own in frame._names if own != name], labels)


def get_dummies(data, columns=None, drop_first=False, dtype=bool):
    if isinstance(data, Series):
        return DataFrame(dict(_dummies(data, "", drop_first, dtype)), index=data.index)
    chosen = columns if columns is not None else [name for name in data._names if data._kinds[name].kind in "UO"]
    kept = [(name, data._column(name)) for name in data._names if name not in chosen]
    for name in chosen:
        kept += _dummies(data._column(name), str(name) + "_", drop_first, dtype)
    return data._new(kept)


def _dummies(column, prefix, drop_first, dtype):
    levels = sorted(set(value for value in column._values if not _is_missing(value)))
    return [((prefix + str(level)) if prefix else level,
             (column._inferred([value == level for value in column._values])).astype(dtype))
            for level in levels[1 if drop_first else 0:]]


def concat(parts, axis=0, ignore_index=False):
    parts = list(parts)
    if axis in (1, "columns"):
        pairs = []
        for part in parts:
            pairs += [(part.name, part)] if isinstance(part, Series) else [(n, part._column(n)) for n in part._names]
        return DataFrame()._new(pairs, parts[0].index)
    index = None if ignore_index else [label for part in parts for label in part.index]
    if isinstance(parts[0], Series):
        return Series([value for part in parts for value in part], index=index)
    return DataFrame({name: [value for part in parts for value in part._data[name]] for name in parts[0]._names},
                     index=index)


def isnull(value):
    return value.isnull() if hasattr(value, "_is_pandas") else _is_missing(value)


isna = isnull


def to_numeric(column):
    return column._inferred([float(value) if "." in str(value) else int(value) for value in column._values])


def unique(column):
    return column.unique()


__getattr__ = _bridge.module_getattr(
    "pandas",
    [name for name in globals() if name[0] != "_"],
    {
        "pandas": "read_excel read_json read_sql read_html read_parquet read_table merge cut qcut pivot_table melt "
        "crosstab "
        "date_range to_datetime Timestamp Timedelta Categorical MultiIndex set_option options plotting ExcelWriter",
    },
)
