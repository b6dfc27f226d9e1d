"""Models: Sequential."""

import _bridge

from ._model import Sequential

__getattr__ = _bridge.module_getattr("keras.models", ["Sequential"], {
    "functional": "Model Functional clone_model",
    "saving": "load_model save_model model_from_json",
})
