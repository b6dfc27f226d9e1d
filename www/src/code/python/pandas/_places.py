"""`iloc` by place and `loc` by label, of tables and of columns."""


def _rows(key, count, what="single positional indexer is out-of-bounds"):
    """Places that a key means, and whether it is a single one."""
    if hasattr(key, "_is_pandas") or hasattr(key, "_flat"):
        flat = key._values if hasattr(key, "_is_pandas") else key._flat
        key = [i for i, value in enumerate(flat) if value] if flat and isinstance(flat[0], bool) else flat
    if isinstance(key, slice):
        return list(range(*key.indices(count))), False
    if isinstance(key, (list, tuple, range)):
        if key and isinstance(key[0], bool):
            return [i for i, value in enumerate(key) if value], False
        if any(not -count <= row < count for row in key):
            raise IndexError("positional indexers are out-of-bounds")
        return [row % count for row in key], False
    if not -count <= key < count:
        raise IndexError(what)
    return [key % count], True


def _labelled(key, index):
    """Places of labels; a slice ends with its last label."""
    if hasattr(key, "_is_pandas") or hasattr(key, "_flat") or isinstance(key, list):
        flat = key._values if hasattr(key, "_is_pandas") else key._flat if hasattr(key, "_flat") else key
        if flat and isinstance(flat[0], bool):
            return [i for i, value in enumerate(flat) if value], False
        missing = [label for label in flat if label not in index]
        if missing:
            raise KeyError(str(missing) + " not in index")
        return [index.get_loc(label) for label in flat], False
    if isinstance(key, slice):
        start = 0 if key.start is None else index.get_loc(key.start) if key.start in index else 0
        stop = len(index) if key.stop is None else index.get_loc(key.stop) + 1 if key.stop in index else len(index)
        return list(range(start, stop, key.step or 1)), False
    return [index.get_loc(key)], True


class _Places:
    def __init__(self, owner):
        self._owner = owner

    def _find(self, key):
        owner = self._owner
        both = key if isinstance(key, tuple) and owner.ndim == 2 else (key, slice(None))
        rows, is_row = self._lines(both[0], owner.index)
        columns = self._lines(both[1], owner.columns) if owner.ndim == 2 else ([0], True)
        return rows, is_row, columns

    def __getitem__(self, key):
        owner = self._owner
        rows, is_row, (columns, is_column) = self._find(key)
        if owner.ndim == 1:
            return owner._scalar(rows[0]) if is_row else owner._take(rows)
        if is_column:
            found = owner._column(owner._names[columns[0]])
            return found._scalar(rows[0]) if is_row else found._take(rows)
        part = owner if len(columns) == len(owner._names) and columns == list(range(len(columns))) else owner[
            [owner._names[column] for column in columns]]
        return part._row(rows[0]) if is_row else part._take(rows)

    def __setitem__(self, key, value):
        rows, _, (columns, _) = self._find(key)
        owner = self._owner
        values = list(value) if hasattr(value, "__len__") and not isinstance(value, str) else [value] * len(rows)
        if owner.ndim == 1:
            for row, own in zip(rows, values):
                owner._values[row] = own
            return
        for column in columns:
            found = owner._column(owner._names[column])
            changed = list(found._values)
            for row, own in zip(rows, values):
                changed[row] = own
            owner._set(owner._names[column], found._inferred(changed))


class Iloc(_Places):
    def _lines(self, key, index):
        return _rows(key, len(index))


class At(_Places):
    def _lines(self, key, index):
        return _labelled(key, index)
