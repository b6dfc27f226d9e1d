"""Data that comes with scikit-learn: the iris flowers."""

import _bridge
import numpy as np

from ._iris import FLOWERS


class Bunch(dict):
    """A dictionary whose keys are attributes too."""

    def __getattr__(self, name):
        if name in self:
            return self[name]
        raise AttributeError(name)


def _flowers():
    data = np.array([[int(word[i:i + 2]) / 10 for i in (0, 2, 4, 6)] for word in FLOWERS])
    return data, np.array([row // 50 for row in range(150)])


def load_iris(return_X_y=False, as_frame=False):
    data, target = _flowers()
    names = ["sepal length (cm)", "sepal width (cm)", "petal length (cm)", "petal width (cm)"]
    frame = None
    if as_frame:
        import pandas as pd
        frame = pd.DataFrame(data, columns=names)
        frame["target"] = target
        data, target = frame[names], frame["target"]
    if return_X_y:
        return data, target
    return Bunch(data=data, target=target, frame=frame, target_names=np.array(["setosa", "versicolor", "virginica"]),
                 DESCR="Iris plants dataset", feature_names=names, filename="iris.csv",
                 data_module="sklearn.datasets.data")


__getattr__ = _bridge.module_getattr("sklearn.datasets", ["load_iris"], {
    "data": "load_digits load_wine load_breast_cancer load_diabetes fetch_california_housing fetch_openml make_moons "
            "make_circles make_blobs make_classification make_regression load_boston",
})
