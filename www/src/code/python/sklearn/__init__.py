"""A small scikit-learn: splitting, scaling, labels, scores and the iris data."""

import _bridge

__version__ = "1.9.1"
__getattr__ = _bridge.module_getattr(
    "sklearn",
    ["model_selection", "preprocessing", "datasets", "metrics"],
    {
        "sklearn": "linear_model tree ensemble svm neighbors cluster pipeline decomposition naive_bayes "
        "neural_network compose "
        "impute feature_selection",
    },
)
