"""Rows as a program has them, as the engine takes them: one flat list in row-major order."""

import _bridge
import numpy as np


def as_numbers(data):
    """An array of numbers of whatever holds some."""
    if hasattr(data, "numpy"):
        data = data.numpy()
    if hasattr(data, "_is_pandas"):
        data = data.to_numpy()
    array = np.asarray(data)
    if array.dtype.kind == "O":
        bad = [value for value in array._flat if isinstance(value, str)]
        if bad:
            raise ValueError("could not convert string to float: " + repr(bad[0]))
        array = array.astype(float)
    if array.dtype.kind == "U":
        raise ValueError("Invalid dtype: " + array.dtype.name)
    return array


def names_of(data):
    """The names of the columns, of a table or of its values; None of anything else."""
    names = getattr(data, "columns", None) if hasattr(data, "_is_pandas") else getattr(data, "_columns", None)
    return [str(name) for name in names] if names is not None else None


def is_rows(data):
    return hasattr(data, "_flat") or hasattr(data, "_is_pandas") or hasattr(data, "numpy")


class Rows:
    """Numbers and the size of a row."""

    def __init__(self, data, names=None):
        array = as_numbers(data)
        self.count = array.shape[0]
        self.width = array.size // self.count if self.count else 0
        self.shape = array.shape
        is_truth = array.dtype.kind == "b"
        self.numbers = _bridge.Numbers([int(value) for value in array._flat] if is_truth else array._flat)
        self.names = names_of(data)


def check_type(*parts):
    """Keras takes arrays, not lists."""
    wrong = [part for part in parts if part is not None and not is_rows(part)]
    if wrong:
        raise ValueError("Unrecognized data type: x=" + str(parts[0]) + " (of type " + str(type(parts[0])) + ")")


def check_counts(x, y, weights=None):
    """Keras's words where `x` and `y` have not as many rows."""
    if x.count != y.count:
        raise ValueError("Data cardinality is ambiguous. Make sure all arrays contain the same number of samples."
                         "'x' sizes: " + str(x.count) + "\n'y' sizes: " + str(y.count) + "\n")


def check_width(model, rows, is_training, is_concrete=False):
    """Keras's words where rows are not as wide as the model's inputs."""
    wanted = model._inputs()
    width = rows.width
    if wanted is None or wanted == width:
        return
    count = str(rows.count) if is_concrete else "None"
    shape = "(" + count + ", " + str(width) + ")"
    first = [layer for layer in model.layers][0].name
    raise ValueError(
        "Exception encountered when calling Sequential.call().\n\n\x1b[1mInput 0 with name 'None' of layer '" + first
        + "' is incompatible with the layer: expected axis -1 of input shape to have value " + str(wanted)
        + ", but received input with shape " + shape + "\x1b[0m\n\nArguments received by Sequential.call():\n"
        "  • inputs=tf.Tensor(shape=" + shape + ", dtype=float32)\n  • training=" + str(is_training)
        + "\n  • mask=None\n  • kwargs=<class 'inspect._empty'>")
