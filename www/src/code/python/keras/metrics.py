"""Metrics by class."""

import _bridge

from ._names import snake
from ._settings import Setting, kinds


class Metric(Setting):
    pass


_classes = kinds(Metric, {
    "MeanSquaredError": "", "RootMeanSquaredError": "", "MeanAbsoluteError": "", "MeanAbsolutePercentageError": "",
    "MeanSquaredLogarithmicError": "", "Accuracy": "", "BinaryAccuracy": "threshold", "CategoricalAccuracy": "",
    "SparseCategoricalAccuracy": "", "TopKCategoricalAccuracy": "k", "SparseTopKCategoricalAccuracy": "k",
    "Precision": "thresholds top_k class_id", "Recall": "thresholds top_k class_id",
    "AUC": "num_thresholds curve summation_method", "TruePositives": "thresholds", "TrueNegatives": "thresholds",
    "FalsePositives": "thresholds", "FalseNegatives": "thresholds", "F1Score": "average threshold",
    "BinaryCrossentropy": "from_logits label_smoothing", "CategoricalCrossentropy": "from_logits label_smoothing",
    "SparseCategoricalCrossentropy": "from_logits", "R2Score": "", "CosineSimilarity": "", "LogCoshError": "",
    "Hinge": "", "Poisson": "", "KLDivergence": "",
}, __name__)
for _name, _class in _classes.items():
    _class._engine = {"F1Score": "f1_score", "R2Score": "r2_score", "AUC": "auc"}.get(_name, snake(_name))
    globals()[_name] = _class
__getattr__ = _bridge.module_getattr("keras.metrics", list(_classes), {
    "metric": "Mean Sum MeanIoU IoU OneHotIoU BinaryIoU MeanMetricWrapper SensitivityAtSpecificity PrecisionAtRecall "
              "mean_squared_error binary_accuracy categorical_accuracy get",
})
