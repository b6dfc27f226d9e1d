"""Arrays as NumPy prints them: the shortest digits that tell numbers apart, at most eight after the point."""

import math

from ._types import FLOAT32, scientific, shortest_digits, wrap

LINE = 75
EDGE = 3
options = {"precision": 8, "suppress": False, "threshold": 1000, "linewidth": LINE, "edgeitems": EDGE}


def _positional(value, is_single, precision):
    """Digits before and after the point, without zeros at the end."""
    text = repr(float(shortest_digits(value))) if is_single else repr(value)
    if "e" in text or len(text.split(".")[1]) > precision:
        text = "%.*f" % (precision, value) if "e-" in text or "e" not in text else "%.1f" % value
    whole, part = text.split(".") if "." in text else (text, "")
    return whole, part.rstrip("0")


def _scientific(value, is_single, precision):
    """Digits before the point, after it, and the exponent with its sign."""
    text = shortest_digits(value) if is_single else _shortest_double(value)
    mantissa, exponent = text.split("e")
    if "." in mantissa and len(mantissa.split(".")[1]) > precision:
        mantissa, exponent = scientific(value, precision).split("e")
    whole, _, part = mantissa.partition(".")
    return whole, part.rstrip("0"), exponent


def _shortest_double(value):
    for digits in range(0, 17):
        text = scientific(value, digits)
        if float(text) == value:
            return text
    return scientific(value, 17)


def _special(value):
    if value != value:
        return "nan"
    return "inf" if value > 0 else "-inf"


def float_formatter(values, is_single):
    finite = [value for value in values if value == value and value not in (math.inf, -math.inf)]
    precision = options["precision"]
    sizes = [abs(value) for value in finite if value != 0]
    is_wide = bool(sizes) and (max(sizes) >= 1e8 or
                               not options["suppress"] and (min(sizes) < 1e-4 or max(sizes) / min(sizes) > 1000.0))
    specials = [len(_special(value)) for value in values
                if value != value or value in (math.inf, -math.inf)]
    if is_wide:
        return _exponent_formatter(finite, specials, is_single, precision)
    parts = [_positional(value, is_single, precision) for value in finite] or [("", "")]
    left, right = max(len(part[0]) for part in parts), max(len(part[1]) for part in parts)
    left = max([left] + [width - right - 1 for width in specials])

    def formatted(value):
        if value != value or value in (math.inf, -math.inf):
            return _special(value).rjust(left + right + 1)
        whole, part = _positional(value, is_single, precision)
        return whole.rjust(left) + "." + part.ljust(right)

    return formatted


def _exponent_formatter(finite, specials, is_single, precision):
    parts = [_scientific(value, is_single, precision) for value in finite]
    left, right = max(len(part[0]) for part in parts), max(len(part[1]) for part in parts)
    width = max([left + 1 + right + max(1 + len(part[2]) for part in parts)] + specials)

    def formatted(value):
        if value != value or value in (math.inf, -math.inf):
            return _special(value).rjust(width)
        whole, part, exponent = _scientific(value, is_single, precision)
        return (whole + "." + part.ljust(right, "0") + "e" + exponent).rjust(width)

    return formatted


def formatter(values, kind):
    if kind.kind == "f":
        return float_formatter(values, kind is FLOAT32)
    if kind.kind in "iu":
        width = max([len(str(value)) for value in (min(values), max(values))]) if values else 0
        return lambda value: str(value).rjust(width)
    if kind.kind == "b":
        return lambda value: " True" if value else "False"
    return lambda value: repr(value)


def _shown(flat, shape):
    """The numbers that are printed of an array so large that its middle is left out."""
    if not shape:
        return list(flat)
    step = len(flat) // shape[0] if shape[0] else 0
    edge = options["edgeitems"]
    rows = range(shape[0]) if shape[0] <= 2 * edge else list(range(edge)) + list(range(shape[0] - edge, shape[0]))
    found = []
    for row in rows:
        found.extend(_shown(flat[row * step:(row + 1) * step], shape[1:]))
    return found


class _Layout:
    """Lays brackets and lines out, as `_formatArray` of NumPy."""

    def __init__(self, write, separator, short):
        self.write, self.separator, self.short = write, separator, short

    def places(self, count):
        edge = options["edgeitems"]
        if self.short and count > 2 * edge:
            return list(range(edge)) + [None] + list(range(count - edge, count))
        return list(range(count))

    def array(self, flat, shape, hanging, width):
        if not shape:
            return self.write(flat[0])
        if len(shape) == 1:
            return self.line(flat, shape[0], hanging, width)
        step = len(flat) // shape[0] if shape[0] else 0
        between = self.separator.rstrip() + "\n" * (len(shape) - 1)
        parts = []
        for row in self.places(shape[0]):
            part = flat[row * step:(row + 1) * step] if row is not None else None
            nested = "..." if part is None else self.array(part, shape[1:], hanging + " ", width - 1)
            parts.append(hanging + nested)
        return "[" + between.join(parts)[len(hanging):] + "]"

    def line(self, flat, count, hanging, width):
        room = width - max(len(self.separator.rstrip()), 1)
        lines, current = "", hanging
        for i, place in enumerate(self.places(count)):
            word = "..." if place is None else self.write(flat[place])
            if i:
                current += self.separator
            if len(current) + len(word) > room and len(current) > len(hanging):
                lines += current.rstrip() + "\n"
                current = hanging
            current += word
        return "[" + (lines + current)[len(hanging):] + "]"


def text(array, separator=" ", prefix="", suffix=""):
    flat, shape = array._flat, array.shape
    if array.size == 0:
        return "[]"
    if not shape:
        return str(wrap(array._flat[0], array.dtype))
    short = array.size > options["threshold"]
    write = formatter(_shown(flat, shape) if short else flat, array.dtype)
    layout = _Layout(write, separator, short)
    return layout.array(flat, shape, " " * (len(prefix) + 1), options["linewidth"] - len(suffix))


def representation(array):
    kind = array.dtype
    prefix = "array("
    shown = kind.name not in ("float64", "int64", "bool")
    name = "" if not shown else "dtype=" + ("'" + str(kind) + "'" if kind.kind == "U" else kind.name)
    short = array.size > options["threshold"]
    extra = (["shape=" + str(array.shape)] if short or array.size == 0 and len(array.shape) > 1 else [])
    if name or array.size == 0:
        extra.append(name or "dtype=" + kind.name)
    if not array.shape:
        body = _zero_dimensional(array)
    else:
        body = text(array, ", ", prefix, ")" if not extra else ",")
    if not extra:
        return prefix + body + ")"
    tail = ", ".join(extra) + ")"
    last = (prefix + body).split("\n")[-1]
    joined = " " if len(last) + len(tail) + 2 <= options["linewidth"] else "\n" + " " * len(prefix)
    return prefix + body + "," + joined + tail


def _zero_dimensional(array):
    value = array._flat[0]
    return repr(value) if array.dtype.kind in "UOb" else formatter([value], array.dtype)(value)
