"""Sequential: layers in a chain, built in the engine once the width of the inputs is known."""

import _bridge
import numpy as np

from . import _names, _run
from ._layer import Layer
from ._settings import config_of
from .layers import InputLayer
from .optimizers import Optimizer, of_name


class Sequential:
    def __init__(self, layers=None, name=None, trainable=True):
        self.name = name if name is not None else _names.unique("sequential")
        self._layers, self._id, self._facts = [], None, []
        self._compiled, self._pending, self._is_compiled_there = None, None, False
        self._weights, self.stop_training, self.history, self.optimizer = None, False, None, None
        for layer in layers or []:
            self._append(layer)
        self._build_known()

    def _append(self, layer):
        if not isinstance(layer, Layer):
            raise ValueError("Only instances of `keras.Layer` can be added to a Sequential model. Received: "
                             + str(layer) + " (of type " + str(type(layer)) + ")")
        if isinstance(layer, InputLayer) and self._layers:
            raise ValueError("Sequential model '" + self.name + "' has already been configured to use input shape.")
        self._layers.append(layer)

    def add(self, layer, rebuild=True):
        self._append(layer)
        self._id = None
        self._build_known()

    def pop(self, rebuild=True):
        layer = self._layers.pop()
        self._id = None
        self._build_known()
        return layer

    @property
    def layers(self):
        return [layer for layer in self._layers if not isinstance(layer, InputLayer)]

    @property
    def built(self):
        return self._id is not None

    def _inputs(self):
        """How many numbers a row has; None where no layer says it."""
        shape = self._layers[0]._input if self._layers else None
        if shape is None:
            return self._width if self._id is not None else None
        width = 1
        for size in shape:
            width *= size
        return width

    def _build_known(self):
        if self._inputs() is not None and self.layers:
            self._build(self._inputs())

    def _build(self, width):
        """Builds the model in the engine: weights are drawn."""
        layers = []
        for layer in self.layers:
            config = dict(layer._config, line=layer._line)
            if not layer.trainable:
                config["trainable"] = False
            layers.append(config)
        self._width, self._is_compiled_there = width, False
        answer = _bridge.call(
            "model.build", model=None, name=self.name, inputs=width, layers=layers, line=_bridge.line()
        )
        self._id, self._facts = answer["model"], answer["layers"]
        for place, layer in enumerate(self.layers):
            layer._model, layer._place = self, place

    def build(self, input_shape=None):
        if self._id is None and input_shape is not None:
            self._build(input_shape[-1])

    def _ready(self, width):
        """Built for rows of this width, and compiled there."""
        if self._id is None:
            if not self.layers:
                raise ValueError("Sequential model '" + self.name + "' cannot be built because it has no layers. Call "
                                 "`model.add(layer)`.")
            self._build(width)
        if self._compiled is not None and not self._is_compiled_there:
            self._compile_there()

    def compile(self, optimizer="rmsprop", loss=None, loss_weights=None, metrics=None, weighted_metrics=None,
                run_eagerly=False, steps_per_execution=1, jit_compile="auto", auto_scale_loss=True, **others):
        if others:
            raise _unexpected("Trainer.compile()", others, ("optimizer", "loss", "metrics"))
        if metrics is not None and not isinstance(metrics, (list, tuple, dict)):
            raise ValueError("Expected `metrics` argument to be a list, tuple, or dict. Received instead: metrics="
                             + str(metrics) + " of type " + str(type(metrics)))
        self.optimizer = optimizer if isinstance(optimizer, Optimizer) else (
            optimizer() if isinstance(optimizer, type) else of_name(str(optimizer)))
        self.optimizer._model = self
        self.loss = loss
        self._compiled = {"loss": config_of(loss, "loss"), "optimizer": self.optimizer._config,
                          "metrics": [config_of(metric, "metric") for metric in metrics or []]}
        self._line, self._pending, self._is_compiled_there = _bridge.line(), None, False
        if self._id is not None:
            self._compile_there()

    def _compile_there(self):
        """Keras looks losses and metrics up when they are first needed: what the engine rejects is raised then."""
        self._is_compiled_there = True
        try:
            _bridge.call("model.compile", model=self._id, line=self._line, **self._compiled)
        except ValueError as error:
            self._pending = error

    def _check_compiled(self, method):
        if self._compiled is None:
            raise ValueError("You must call `compile()` before using the model.")
        if self._pending is not None:
            raise self._pending
        if self._compiled["loss"] is None:
            raise ValueError("No loss to compute. Provide a `loss` argument in `compile()`.")

    def summary(self, line_length=None):
        if self._id is not None:
            _bridge.call("model.summary", model=self._id)
        else:
            _run.unbuilt_summary(self)

    def _span(self, layer):
        """Where a layer's arrays begin among the model's, and how many there are."""
        counts = [len(facts["weights"]) for facts in self._facts]
        return sum(counts[:layer._place]), counts[layer._place]

    def _shapes(self):
        return [tuple(weight["shape"]) for facts in self._facts for weight in facts["weights"]]

    def get_weights(self):
        if self._id is None:
            return []
        flat, found, at = _bridge.call("model.weights", model=self._id), [], 0
        for shape in self._shapes():
            size = 1
            for length in shape:
                size *= length
            found.append(np._array.make(flat[at:at + size], shape, np._types.FLOAT32))
            at += size
        return found

    def set_weights(self, weights):
        weights = list(weights)
        count = len(self._shapes())
        if len(weights) != count:
            raise ValueError(
                "You called `set_weights(weights)` on layer '" + self.name + "' with a weight list of "
                "length " + str(len(weights)) + ", but the layer was expecting " + str(count) + " weights."
            )
        self._put_weights(weights, self.name, 0, count)

    def _put_weights(self, weights, owner, start, stop):
        arrays = [np.asarray(array, dtype="float32") for array in weights]
        for shape, array in list(zip(self._shapes(), arrays))[start:stop]:
            if tuple(array.shape) != shape:
                raise ValueError("Layer " + owner + " weight shape " + str(shape) + " is not compatible with provided "
                                 "weight shape " + str(array.shape) + ".")
        flat = [value for array in arrays for value in array._flat]
        _bridge.call("model.setWeights", model=self._id, weights=_bridge.Numbers(flat), line=_bridge.line())

    weights = property(lambda self: self.get_weights())
    trainable_weights = property(lambda self: self.get_weights())

    def count_params(self):
        return sum([facts["parameters"] for facts in self._facts])

    def get_layer(self, name=None, index=None):
        if index is not None:
            if index >= len(self.layers):
                raise ValueError("Was asked to retrieve layer at index " + str(index) + " but model only has "
                                 + str(len(self.layers)) + " layers.")
            return self.layers[index]
        for layer in self.layers:
            if layer.name == name:
                return layer
        raise ValueError("No such layer: " + str(name) + ". Existing layers are: "
                         + str([layer.name for layer in self.layers]) + ".")

    @property
    def input_shape(self):
        return (None,) + tuple(self._layers[0]._input or (self._width,))

    @property
    def output_shape(self):
        return (None, self._facts[-1]["units"])

    @property
    def metrics_names(self):
        return ["loss"] + (["compile_metrics"] if self._compiled and self._compiled["metrics"] else [])

    def fit(self, x=None, y=None, batch_size=None, epochs=1, verbose="auto", callbacks=None, validation_split=0.0,
            validation_data=None, shuffle=True, class_weight=None, sample_weight=None, initial_epoch=0, **others):
        if others:
            raise _unexpected("TensorFlowTrainer.fit()", others, _FIT)
        given = {"batch_size": batch_size, "epochs": epochs, "verbose": _verbose(verbose), "shuffle": shuffle,
                 "validation_split": validation_split, "validation_data": validation_data,
                 "class_weight": class_weight, "sample_weight": sample_weight, "initial_epoch": initial_epoch}
        return _run.fit(self, x, y, callbacks, given)

    def evaluate(
        self, x=None, y=None, batch_size=None, verbose="auto", sample_weight=None, return_dict=False, **others
    ):
        if others:
            raise _unexpected("TensorFlowTrainer.evaluate()", others, ("batch_size", "verbose", "return_dict"))
        scores = _run.evaluate(self, x, y, batch_size, _verbose(verbose), sample_weight)
        if return_dict:
            return scores
        found = list(scores.values())
        return found if self._compiled["metrics"] else found[0]

    def predict(self, x, batch_size=None, verbose="auto", **others):
        if others:
            raise _unexpected("TensorFlowTrainer.predict()", others, ("batch_size", "verbose"))
        return _run.predict(self, x, batch_size, _verbose(verbose))

    def predict_on_batch(self, x):
        return _run.predict(self, x, None, 0)

    def train_on_batch(self, x, y, **others):
        return _run.train_on_batch(self, x, y)

    def test_on_batch(self, x, y):
        return self.evaluate(x, y, verbose=0)

    def __call__(self, x, training=False):
        if isinstance(x, Layer):
            raise _bridge.not_there("functional", "Sequential(…)(x)",
                                    "calling a model with a layer (the functional API) is not available on this page")
        from tensorflow._tensor import Tensor
        return Tensor(_run.predict(self, x, None, 0))

    def __repr__(self):
        return "<Sequential name=" + self.name + ", built=" + str(self.built) + ">"

    def __getattr__(self, name):
        if name in ("save", "save_weights", "load_weights", "export"):
            raise _bridge.not_there(
                "saving", "Sequential." + name, "model." + name + "() is not available on this page"
            )
        if name in ("to_json", "get_config", "inputs", "outputs", "input", "output", "train_step", "loss_tracker"):
            raise _bridge.not_there("keras", "Sequential." + name, "model." + name + " is not available on this page")
        raise AttributeError("'Sequential' object has no attribute '" + name + "'")


_FIT = (
    "batch_size",
    "epochs",
    "verbose",
    "callbacks",
    "validation_split",
    "validation_data",
    "shuffle",
    "class_weight",
    "sample_weight",
    "initial_epoch",
)
# What Keras has and this page has not.
_ELSEWHERE = ("steps_per_epoch", "validation_steps", "validation_batch_size", "validation_freq", "steps", "callbacks")


def _unexpected(method, others, known):
    name = list(others)[0]
    if name in _ELSEWHERE:
        return _bridge.not_there(
            "keyword", method + " " + name, method + " with '" + name + "' is not available on this " "page"
        )
    error = TypeError(method + " got an unexpected keyword argument '" + name + "'")
    near = _bridge.nearest(name, known)
    if near:
        error.glassnet = ("nearest", near)
    return error


def _verbose(verbose):
    return 1 if verbose == "auto" or verbose is True else int(verbose)
