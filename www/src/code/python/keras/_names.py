"""Names that Keras gives: `dense`, `dense_1`, each once in a program."""

_counts = {}


def snake(name):
    """`BatchNormalization` becomes `batch_normalization`, `ReLU` `re_lu`."""
    found = ""
    for i, letter in enumerate(name):
        is_start = letter.isupper() and i and (not name[i - 1].isupper() or i + 1 < len(name) and name[i + 1].islower())
        found += ("_" if is_start else "") + letter.lower()
    return found


def unique(prefix):
    count = _counts.get(prefix, 0)
    _counts[prefix] = count + 1
    return prefix + "_" + str(count) if count else prefix


def reset():
    _counts.clear()


def camel(name):
    """`learning_rate` as the engine writes it: `learningRate`."""
    first, *rest = name.split("_")
    return first + "".join([part[:1].upper() + part[1:] for part in rest])


def plain(value):
    """A number or list of NumPy's as plain Python has it."""
    if hasattr(value, "tolist"):
        return value.tolist()
    if hasattr(value, "item") and not isinstance(value, (list, tuple)):
        return value.item()
    return value


def settings(given):
    """Keyword arguments as the engine takes them; what is None keeps its default."""
    return {camel(name): plain(value) for name, value in given.items() if value is not None}
