"""Optimizers by class."""

import _bridge

from . import schedules as schedules
from ._settings import Setting, kinds

_ALL = " weight_decay clipnorm clipvalue global_clipnorm"


class Optimizer(Setting):
    _unknown = "Argument(s) not recognized: {1}"
    _model = None

    @property
    def learning_rate(self):
        return self._rate()

    @learning_rate.setter
    def learning_rate(self, value):
        raise _bridge.not_there("rate", "learning_rate", "setting learning_rate is not available on this page")

    lr = learning_rate

    def _rate(self):
        import numpy as np
        if self._model is not None and self._model._id is not None and self._model._is_compiled_there:
            rate = _bridge.call("model.rate", model=self._model._id)
        else:
            rate = self._config.get("learningRate", 0.01 if type(self).__name__ == "SGD" else 0.001)
        return np.float32(rate) if not isinstance(rate, dict) else rate


_classes = kinds(Optimizer, {
    "SGD": "learning_rate momentum nesterov" + _ALL,
    "Adam": "learning_rate beta_1 beta_2 epsilon amsgrad" + _ALL,
    "AdamW": "learning_rate weight_decay beta_1 beta_2 epsilon amsgrad clipnorm clipvalue global_clipnorm",
    "Adamax": "learning_rate beta_1 beta_2 epsilon" + _ALL,
    "Nadam": "learning_rate beta_1 beta_2 epsilon" + _ALL,
    "RMSprop": "learning_rate rho momentum epsilon centered" + _ALL,
    "Adagrad": "learning_rate initial_accumulator_value epsilon" + _ALL,
    "Adadelta": "learning_rate rho epsilon" + _ALL,
    "Lion": "learning_rate beta_1 beta_2" + _ALL,
    "Ftrl": "learning_rate learning_rate_power initial_accumulator_value l1_regularization_strength "
            "l2_regularization_strength l2_shrinkage_regularization_strength beta" + _ALL,
}, __name__)
for _name, _class in _classes.items():
    # Of the names in Keras `AdamW` is written as one word.
    _class._engine = _name.lower()
    globals()[_name] = _class


def get(identifier):
    return identifier if isinstance(identifier, Optimizer) else of_name(str(identifier))


def of_name(name):
    for own, made in _classes.items():
        if own.lower() == name.lower():
            return made()
    error = ValueError("Could not interpret optimizer identifier: " + name)
    near = _bridge.nearest(name, [own.lower() for own in _classes])
    error.glassnet = ("nearest", near) if near else ("names", ", ".join([own.lower() for own in _classes]))
    raise error


__getattr__ = _bridge.module_getattr("keras.optimizers", list(_classes), {
    "optimizer": "Adafactor Muon LossScaleOptimizer legacy",
})
