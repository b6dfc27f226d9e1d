"""Which elements an index means: all forms become the flat places and the shape of what is picked."""


def _normal(key, shape):
    """One entry for each dimension: integers, slices, lists of integers; `None` adds a dimension."""
    key = list(key) if isinstance(key, tuple) else [key]
    used = sum(1 for part in key if part is not None and part is not Ellipsis)
    if used > len(shape):
        raise IndexError("too many indices for array: array is " + str(len(shape)) + "-dimensional, but "
                         + str(used) + " were indexed")
    fill = [slice(None)] * (len(shape) - used)
    for i, part in enumerate(key):
        if part is Ellipsis:
            return key[:i] + fill + key[i + 1:]
    return key + fill


def _integer(value, size, axis):
    place = value.__index__()
    if not -size <= place < size:
        raise IndexError("index " + str(place) + " is out of bounds for axis " + str(axis) + " with size " + str(size))
    return place % size


def _list(part):
    """The places of a list or array of integers or of truths; None of anything else."""
    flat = getattr(part, "_flat", None)
    if flat is None:
        values = getattr(part, "_values", None)
        if values is None and not isinstance(part, (list, range)):
            return None
        flat = list(part) if values is None else list(values)
    if flat and all(value is True or value is False for value in flat):
        return [i for i, value in enumerate(flat) if value]
    return flat


def places(key, shape):
    """Flat places, the shape of the result, and whether it is one element."""
    mask = getattr(key, "dtype", None)
    if mask is not None and getattr(mask, "kind", "") == "b" and hasattr(key, "_flat") and len(key.shape) > 1:
        return _mask(key, shape)
    parts = _normal(key, shape)
    steps, step = [], 1
    for size in reversed(shape):
        steps.insert(0, step)
        step *= size
    return _combine(parts, shape, steps)


def _mask(key, shape):
    if tuple(key.shape) != tuple(shape[:len(key.shape)]):
        raise IndexError("boolean index did not match indexed array along axis 0; size of axis is "
                         + str(shape[0]) + " but size of corresponding boolean axis is " + str(key.shape[0]))
    step = 1
    for size in shape[len(key.shape):]:
        step *= size
    rows = [i for i, value in enumerate(key._flat) if value]
    return [row * step + at for row in rows for at in range(step)], (len(rows),) + tuple(shape[len(key.shape):]), False


def _check_mask(part, size, axis):
    flat = getattr(part, "_flat", None)
    is_mask = flat is not None and part.dtype.kind == "b" or (
        isinstance(part, list) and part and all(item is True or item is False for item in part))
    if is_mask and len(flat if flat is not None else part) != size:
        raise IndexError("boolean index did not match indexed array along axis " + str(axis) + "; size of axis is "
                         + str(size) + " but size of corresponding boolean axis is " + str(len(part)))


def _combine(parts, shape, steps):
    axis, found, result, single = 0, [0], [], True
    lists = [part for part in parts if part is not None and not isinstance(part, slice) and _list(part) is not None]
    joint = None
    for part in parts:
        if part is None:
            result.append(1)
            single = False
            continue
        size, step = shape[axis], steps[axis]
        if isinstance(part, slice):
            chosen = range(*part.indices(size))
            result.append(len(chosen))
            single = False
        elif _list(part) is not None:
            _check_mask(part, size, axis)
            chosen = _list(part)
            if chosen and not 0 <= min(chosen) <= max(chosen) < size:
                chosen = [_integer(value, size, axis) for value in chosen]
            single = False
            if len(lists) > 1:
                # Several lists go hand in hand, element by element.
                joint = [place * step for place in chosen] if joint is None else [
                    before + place * step for before, place in zip(joint, chosen)]
                axis += 1
                continue
            result.extend(getattr(part, "shape", (len(chosen),)) if len(getattr(part, "shape", ())) > 1
                          else (len(chosen),))
        else:
            if not hasattr(part, "__index__"):
                raise IndexError("only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer "
                                 "or boolean arrays are valid indices")
            chosen = [_integer(part, size, axis)]
        found = [base + place * step for base in found for place in chosen]
        axis += 1
    if joint is not None:
        found = [first + base for first in joint for base in found]
        result.insert(0, len(joint))
    return found, tuple(result), single
