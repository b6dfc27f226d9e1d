"""Tables as pandas prints them on a terminal of 80 letters."""

import math

from numpy._types import scientific

WIDTH = 80
MAX_ROWS = 60
MIN_ROWS = 10


def is_missing(value):
    return value is None or isinstance(value, float) and value != value


def _has_decimals(text):
    return "." in text and "e" not in text and text.strip("-+ ")[:1].isdigit()


def _trimmed(texts):
    """Zeros are taken off as long as all numbers end with one; one digit stays after the point."""
    numbers = [text for text in texts if _has_decimals(text)]
    if not numbers:
        return texts
    spare = min([len(text) - len(text.rstrip("0")) for text in numbers])
    after = len(numbers[0].split(".")[1])
    cut = min(spare, after - 1)
    return [text[:len(text) - cut] if _has_decimals(text) else text for text in texts] if cut else texts


def floats(values):
    """The column of numbers, each with the space of a sign before it."""

    def spelled(value, form):
        return "NaN" if value != value else (" inf" if value > 0 else "-inf") if value in (math.inf, -math.inf) else (
            form % value if form else (" " if value >= 0 else "") + scientific(value, 6))

    texts = _trimmed([spelled(value, "% .6f") for value in values])
    sizes = [abs(value) for value in values if value == value]
    is_long = bool(texts) and max([len(text) for text in texts]) > 12
    if any(0 < size < 1e-6 for size in sizes) or is_long and any(size > 1e6 for size in sizes):
        return [spelled(value, None) for value in values]
    return texts


def cell(value):
    """A value among values of other kinds."""
    if is_missing(value):
        return " None" if value is None else " NaN"
    if isinstance(value, float):
        text = ("% .6f" % value).rstrip("0")
        return text + "0" if text[-1] == "." else text
    return " " + str(value)


def column(values, kind):
    if kind.kind == "f":
        return floats(values)
    if kind.kind in "iu":
        return ["% d" % value for value in values]
    if kind.kind == "U":
        return [" NaN" if is_missing(value) else " " + value for value in values]
    return [cell(value) for value in values]


def _justified(texts):
    width = max([len(text) for text in texts] or [0])
    return [text.rjust(width) for text in texts]


def _left(texts):
    width = max([len(text) for text in texts] or [0])
    return [text.ljust(width) for text in texts]


def adjoin(columns, space=1):
    # The last column is as wide as its longest text, the others have their spaces.
    padded = [_padded(texts, len(texts[0]) + space) for texts in columns[:-1]] + [columns[-1]]
    return "\n".join(["".join(row) for row in zip(*padded)])


def _padded(texts, width):
    return [text.ljust(width) for text in texts]


def labels(index):
    """The labels of rows."""
    if index and all(isinstance(label, float) for label in index):
        return [text.strip() for text in floats(index)]
    return [str(label) for label in index]


def _rows(count):
    """The rows that are shown, and where dots stand, if some are left out."""
    if count <= MAX_ROWS:
        return list(range(count)), None
    half = MIN_ROWS // 2
    return list(range(half)) + list(range(count - half, count)), half


def _strings(frame, names, rows):
    """Each column as texts of one width, its name first; the index before them."""
    name = frame.index.name
    # A name of the index takes a line of its own.
    top = ["", str(name)] if name is not None else [""]
    columns = [_left(top + labels([frame.index[row] for row in rows]))]
    # Numbers as names are padded to one width.
    width = max([len(str(own[0])) for own in names]) if all(isinstance(own[0], int) for own in names) else 0
    for name_, values, kind in names:
        head = (" " if kind.kind in "fiub" else "") + str(name_).ljust(width)
        body = column([values[row] for row in rows], kind)
        columns.append(_justified([head] + [""] * (len(top) - 1) + body))
    return columns


def _fitting(columns):
    """How many columns fit the terminal: from the middle they are left out."""
    excess = len(adjoin(columns).split("\n")[0]) - WIDTH + 1
    widths = [len(texts[0]) for texts in columns]
    # The column of dots needs room too.
    excess += 5 if excess > 0 else 0
    while excess > 0 and len(widths) > 1:
        excess -= widths.pop(round(len(widths) / 2)) + 1
    return max(len(widths) - 1, 2)


def _dots_below(columns, half, extra, dots_at):
    for i, texts in enumerate(columns):
        width = len(texts[half + extra])
        is_dots = i == dots_at
        dots = "..." if width > 3 or is_dots else ".."
        texts.insert(half + 1 + extra, dots.ljust(width) if i == 0 else dots.rjust(4 if is_dots else width))


def frame_text(frame):
    names = [(name, frame._data[name], frame._kinds[name]) for name in frame._names]
    if not names or not len(frame.index):
        return "Empty DataFrame\nColumns: [" + ", ".join(map(str, frame._names)) + "]\nIndex: [" + ", ".join(
            labels(list(frame.index))) + "]"
    rows, half = _rows(len(frame.index))
    extra = 1 if frame.index.name is not None else 0
    columns = _strings(frame, names, rows)
    if half is not None:
        _dots_below(columns, half, extra, None)
    fits, dots_at = _fitting(columns), None
    if fits < len(names):
        side = max(fits // 2, 1)
        columns = _strings(frame, names[:side] + names[-side:], rows)
        dots_at = side + 1
        columns.insert(dots_at, [" ..."] * len(columns[0]))
        if half is not None:
            _dots_below(columns, half, extra, dots_at)
    text = adjoin(columns)
    if half is None and dots_at is None:
        return text
    return text + "\n\n[" + str(len(frame.index)) + " rows x " + str(len(names)) + " columns]"


def series_text(series):
    count, kind = len(series._values), series._kind
    footer = ["Name: " + str(series.name)] if series.name is not None else []
    if not count:
        return "Series([], " + "".join([part + ", " for part in footer]) + "dtype: " + str(kind) + ")"
    rows, half = _rows(count)
    values = _justified(column([series._values[row] for row in rows], kind))
    index = labels([series.index[row] for row in rows])
    if half is not None:
        width = len(values[half - 1])
        dots = "..." if width > 3 else ".."
        spare = width - len(dots)
        # As CPython centres a text: of an odd rest the larger part goes before it where the width is odd.
        values.insert(
            half, " " * (spare // 2 + (spare & width & 1)) + dots + " " * (spare - spare // 2 - (spare & width & 1))
        )
        index.insert(half, "")
        footer.append("Length: " + str(count))
    head = str(series.index.name) + "\n" if series.index.name is not None else ""
    index = _left(index)
    body = "\n".join([label + "   " + value for label, value in zip(index, values)])
    return head + body + "\n" + ", ".join(footer + ["dtype: " + str(kind)])
