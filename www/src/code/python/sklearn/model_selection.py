"""Rows to train with and rows to test with, in scikit-learn's order."""

import math

import _bridge
import numpy as np

from .exceptions import InvalidParameterError


def _counts(rows, test_size, train_size):
    for name, size in (("test_size", test_size), ("train_size", train_size)):
        is_fine = size is None or (0 < size < 1 if isinstance(size, float) else size >= 1)
        if not is_fine:
            raise InvalidParameterError(
                "The '" + name + "' parameter of train_test_split must be a float in the range (0.0, 1.0), an int in "
                "the range [1, inf) or None. Got " + repr(size) + " instead.")
    if test_size is None and train_size is None:
        test_size = 0.25
    test = math.ceil(test_size * rows) if isinstance(test_size, float) else test_size
    train = math.floor(train_size * rows) if isinstance(train_size, float) else train_size
    test = rows - train if test is None else test
    train = rows - test if train is None else train
    if train + test > rows:
        raise ValueError("The sum of train_size and test_size = " + str(train + test) + ", should be smaller than the "
                         "number of samples " + str(rows) + ". Reduce test_size and/or train_size.")
    if train == 0:
        raise ValueError("With n_samples=" + str(rows) + ", test_size=" + str(test_size) + " and train_size="
                         + str(train_size) + ", the resulting train set will be empty. Adjust any of the "
                         "aforementioned parameters.")
    return int(train), int(test)


def _take(part, rows):
    if hasattr(part, "_is_pandas"):
        return part._take(rows)
    if hasattr(part, "_flat"):
        return part[np.array(rows, int)].copy()
    return [part[row] for row in rows]


def train_test_split(*arrays, test_size=None, train_size=None, random_state=None, shuffle=True, stratify=None):
    if stratify is not None:
        raise _bridge.not_there("keyword", "train_test_split stratify",
                                "train_test_split() with 'stratify' is not available on this page")
    if not arrays:
        raise ValueError("At least one array required as input")
    lengths = [len(part) for part in arrays]
    if len(set(lengths)) > 1:
        raise ValueError("Found input variables with inconsistent numbers of samples: " + str(lengths))
    train, test = _counts(lengths[0], test_size, train_size)
    if shuffle:
        random = np.random._global if random_state is None else np.random.RandomState(random_state)
        order = random._order(lengths[0])
        picked = order[test:test + train], order[:test]
    else:
        picked = range(train), range(train, train + test)
    return [_take(part, rows) for part in arrays for rows in picked]


__getattr__ = _bridge.module_getattr("sklearn.model_selection", ["train_test_split"], {
    "sklearn": "KFold StratifiedKFold cross_val_score GridSearchCV RandomizedSearchCV ShuffleSplit cross_validate",
})
