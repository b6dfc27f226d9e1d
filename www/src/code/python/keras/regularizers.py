"""Regularizers: penalties of large weights."""

import _bridge

from ._settings import Setting


class Regularizer(Setting):
    _known = ("l1", "l2")


class L1(Regularizer):
    _positional = ("l1",)

    def __init__(self, l1=0.01):
        super().__init__(l1=l1)
        self._config = {"l1": float(l1)}


class L2(Regularizer):
    def __init__(self, l2=0.01):
        super().__init__(l2=l2)
        self._config = {"l2": float(l2)}


class L1L2(Regularizer):
    def __init__(self, l1=0.0, l2=0.0):
        super().__init__(l1=l1, l2=l2)
        self._config = {"l1": float(l1), "l2": float(l2)}


l1, l2, l1_l2 = L1, L2, L1L2
__getattr__ = _bridge.module_getattr("keras.regularizers", ["L1", "L2", "L1L2", "l1", "l2", "l1_l2"], {
    "layer": "OrthogonalRegularizer orthogonal_regularizer get",
})
