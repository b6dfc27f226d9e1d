"""Labels of rows and columns."""


class Index:
    """A list of labels, with a name."""

    def __init__(self, labels, name=None):
        self._labels, self.name = list(labels), name

    def _kind(self):
        if all(isinstance(label, str) for label in self._labels) and self._labels:
            return "str"
        if all(isinstance(label, int) for label in self._labels) and self._labels:
            return "int64"
        return (
            "float64" if self._labels and all(isinstance(label, (int, float)) for label in self._labels) else "object"
        )

    def __repr__(self):
        words = [repr(label) for label in self._labels]
        tail = ", dtype='" + self._kind() + "'" + (", name=" + repr(self.name) if self.name is not None else "")
        if len(words) > 100:
            words = words[:10] + ["..."] + words[-10:]
            tail += ", length=" + str(len(self._labels))
        line = "Index([" + ", ".join(words) + "]" + tail + ")"
        if len(line) <= 79:
            return line
        return "Index([" + _wrapped(words) + "],\n      " + tail[2:] + ")"

    def __len__(self):
        return len(self._labels)

    def __iter__(self):
        return iter(self._labels)

    def __getitem__(self, key):
        if isinstance(key, slice):
            return Index(self._labels[key], self.name)
        return self._labels[key]

    def __contains__(self, label):
        return label in self._labels

    def __eq__(self, other):
        import numpy as np
        return np.array([label == wanted for label, wanted in zip(self._labels, other)]
                        if hasattr(other, "__iter__") and not isinstance(other, str)
                        else [label == other for label in self._labels])

    def __hash__(self):
        raise TypeError("unhashable type: 'Index'")

    def tolist(self):
        return list(self._labels)

    def get_loc(self, label):
        if label not in self._labels:
            raise KeyError(label)
        return self._labels.index(label)

    @property
    def values(self):
        import numpy as np
        return np.array(self._labels)

    def __array__(self):
        return self.values


def _wrapped(words):
    lines, current = [], ""
    for word in words:
        if current and len("       ") + len(current) + len(word) + 1 > 78:
            lines.append(current.rstrip())
            current = ""
        current += word + ", "
    return "\n       ".join(lines + [current[:-2]])


class RangeIndex(Index):
    """The labels 0, 1, 2 … that rows have by themselves."""

    def __init__(self, count):
        self._labels, self.name = range(count), None

    def __repr__(self):
        return "RangeIndex(start=0, stop=" + str(len(self._labels)) + ", step=1)"

    def __getitem__(self, key):
        return Index(self._labels[key]) if isinstance(key, slice) else self._labels[key]


def as_index(labels, count):
    if labels is None:
        return RangeIndex(count)
    found = labels if isinstance(labels, Index) else Index(labels, getattr(labels, "name", None))
    if len(found) != count:
        raise ValueError(
            "Length of values (" + str(count) + ") does not match length of index (" + str(len(found)) + ")"
        )
    return found
