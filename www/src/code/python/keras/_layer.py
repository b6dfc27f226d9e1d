"""What all layers share."""

import _bridge

from . import _names
from ._settings import config_of

# What layers are set to, for the nearest name of a slip.
_KEYWORDS = (
    "units activation use_bias kernel_initializer bias_initializer kernel_regularizer bias_regularizer rate momentum "
    "activity_regularizer kernel_constraint bias_constraint epsilon center scale input_shape input_dim name seed"
).split()
# Names that were checked with the engine already.
_checked = set()


class Layer:
    """`_config` is what the engine takes; a layer of a built model knows the model and its place in it."""

    _kind = None
    _has_numbers = False

    def __init__(self, name=None, input_shape=None, input_dim=None, trainable=True, dtype=None, **others):
        own = type(self).__name__
        if self._kind is None:
            raise _bridge.not_there("subclass", own, "a layer of your own is not available on this page")
        self.name = name if name is not None else _names.unique(_names.snake(own))
        if others:
            error = ValueError("Unrecognized keyword arguments passed to " + own + ": " + str(others))
            near = _bridge.nearest(list(others)[0], _KEYWORDS)
            error.glassnet = ("nearest", near) if near else ("keyword", own + " " + list(others)[0])
            raise error
        self.trainable = trainable
        self._input = (
            _shape(input_shape) if input_shape is not None else (input_dim,) if input_dim is not None else None
        )
        self._config = {"type": self._kind, "name": self.name}
        self._line = _bridge.line()
        self._model, self._place, self._arrays = None, None, []

    def _set(self, **given):
        self._config.update(_names.settings({name: value for name, value in given.items()}))
        return self

    def __call__(self, inputs, **others):
        if isinstance(inputs, (int, float, str)):
            raise ValueError("Only input tensors may be passed as positional arguments. The following argument value "
                             "should be passed as a keyword argument: " + repr(inputs) + " (of type "
                             + str(type(inputs)) + ")")
        raise _bridge.not_there("functional", type(self).__name__ + "(…)(x)",
                                "calling a layer (the functional API) is not available on this page")

    @property
    def built(self):
        return self._model is not None and self._model._id is not None

    @property
    def weights(self):
        return self.get_weights()

    def get_weights(self):
        if not self.built:
            return []
        start, count = self._model._span(self)
        return self._model.get_weights()[start:start + count]

    def set_weights(self, weights):
        weights = list(weights)
        start, count = self._model._span(self) if self.built else (0, 0)
        if len(weights) != count:
            raise ValueError(
                "You called `set_weights(weights)` on layer '" + self.name + "' with a weight list of "
                "length " + str(len(weights)) + ", but the layer was expecting " + str(count) + " weights."
            )
        every = self._model.get_weights()
        every[start:start + count] = weights
        self._model._put_weights(every, self.name, start, start + count)

    def count_params(self):
        return sum([array.size for array in self.get_weights()])

    @property
    def output_shape(self):
        return (None, self._model._facts[self._place]["units"])

    def get_config(self):
        return dict(self._config)

    def __repr__(self):
        return "<" + type(self).__name__ + " name=" + self.name + ", built=" + str(self.built) + ">"


def _shape(shape):
    return (shape,) if isinstance(shape, int) else tuple(size for size in shape)


def setting(value, what):
    """A part of a layer's configuration, its name checked with the engine, so that the error comes at this line."""
    config = config_of(value, what)
    key = (what, config if isinstance(config, str) else None)
    if key[1] is not None and key not in _checked:
        _bridge.call("layer.check", what=what, name=config)
        _checked.add(key)
    return config
