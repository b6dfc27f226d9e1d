"""Scales and labels."""

import math

import _bridge
import numpy as np

from .exceptions import NotFittedError


class _Base:
    _defaults = {}

    def __repr__(self):
        given = [name + "=" + repr(getattr(self, name)) for name, usual in self._defaults.items()
                 if getattr(self, name) != usual]
        return type(self).__name__ + "(" + ", ".join(given) + ")"

    def fit_transform(self, X, y=None):
        return self.fit(X).transform(X)

    def _check_fitted(self, name):
        if not hasattr(self, name):
            raise NotFittedError("This " + type(self).__name__ + " instance is not fitted yet. Call 'fit' with "
                                 "appropriate arguments before using this estimator.")


class _Scaler(_Base):
    def _table(self, X, is_fit):
        """The numbers as a matrix, of as many columns as were fitted."""
        X = np.asarray(X.to_numpy() if hasattr(X, "_is_pandas") else X)
        if X.dtype.kind in "UO":
            bad = [value for value in X._flat if isinstance(value, str)]
            raise ValueError("could not convert string to float: " + repr(bad[0] if bad else ""))
        X = X if X.dtype.kind == "f" else X.astype(float)
        if X.ndim != 2:
            raise ValueError(
                "Expected 2D array, got 1D array instead:\narray=" + str(X) + ".\nReshape your data either "
                "using array.reshape(-1, 1) if your data has a single feature or array.reshape(1, -1) if it "
                "contains a single sample."
            )
        if is_fit:
            self.n_features_in_ = X.shape[1]
        elif X.shape[1] != self.n_features_in_:
            raise ValueError("X has " + str(X.shape[1]) + " features, but " + type(self).__name__ + " is expecting "
                             + str(self.n_features_in_) + " features as input.")
        return X


class StandardScaler(_Scaler):
    _defaults = {"with_mean": True, "with_std": True}

    def __init__(self, copy=True, with_mean=True, with_std=True):
        self.with_mean, self.with_std = with_mean, with_std

    def fit(self, X, y=None):
        X = self._table(X, True)
        count = X.shape[0]
        self.n_samples_seen_ = count
        self.mean_ = X.sum(axis=0) / count
        apart = X - self.mean_
        spread = (apart ** 2).sum(axis=0) - apart.sum(axis=0) ** 2 / count
        self.var_ = spread / count
        scales = [1.0 if variance <= count * 2.2e-16 * variance + (count * mean * 2.2e-16) ** 2 else math.sqrt(variance)
                  for variance, mean in zip(self.var_._flat, self.mean_._flat)]
        self.scale_ = np.array(scales)
        return self

    def transform(self, X):
        self._check_fitted("mean_")
        X = self._table(X, False)
        X = X - self.mean_ if self.with_mean else X
        return X / self.scale_ if self.with_std else X

    def inverse_transform(self, X):
        self._check_fitted("mean_")
        X = self._table(X, False)
        X = X * self.scale_ if self.with_std else X
        return X + self.mean_ if self.with_mean else X


class MinMaxScaler(_Scaler):
    _defaults = {"feature_range": (0, 1)}

    def __init__(self, feature_range=(0, 1), copy=True, clip=False):
        self.feature_range = feature_range

    def fit(self, X, y=None):
        X = self._table(X, True)
        low, high = self.feature_range
        self.data_min_, self.data_max_ = X.min(axis=0), X.max(axis=0)
        self.data_range_ = self.data_max_ - self.data_min_
        self.scale_ = (high - low) / np.array([size or 1.0 for size in self.data_range_._flat])
        self.min_ = low - self.data_min_ * self.scale_
        return self

    def transform(self, X):
        self._check_fitted("scale_")
        return self._table(X, False) * self.scale_ + self.min_

    def inverse_transform(self, X):
        self._check_fitted("scale_")
        return (self._table(X, False) - self.min_) / self.scale_


class LabelEncoder(_Base):
    def fit(self, y):
        self.classes_ = np.unique(np.asarray(y))
        return self

    def fit_transform(self, y):
        return self.fit(y).transform(y)

    def transform(self, y):
        self._check_fitted("classes_")
        flat = self.classes_._flat
        unseen = [value for value in np.unique(np.asarray(y)) if value not in flat]
        if unseen:
            raise ValueError("y contains previously unseen labels: " + ", ".join([repr(value) for value in unseen]))
        return np.array([flat.index(value) for value in np.asarray(y)._flat], int)

    def inverse_transform(self, y):
        self._check_fitted("classes_")
        return self.classes_[np.asarray(y)]


class OneHotEncoder(_Base):
    _defaults = {"sparse_output": True}

    def __init__(self, sparse_output=True):
        if sparse_output:
            raise _bridge.not_there("keyword", "OneHotEncoder sparse_output",
                                    "OneHotEncoder() is available with sparse_output=False on this page")
        self.sparse_output = sparse_output

    def fit(self, X, y=None):
        X = np.asarray(X)
        self.categories_ = [np.unique(X[:, i]) for i in range(X.shape[1])]
        for i, found in enumerate(self.categories_):
            self.categories_[i] = found.astype(object) if found.dtype.kind == "U" else found
        return self

    def transform(self, X):
        self._check_fitted("categories_")
        rows = np.asarray(X).tolist()
        return np.array([[1.0 if value == level else 0.0 for value, levels in zip(row, self.categories_)
                          for level in levels._flat] for row in rows])


__getattr__ = _bridge.module_getattr("sklearn.preprocessing", ["StandardScaler", "MinMaxScaler", "LabelEncoder"], {
    "sklearn": "RobustScaler Normalizer PolynomialFeatures OrdinalEncoder LabelBinarizer PowerTransformer MaxAbsScaler "
               "Binarizer QuantileTransformer scale normalize minmax_scale",
})
