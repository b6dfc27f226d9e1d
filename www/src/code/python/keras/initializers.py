"""Initializers by class."""

import _bridge

from ._settings import Setting, kinds


class Initializer(Setting):
    pass


_classes = kinds(Initializer, {
    "Zeros": "", "Ones": "", "Constant": "value", "RandomNormal": "mean stddev", "RandomUniform": "minval maxval",
    "TruncatedNormal": "mean stddev", "GlorotUniform": "", "GlorotNormal": "", "HeUniform": "", "HeNormal": "",
    "LecunUniform": "", "LecunNormal": "", "Orthogonal": "gain", "Identity": "gain",
    "VarianceScaling": "scale mode distribution",
}, __name__)
globals().update(_classes)
globals().update({"zeros": _classes["Zeros"], "ones": _classes["Ones"]})
__getattr__ = _bridge.module_getattr("keras.initializers", list(_classes), {"initializer": "STFT get"})
