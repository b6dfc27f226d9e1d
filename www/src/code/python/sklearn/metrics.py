"""Scores of predictions."""

import _bridge
import numpy as np


def _both(y_true, y_pred):
    one, other = np.asarray(y_true), np.asarray(y_pred)
    if len(one) != len(other):
        raise ValueError("Found input variables with inconsistent numbers of samples: " + str([len(one), len(other)]))
    return one.reshape(-1), other.reshape(-1)


def accuracy_score(y_true, y_pred, normalize=True):
    one, other = _both(y_true, y_pred)
    right = sum([1 if a == b else 0 for a, b in zip(one._flat, other._flat)])
    return right / len(one) if normalize else right


def mean_squared_error(y_true, y_pred):
    one, other = _both(y_true, y_pred)
    return float(((one - other) ** 2).mean())


def root_mean_squared_error(y_true, y_pred):
    return mean_squared_error(y_true, y_pred) ** 0.5


def mean_absolute_error(y_true, y_pred):
    one, other = _both(y_true, y_pred)
    return float(abs(one - other).mean())


def r2_score(y_true, y_pred):
    one, other = _both(y_true, y_pred)
    return float(1 - ((one - other) ** 2).sum() / ((one - one.mean()) ** 2).sum())


def confusion_matrix(y_true, y_pred):
    one, other = _both(y_true, y_pred)
    names = np.unique(np.concatenate([one, other]))._flat
    counts = np.zeros((len(names), len(names)), dtype=int)
    for a, b in zip(one._flat, other._flat):
        counts[names.index(a), names.index(b)] += 1
    return counts


__getattr__ = _bridge.module_getattr("sklearn.metrics", ["accuracy_score", "mean_squared_error", "r2_score"], {
    "sklearn": "classification_report f1_score precision_score recall_score roc_auc_score roc_curve log_loss "
               "mean_absolute_percentage_error ConfusionMatrixDisplay",
})
