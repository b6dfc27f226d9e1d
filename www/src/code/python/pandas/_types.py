"""Types of columns: NumPy's, and pandas' own of texts."""

import numpy as np
from numpy import _types as t

from ._format import is_missing


class StringDtype:
    """The type of a column of texts."""

    name, kind, type = "str", "U", str

    def __str__(self):
        return "str"

    def __repr__(self):
        return "<StringDtype(na_value=nan)>"

    def __eq__(self, other):
        return other is self or other is str or isinstance(other, str) and other in ("str", "string")

    def __hash__(self):
        return hash("str")


STR = StringDtype()
BOOL, INT64, FLOAT64, OBJECT = t.BOOL, t.INT64, t.FLOAT64, t.OBJECT


def as_kind(like):
    return STR if STR == like else t.as_dtype(like)


def infer(values):
    """Plain values and the type that pandas gives to them."""
    kinds = set()
    for value in values:
        own = getattr(value, "dtype", None)
        kinds.add("m" if is_missing(value) else own.kind if own is not None else "b" if isinstance(value, bool) else
                  "i" if isinstance(value, int) else "f" if isinstance(value, float) else
                  "U" if isinstance(value, str) else "O")
    values = [value.item() if hasattr(value, "item") and hasattr(value, "dtype") else value for value in values]
    rest = kinds - {"m"}
    if not values:
        return values, OBJECT
    if rest <= {"i", "f"} and rest | {"m"} != {"m"} or kinds == {"m"}:
        if kinds == {"i"}:
            return values, INT64
        return [float("nan") if value is None else float(value) for value in values], FLOAT64
    if kinds == {"b"}:
        return values, BOOL
    if rest == {"U"}:
        return [float("nan") if value is None else value for value in values], STR
    return values, OBJECT


def column_of(values):
    """Values and type of whatever a column may be made of."""
    if hasattr(values, "_is_pandas"):
        return list(values._values), values._kind
    if isinstance(values, np.ndarray):
        if values.ndim != 1:
            raise ValueError("Per-column arrays must each be 1-dimensional")
        return (list(values._flat), values.dtype) if values.dtype.kind not in "UO" else infer(list(values._flat))
    return infer(list(values))


def to_array(values, kind):
    plain = OBJECT if kind is STR else kind
    return np._array.make(list(values), (len(values),), plain)


def common(kinds):
    """The type of an array that holds columns of these types."""
    found = None
    for kind in kinds:
        kind = OBJECT if kind is STR else kind
        if found is not None and (found is BOOL) != (kind is BOOL):
            return OBJECT
        found = kind if found is None else t.promote(found, kind)
    return found or OBJECT
