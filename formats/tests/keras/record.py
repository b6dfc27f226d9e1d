"""Records files of real Keras: python record.py OUT keras|tf_keras, a folder for each model.

Each has the file, and expected.json with rows, predictions, weights and, where it was trained, those after one more
epoch.
Run with both: the files of `fixtures/keras` are some of these.
"""

import json
import os
import pathlib
import sys

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

if sys.argv[2] == "keras":
    import keras
else:
    import tf_keras as keras
import numpy as np

IS_3 = sys.argv[2] == "keras"
L, ROWS, INPUTS, BATCH = keras.layers, 10, 3, 4
X = np.array([(at * 37 % 23 - 11) / 8 for at in range(ROWS * INPUTS)], "float32").reshape(ROWS, INPUTS)
ACTIVATIONS = "elu exponential gelu hard_sigmoid linear relu relu6 selu sigmoid softplus softsign swish tanh mish"
# Keras 2 has no relu6, and another hard_sigmoid.
NOT_IN_2 = ["relu6", "hard_sigmoid"]
FROZEN_LATER = "frozen_later"


def data(kind, width):
    """Targets of a kind, [ROWS, width]."""
    at = np.arange(ROWS)[:, None] * 5 + np.arange(width)
    classes = np.arange(ROWS) * 7 % 3
    return {
        "numbers": lambda: (at * 11 % 13 / 6 + 0.25),
        "binary": lambda: at % 3 % 2,
        "signs": lambda: at % 2 * 2 - 1,
        "one_hot": lambda: np.eye(width)[classes % width],
        "classes": lambda: classes[:, None],
    }[kind]().astype("float32")


def sequential(layers, name=None):
    first = L.Input((INPUTS,)) if IS_3 else L.InputLayer((INPUTS,))
    return keras.Sequential([first, *layers], name=name)


def functional(layers):
    inputs = keras.Input((INPUTS,), name="features")
    outputs = inputs
    for layer in layers:
        outputs = layer(outputs)
    return keras.Model(inputs, outputs)


def leaky(slope):
    return L.LeakyReLU(negative_slope=slope) if IS_3 else L.LeakyReLU(alpha=slope)


def models():
    """Name, model, what compile is given, kind of the targets, epochs."""
    o, s, m, lo = keras.optimizers, keras.optimizers.schedules, keras.metrics, keras.losses
    r, c, i = keras.regularizers, keras.constraints, keras.initializers
    dense, out = L.Dense, lambda units, activation=None: L.Dense(units, activation=activation)
    yield "plain", sequential([dense(4, activation="tanh"), out(2)]), dict(loss="mse", optimizer="sgd"), "numbers", 2
    yield "not_compiled", sequential([dense(4, activation="relu"), out(2)]), None, "numbers", 0
    yield "not_trained", sequential([dense(4), out(2)]), dict(
        loss="mae", optimizer="adam", metrics=["mse"]), "numbers", 0
    yield "adam", sequential([dense(4, activation="relu", kernel_initializer="he_normal"), out(3, "softmax")]), dict(
        loss="sparse_categorical_crossentropy", optimizer=o.Adam(0.02), metrics=["accuracy"]), "classes", 2
    yield "amsgrad", sequential([dense(4, activation="selu"), out(2)]), dict(
        loss=lo.Huber(), optimizer=o.Adam(0.02, amsgrad=True, clipnorm=0.5)), "numbers", 2
    yield "nadam", sequential([dense(4, activation="elu"), out(2)]), dict(
        loss="mse", optimizer=o.Nadam(0.02), metrics=["mae", m.RootMeanSquaredError()]), "numbers", 2
    yield "rmsprop", sequential([dense(4, activation="tanh"), out(1, "sigmoid")]), dict(
        loss=lo.BinaryCrossentropy(label_smoothing=0.1), metrics=["accuracy", m.Precision(thresholds=0.3), m.AUC()],
        optimizer=o.RMSprop(0.01, momentum=0.5, centered=True)), "binary", 2
    yield "momentum", sequential([dense(4, activation="tanh"), out(2, "tanh")]), dict(
        loss="squared_hinge",
        optimizer=o.SGD(s.ExponentialDecay(0.05, 3, 0.5), momentum=0.9, nesterov=True)), "signs", 2
    yield "adamw", sequential([dense(4, activation="gelu"), out(2)]), dict(
        loss="mse", optimizer=o.AdamW(s.CosineDecay(0.05, 10, alpha=0.1), weight_decay=0.01)), "numbers", 2
    yield "adamax", sequential([dense(4, activation="swish"), out(2)]), dict(
        loss="mse", optimizer="adamax"), "numbers", 2
    yield "adadelta", sequential([dense(4), leaky(0.2), out(2)]), dict(loss="mse", optimizer="adadelta"), "numbers", 2
    yield "adagrad", sequential([dense(4, activation="softsign"), out(2)]), dict(
        loss="mse", optimizer=o.Adagrad(s.PiecewiseConstantDecay([2, 4], [0.1, 0.05, 0.01]))), "numbers", 2
    yield "ftrl", sequential([dense(4, activation="relu6" if IS_3 else "relu"), out(2)]), dict(
        loss="mse", optimizer=o.Ftrl(0.05, l1_regularization_strength=0.01)), "numbers", 2
    yield "lion", sequential([dense(4, activation="tanh"), out(2)]), dict(
        loss="log_cosh" if IS_3 else "logcosh", optimizer=o.Lion(0.01)), "numbers", 2
    # A bias before BatchNormalization has a gradient of nothing but rounding, which Adam would make steps of.
    yield "normalized", sequential([L.Normalization(), dense(4, use_bias=False), L.BatchNormalization(momentum=0.9),
        L.ReLU(6.0), dense(3), L.LayerNormalization(epsilon=1e-5), L.Activation("tanh"), out(2)]), dict(
        loss="mse", optimizer="adam"), "numbers", 2
    yield "dropped", sequential([dense(4, activation="relu"), L.Dropout(0.25), L.Flatten(), out(3), L.Softmax()]), dict(
        loss="categorical_crossentropy", optimizer="adam", metrics=["acc", "top_k_categorical_accuracy"]), "one_hot", 2
    yield "settings", sequential([dense(4, use_bias=False, kernel_regularizer=r.L1L2(0.01, 0.02),
        kernel_constraint=c.MaxNorm(0.5), kernel_initializer=i.VarianceScaling(2.0, "fan_avg", "uniform")), dense(4,
        activity_regularizer=r.L2(0.05), bias_constraint="non_neg", bias_initializer=i.Constant(0.1), trainable=False),
        out(2)]), dict(loss="mse", optimizer=o.Adam(s.InverseTimeDecay(0.05, 2, 0.5), clipvalue=0.5)), "numbers", 2
    yield "functional", functional([dense(4, activation="tanh"), L.BatchNormalization(), out(2)]), dict(
        loss="mse", optimizer="rmsprop"), "numbers", 2
    layers = [dense(3, activation=name) for name in ACTIVATIONS.split() if IS_3 or name not in NOT_IN_2]
    yield "activations", sequential([*layers, out(2)]), dict(loss="mse", optimizer="sgd"), "numbers", 1
    if IS_3:
        # Its optimizer still has variables of the layer that is frozen before it is saved: Keras warns and begins anew.
        yield FROZEN_LATER, sequential([dense(4, activation="tanh"), out(2)]), dict(
            loss="mse", optimizer=o.Adam(0.02)), "numbers", 2
        names = "celu hard_shrink hard_silu hard_tanh leaky_relu log_sigmoid log_softmax silu soft_shrink sparse_plus"
        names = [*names.split(), "sparse_sigmoid", "squareplus", "tanh_shrink"]
        layers = [dense(3, activation=name) for name in names]
        yield "activations_3", sequential([*layers, out(2)]), dict(loss="mse", optimizer="sgd"), "numbers", 1


def state(model):
    optimizer = getattr(model, "optimizer", None)
    slots = [] if optimizer is None else [variable.numpy() for variable in optimizer_variables(optimizer)]
    return {"weights": [w.tolist() for w in model.get_weights()],
            "slots": [v.tolist() for v in slots if v.shape]}


def optimizer_variables(optimizer):
    return optimizer.variables if not callable(optimizer.variables) else optimizer.variables()


def main(root):
    keras.utils.set_random_seed(1)
    # Dropout draws, and Nadam of Keras 2 multiplies its momenta once for each weight instead of once for each step.
    apart = ["dropped"] if IS_3 else ["dropped", "nadam"]
    for name, model, compiled, kind, epochs in models():
        y = data(kind, model.output_shape[-1])
        for layer in model.layers:
            if hasattr(layer, "adapt"):
                layer.adapt(X)
        if compiled:
            model.compile(**compiled)
        if epochs:
            model.fit(X, y, batch_size=BATCH, epochs=epochs, shuffle=False, verbose=0)
        model.layers[0].trainable = name != FROZEN_LATER
        folder = root / f"{'keras3' if IS_3 else 'keras2'}_{name}"
        folder.mkdir(parents=True, exist_ok=True)
        if IS_3:
            # First, as saving .h5 takes the optimizer out of what .keras saves.
            model.save(folder / "model.keras")
        model.save(folder / "model.h5")
        if name == FROZEN_LATER:
            model = keras.models.load_model(folder / "model.keras")
        expected = {"x": X.ravel().tolist(), "y": y.ravel().tolist(), "batch": BATCH, "before": state(model),
                    "predictions": model.predict(X, verbose=0).ravel().tolist(), "random": name in apart}
        if compiled and epochs:
            # From the file, as what is not saved (Nadam's product in Keras 2) starts again.
            model.fit(X, y, batch_size=BATCH, epochs=1, shuffle=False, verbose=0)
            expected["after"] = state(model)
        (folder / "expected.json").write_text(json.dumps(expected))
        keras.backend.clear_session()


main(pathlib.Path(sys.argv[1]))
