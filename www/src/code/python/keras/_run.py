"""What a model does: fit, evaluate, predict."""

import _bridge
import numpy as np

from ._names import settings
from ._rows import Rows, check_counts, check_type, check_width
from .callbacks import Callback, EarlyStopping, History, LearningRateScheduler


def _scores(found):
    return {name: float(value) for name, value in found.items()}


def _is_dataset(x):
    return hasattr(x, "_dataset_id")


def _sent(x, y):
    """Rows as a request has them."""
    return {"x": x.numbers, "y": y.numbers, "rows": x.count}


def _rows(model, x, y, is_training):
    """Checks rows and targets as Keras does and has the model ready for them."""
    check_type(x, y)
    rows = Rows(x)
    targets = Rows(y) if y is not None else None
    if targets is not None:
        check_counts(rows, targets)
    if is_training is not None:
        model._check_compiled("fit")
    check_width(model, rows, bool(is_training), is_training is None)
    model._ready(rows.width)
    if is_training is not None:
        model._check_compiled("fit")
    return rows, targets


def _given_rows(model, x, y, is_training):
    """What a request has of rows or of a data set, and the names of the features."""
    model._check_compiled("fit")
    if not _is_dataset(x):
        if y is None and is_training:
            raise ValueError(
                "Target data is missing. The model has `loss` in `compile()`, and therefore expects target "
                "data to be provided in `fit()`."
            )
        rows, targets = _rows(model, x, y, is_training)
        return _sent(rows, targets), rows.names
    x._check_fit(model)
    model._ready(x._width)
    model._check_compiled("fit")
    return {"x": _bridge.Numbers([]), "y": _bridge.Numbers([]), "rows": 0, "dataset": x._dataset_id}, x._names


def _options(model, given, engine_callbacks):
    """The engine's options of a fit."""
    options = dict(given)
    validation, weight = options.pop("validation_data"), options.pop("sample_weight")
    options = settings(options)
    options["validationSplit"] = options.get("validationSplit") or None
    if validation is not None:
        if _is_dataset(validation):
            validation = validation._arrays
        x, y = Rows(validation[0]), Rows(validation[1])
        check_counts(x, y)
        options["validationData"] = [x.numbers, y.numbers]
    if weight is not None:
        options["sampleWeight"] = Rows(weight).numbers
    options["callbacks"] = engine_callbacks
    return options


def fit(model, x, y, callbacks, given):
    callbacks = [] if callbacks is None else callbacks if isinstance(callbacks, (list, tuple)) else [callbacks]
    for callback in callbacks:
        if not isinstance(callback, Callback):
            raise ValueError("All callbacks must be instances of keras.callbacks.Callback. Received: " + str(callback))
    sent, names = _given_rows(model, x, y, True)
    own = [callback for callback in callbacks if not hasattr(callback, "_type")]
    schedules = [callback for callback in own if isinstance(callback, LearningRateScheduler)]
    engine = [callback._config for callback in callbacks if hasattr(callback, "_type")]
    model.stop_training = False
    batches = _bridge.call("fit.begin", model=model._id, options=_options(model, given, engine), names=names,
                           schedules=bool(schedules), stepwise=bool(own), line=_bridge.line(), **sent)
    params = {"verbose": given["verbose"], "epochs": given["epochs"], "steps": batches}
    if own:
        _Steps(model, own, schedules, batches, given, params).run()
    else:
        _bridge.call("fit.run", model=model._id)
    found = _bridge.call("fit.finish", model=model._id)
    history = History()
    history.history = found["history"]
    history.epoch = [int(epoch) for epoch in found["epoch"]]
    history.model, history.params = model, params
    model.history = history
    for callback in callbacks:
        if isinstance(callback, EarlyStopping):
            callback.model = model
            callback._ended(found["end"], history.epoch)
    return history


def _overrides(callback, name):
    return getattr(type(callback), name, None) is not getattr(Callback, name) or name in callback.__dict__


class _Steps:
    """A fit in steps, between which a program's callbacks are called: epochs, or batches where one looks at those."""

    def __init__(self, model, callbacks, schedules, batches, given, params):
        self.model, self.callbacks, self.schedules, self.batches = model, callbacks, schedules, batches
        self.first, self.epochs = given["initial_epoch"], given["epochs"]
        names = ("on_batch_begin", "on_batch_end", "on_train_batch_begin", "on_train_batch_end")
        self.each_batch = any(_overrides(callback, name) for callback in callbacks for name in names)
        for callback in callbacks:
            callback.set_model(model)
            callback.set_params(params)

    def call(self, name, *given):
        for callback in self.callbacks:
            getattr(callback, name)(*given)

    def rate(self, epoch):
        rate = None
        for schedule in self.schedules:
            rate = _rate_of(schedule, epoch, self.model.optimizer._rate())
        return rate

    def step(self, batches, rate):
        state = _bridge.call("fit.step", model=self.model._id, batches=batches, rate=rate)
        return {"logs": _scores(state["logs"]), "end": state.get("end")}

    def epoch(self, epoch):
        rate = self.rate(epoch)
        self.call("on_epoch_begin", epoch, {})
        if not self.each_batch:
            state = self.step(self.batches, rate)
        for batch in range(self.batches if self.each_batch else 0):
            for name in ("on_batch_begin", "on_train_batch_begin"):
                self.call(name, batch, {})
            state = self.step(1, rate)
            logs = {name: value for name, value in state["logs"].items() if name[:4] != "val_"}
            for name in ("on_batch_end", "on_train_batch_end"):
                self.call(name, batch, logs)
            if self.model.stop_training or state["end"]:
                break
        self.call("on_epoch_end", epoch, dict(state["logs"]))
        _bridge.call("fit.flush", model=self.model._id)
        return state

    def run(self):
        self.call("on_train_begin", {})
        state = {"logs": {}, "end": None}
        for epoch in range(self.first, self.epochs):
            state = self.epoch(epoch)
            if self.model.stop_training or state["end"]:
                break
        self.call("on_train_end", dict(state["logs"]))


def _rate_of(schedule, epoch, rate):
    try:
        found = schedule.schedule(epoch, float(rate))
    except TypeError:
        # Functions of the epoch alone are taken too.
        found = schedule.schedule(epoch)
    return float(found)


def evaluate(model, x, y, batch_size, verbose, weight):
    sent, _ = _given_rows(model, x, y, False)
    weights = Rows(weight).numbers if weight is not None else None
    return _scores(_bridge.call("model.evaluate", model=model._id, batchSize=batch_size, verbose=verbose,
                                sampleWeight=weights, line=_bridge.line(), **sent))


def predict(model, x, batch_size, verbose):
    if _is_dataset(x):
        x = x._arrays[0] if isinstance(x._arrays, tuple) else x._arrays
    rows, _ = _rows(model, x, None, None)
    found = _bridge.call("model.predict", model=model._id, x=rows.numbers, rows=rows.count, batchSize=batch_size,
                         verbose=verbose, line=_bridge.line())
    return np._array.make(found["outputs"], (rows.count, found["width"]), np._types.FLOAT32)


def train_on_batch(model, x, y):
    rows, targets = _rows(model, x, y, True)
    return np.float32(_bridge.call("model.trainOnBatch", model=model._id, x=rows.numbers, y=targets.numbers,
                                   weights=None))


def _line(cells, widths):
    padded = [(" " + cell).ljust(width + 1) if i < 2 else cell.rjust(width + 1) + " "
              for i, (cell, width) in enumerate(zip(cells, widths))]
    return "│" + "│".join([text.ljust(width + 2) for text, width in zip(padded, widths)]) + "│"


_HEAD = "┃ Layer (type)                    ┃ Output Shape           ┃       Param # ┃"


def unbuilt_summary(model):
    """Keras's table of a model whose inputs are not known yet."""
    widths = [31, 22, 13]
    bars = ["━" * (width + 2) for width in widths]
    print('Model: "' + model.name + '"')
    if not model.layers:
        print("┏" + "┳".join(bars) + "┓\n" + _HEAD)
        print("└" + "┴".join(["─" * (width + 2) for width in widths]) + "┘")
    else:
        print("┏" + "┳".join(bars) + "┓\n" + _HEAD)
        print("┡" + "╇".join(bars) + "┩")
        thin = "├" + "┼".join(["─" * (width + 2) for width in widths]) + "┤"
        rows = [_line([layer.name + " (" + type(layer).__name__ + ")", "?", _unbuilt(layer)], widths)
                for layer in model.layers]
        print(("\n" + thin + "\n").join(rows))
        print("└" + "┴".join(["─" * (width + 2) for width in widths]) + "┘")
    print(" Total params: 0 (0.00 B)\n Trainable params: 0 (0.00 B)\n Non-trainable params: 0 (0.00 B)")


def _unbuilt(layer):
    return "0" if layer._kind in ("Dropout", "Flatten", "Activation", "ReLU") else "0 (unbuilt)"
