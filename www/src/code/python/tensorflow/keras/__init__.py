"""Keras under its name within TensorFlow."""

from keras import (
    Input,
    InputLayer,
    Sequential,
    __getattr__,
    __version__,
    activations,
    backend,
    callbacks,
    initializers,
    layers,
    losses,
    metrics,
    models,
    optimizers,
    regularizers,
    utils,
)
