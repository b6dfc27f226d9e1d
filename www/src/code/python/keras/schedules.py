"""Learning rates that change with the updates."""

import _bridge

from ._settings import Setting, kinds


class LearningRateSchedule(Setting):
    def tolist(self):
        """What stands in an optimizer's settings."""
        return self._config


_classes = kinds(LearningRateSchedule, {
    "ExponentialDecay": "initial_learning_rate decay_steps decay_rate staircase",
    "InverseTimeDecay": "initial_learning_rate decay_steps decay_rate staircase",
    "PiecewiseConstantDecay": "boundaries values",
    "PolynomialDecay": "initial_learning_rate decay_steps end_learning_rate power cycle",
    "CosineDecay": "initial_learning_rate decay_steps alpha warmup_target warmup_steps",
    "CosineDecayRestarts": "initial_learning_rate first_decay_steps t_mul m_mul alpha",
}, __name__)
globals().update(_classes)
__getattr__ = _bridge.module_getattr("keras.optimizers.schedules", list(_classes), {})
