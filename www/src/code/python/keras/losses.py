"""Losses by class."""

import _bridge

from ._settings import Setting, kinds


class Loss(Setting):
    _positional = ()


_classes = kinds(Loss, {
    "MeanSquaredError": "", "MeanAbsoluteError": "", "MeanAbsolutePercentageError": "",
    "MeanSquaredLogarithmicError": "", "BinaryCrossentropy": "from_logits label_smoothing",
    "CategoricalCrossentropy": "from_logits label_smoothing", "SparseCategoricalCrossentropy": "from_logits",
    "Hinge": "", "SquaredHinge": "", "CategoricalHinge": "", "Huber": "delta", "LogCosh": "", "Poisson": "",
    "KLDivergence": "", "CosineSimilarity": "", "BinaryFocalCrossentropy":
    "apply_class_balancing alpha gamma from_logits label_smoothing", "CategoricalFocalCrossentropy":
    "alpha gamma from_logits label_smoothing",
}, __name__)
for _name, _class in _classes.items():
    _class._engine = _name
    globals()[_name] = _class
__getattr__ = _bridge.module_getattr(
    "keras.losses",
    list(_classes),
    {
        "loss": "Dice Tversky Circle CTC mean_squared_error binary_crossentropy categorical_crossentropy "
        "mean_absolute_error sparse_categorical_crossentropy huber mse mae get",
    },
)
