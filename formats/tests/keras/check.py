"""Opens what was written for Keras: python check.py FOLDER, a folder for each model with model.keras and expected.json.

Predictions, weights and optimizer state are compared, then those after one more epoch. Prints the largest differences.
"""

import json
import pathlib
import sys

import keras
import numpy as np

LIMIT = 1e-4
KINDS = ["predictions", "weights", "slots", "weights after an epoch", "slots after an epoch"]


def difference(received, expected):
    """The largest difference, relative to the largest number of the tensor."""
    received, expected = np.ravel(received).astype(float), np.ravel(expected).astype(float)
    if received.shape != expected.shape:
        raise ValueError(f"expected {expected.size} numbers, received {received.size}")
    if expected.size == 0:
        return 0.0
    return float(np.max(np.abs(received - expected)) / max(np.max(np.abs(expected)), 1e-6))


def slots(model):
    """What the optimizer remembers: slot by slot, in the order of the weights."""
    optimizer, found = model.optimizer, []
    names = ["_momentums", "momentums", "_velocities", "_velocity_hats", "_m", "_u", "_accumulators", "_linears",
             "_accumulated_grads", "_accumulated_delta_vars", "_average_gradients"]
    if type(optimizer).__name__ == "RMSprop":
        names = ["_velocities", "_momentums", "_average_gradients"]
    for name in names:
        found += [variable.numpy() for variable in getattr(optimizer, name, None) or []]
    return found


def worst(received, expected):
    """The largest difference of some tensors."""
    if len(received) != len(expected):
        raise ValueError(f"expected {len(expected)} tensors, received {len(received)}")
    return max((difference(*pair) for pair in zip(received, expected)), default=0.0)


def state(model, expected):
    """The differences of weights and slots."""
    return [worst(model.get_weights(), expected["weights"]), worst(slots(model), expected["slots"])]


def check(folder):
    """The differences of one model, by their kinds."""
    expected = json.loads((folder / "expected.json").read_text())
    x = np.array(expected["x"], "float32").reshape(expected["rows"], expected["inputs"])
    y = np.array(expected["y"], "float32").reshape(expected["rows"], expected["targets"])
    model = keras.models.load_model(folder / "model.keras")
    assert model.compiled and int(model.optimizer.iterations.numpy()) == expected["before"]["iterations"]
    found = [difference(model.predict(x, verbose=0), expected["predictions"])]
    found += state(model, expected["before"])
    again = keras.models.clone_model(model)
    again.compile(optimizer=type(model.optimizer).from_config(model.optimizer.get_config()), loss=model.loss)
    again.load_weights(folder / "model.weights.h5")
    assert worst(again.get_weights(), model.get_weights()) == 0.0
    if expected["after"]:
        history = model.fit(x, y, batch_size=expected["batch"], epochs=1, shuffle=False, verbose=0).history
        missing = [name for name in expected["metrics"] if name not in history]
        assert not missing, f"metrics {missing} are not among {list(history)}"
        found += state(model, expected["after"])
    return found


def main(root):
    failed, largest = [], {}
    folders = sorted(path.parent for path in root.glob("*/expected.json"))
    if not folders:
        sys.exit(f"no models in {root}")
    for folder in folders:
        try:
            found = check(folder)
        except Exception as error:  # Whatever it is, the others are checked too.
            failed.append(folder.name)
            print(f"{folder.name}: FAILED: {type(error).__name__}: {str(error)[:600]}", flush=True)
            continue
        for kind, value in zip(KINDS, found):
            largest[kind] = max(largest.get(kind, (0.0, "")), (value, folder.name))
        if max(found) > LIMIT or not np.all(np.isfinite(found)):
            failed.append(folder.name)
            print(f"{folder.name}: FAILED: {dict(zip(KINDS, found))}", flush=True)
        keras.backend.clear_session()
    for kind, (value, name) in largest.items():
        print(f"largest difference of {kind}: {value:.1e} ({name})")
    print(f"Keras {keras.__version__}: {len(folders)} models, {len(failed)} failed: {' '.join(failed)}")
    sys.exit(1 if failed else 0)


main(pathlib.Path(sys.argv[1]).resolve())
