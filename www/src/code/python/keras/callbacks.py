"""Callbacks: of Keras's own the engine's, and those of a program, which a fit calls between its steps."""

import _bridge

from ._names import settings


class Callback:
    """Functions of a program that a fit calls."""

    def __init__(self):
        self.model = None
        self.params = None

    def set_model(self, model):
        self.model = model

    def set_params(self, params):
        self.params = params


for _name in ("on_train_begin", "on_train_end"):
    setattr(Callback, _name, lambda self, logs=None: None)
for _name in ("on_epoch_begin", "on_epoch_end"):
    setattr(Callback, _name, lambda self, epoch, logs=None: None)
for _name in ("on_batch_begin", "on_batch_end", "on_train_batch_begin", "on_train_batch_end"):
    setattr(Callback, _name, lambda self, batch, logs=None: None)


class History(Callback):
    def __init__(self):
        super().__init__()
        self.history, self.epoch = {}, []

    def __repr__(self):
        return "<keras.src.callbacks.history.History object>"


class LambdaCallback(Callback):
    def __init__(self, on_epoch_begin=None, on_epoch_end=None, on_train_begin=None, on_train_end=None,
                 on_train_batch_begin=None, on_train_batch_end=None, **others):
        super().__init__()
        if others:
            raise TypeError("LambdaCallback.__init__() got an unexpected keyword argument '" + list(others)[0] + "'")
        given = {"on_epoch_begin": on_epoch_begin, "on_epoch_end": on_epoch_end, "on_train_begin": on_train_begin,
                 "on_train_end": on_train_end, "on_train_batch_begin": on_train_batch_begin,
                 "on_train_batch_end": on_train_batch_end}
        for name, function in given.items():
            if function is not None:
                setattr(self, name, function)


class EarlyStopping(Callback):
    _type = "EarlyStopping"

    def __init__(self, monitor="val_loss", min_delta=0, patience=0, verbose=0, mode="auto", baseline=None,
                 restore_best_weights=False, start_from_epoch=0):
        super().__init__()
        if baseline is not None:
            raise _bridge.not_there("keyword", "EarlyStopping baseline",
                                    "EarlyStopping() with 'baseline' is not available on this page")
        self.monitor, self.patience, self.verbose = monitor, patience, verbose
        self.restore_best_weights = restore_best_weights
        self.stopped_epoch, self.best_epoch = 0, 0
        self._config = {"type": "EarlyStopping", **settings({
            "monitor": monitor, "min_delta": abs(min_delta), "patience": patience, "mode": mode,
            "restore_best_weights": restore_best_weights, "start_from_epoch": start_from_epoch})}

    def _ended(self, end, epochs):
        """What Keras prints once training was stopped."""
        if not end or end["why"] != "stopped_early":
            return
        self.stopped_epoch, self.best_epoch = epochs[-1], end["bestEpoch"]
        if self.verbose:
            print("Epoch " + str(self.stopped_epoch + 1) + ": early stopping")
            if self.restore_best_weights:
                print("Restoring model weights from the end of the best epoch: " + str(self.best_epoch + 1) + ".")


class ReduceLROnPlateau(Callback):
    _type = "ReduceLROnPlateau"

    def __init__(self, monitor="val_loss", factor=0.1, patience=10, verbose=0, mode="auto", min_delta=0.0001,
                 cooldown=0, min_lr=0.0):
        super().__init__()
        self._config = {"type": "ReduceLROnPlateau", **settings({
            "monitor": monitor, "factor": factor, "patience": patience, "mode": mode, "min_delta": min_delta,
            "cooldown": cooldown, "min_lr": min_lr})}


class TerminateOnNaN(Callback):
    _type = "TerminateOnNaN"

    def __init__(self):
        super().__init__()
        self._config = {"type": "TerminateOnNaN"}


class LearningRateScheduler(Callback):
    def __init__(self, schedule, verbose=0):
        super().__init__()
        self.schedule, self.verbose = schedule, verbose


__getattr__ = _bridge.module_getattr("keras.callbacks", ["Callback", "EarlyStopping", "LambdaCallback", "History"], {
    "saving": "ModelCheckpoint BackupAndRestore CSVLogger", "callback": "TensorBoard RemoteMonitor ProgbarLogger "
    "SwapEMAWeights CallbackList",
})
