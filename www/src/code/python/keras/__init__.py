"""A small Keras: Sequential models of dense layers, which the engine of this page trains."""

import sys

import _bridge

from . import activations, backend, callbacks, initializers, layers, losses, metrics, models, optimizers, regularizers
from . import schedules, utils
from .layers import Input, InputLayer
from .models import Sequential

__version__ = "3.15.1"

__getattr__ = _bridge.module_getattr("keras", [
    "Sequential", "Input", "layers", "models", "optimizers", "losses", "metrics", "callbacks", "utils", "initializers",
    "regularizers", "activations", "backend"], {
    "functional": "Model Functional", "data": "datasets", "convolution": "applications", "saving": "saving",
    "subclass": "Layer Loss Metric Optimizer", "tensor": "ops Variable", "image": "preprocessing",
    "keras": "mixed_precision distribution config random constraints export tree wrappers",
})
