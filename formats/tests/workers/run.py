"""Goes on with runs that the engine exported, on one and on two workers: python run.py FOLDER, a folder for each run.

One worker makes the weights that the engine makes in its next epoch, two make those of one: on loopback, with a short
last batch, and also when one is killed and both are started again.
"""

import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys

os.environ["KERAS_BACKEND"] = "tensorflow"

import keras
import numpy as np

# Of the largest number of each tensor.
TOLERANCE = 1e-4
# Epochs after the one that is compared with the engine's.
FURTHER = 20
SECONDS = 600


def start(folder, epochs, cluster, index):
    environment = {**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3", "PYTHONUNBUFFERED": "1"}
    environment.pop("TF_CONFIG", None)
    if cluster:
        task = {"type": "worker", "index": index}
        environment["TF_CONFIG"] = json.dumps({"cluster": {"worker": cluster}, "task": task})
    with open(folder / f"errors-{index}.txt", "a", encoding="utf-8") as errors:
        return subprocess.Popen(
            [sys.executable, "train.py", "--epochs", str(epochs)],
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE if index == 0 else subprocess.DEVNULL,
            stderr=errors,
            text=True,
        )


def free_addresses(count):
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    addresses = [f"127.0.0.1:{own.getsockname()[1]}" for own in sockets]
    for own in sockets:
        own.close()
    return addresses


def train(folder, epochs, workers, killed_after=None):
    """Returns the exit codes; with `killed_after` the last worker is killed as soon as that epoch is over."""
    cluster = free_addresses(workers) if workers > 1 else None
    # The first one last: it prints, and the others wait for it.
    processes = [start(folder, epochs, cluster, index) for index in reversed(range(workers))][::-1]
    try:
        for line in processes[0].stdout:
            if killed_after is not None and line.startswith(f"epoch {killed_after}/"):
                processes[-1].kill()
        return [process.wait(SECONDS) for process in processes]
    finally:
        for process in processes:
            if process.poll() is None:
                process.kill()


def copy_of(folder, name):
    copy = folder.parent / f"{folder.name}-{name}"
    shutil.copytree(folder, copy)
    return copy


def trained(folder):
    return keras.models.load_model(folder / "trained.keras")


def compare(what, expected, received):
    """Prints how far tensors are apart; returns whether that is near enough."""
    pairs = [(np.asarray(a, "float64").ravel(), np.asarray(b, "float64").ravel()) for a, b in zip(expected, received)]
    fits = len(expected) == len(received) and all(a.shape == b.shape for a, b in pairs)
    apart = max(np.max(np.abs(a - b)) / max(np.max(np.abs(a)), 1e-30) for a, b in pairs) if fits else np.inf
    fits = bool(apart <= TOLERANCE)
    print(f"    {what}: {apart:.2g} apart: {'the same' if fits else 'DIFFERENT'}", flush=True)
    return fits


def check(what, holds):
    print(f"    {what}: {'yes' if holds else 'NO'}", flush=True)
    return holds


def epochs_in(folder):
    lines = (folder / "checkpoints" / "history.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["epoch"] for line in lines]


def add_rows(folder):
    """A file of further rows, with an empty cell and without a target, as Windows writes it."""
    data = folder / "data"
    lines = (data / "train-00000.csv").read_text(encoding="utf-8").splitlines()
    cells = lines[1].split(",")
    further = [lines[0], *lines[5:30], ",".join(["", *cells[1:]]), ",".join(cells[:2]) + ",", ""]
    (data / "train-90000.csv").write_text("\r\n".join(further), encoding="utf-8")


def one_and_two(folder, first, last, expected):
    one, two = copy_of(folder, "one"), copy_of(folder, "two")
    results = [
        check("one worker ends well", train(one, first, 1) == [0]),
        compare("one worker and the engine after an epoch", expected, trained(one).get_weights()),
        check("it goes on from its checkpoint", train(one, last, 1) == [0]),
        check("two workers end well", train(two, last, 2) == [0, 0]),
        compare("two workers and one", trained(one).get_weights(), trained(two).get_weights()),
    ]
    return all(results)


def killed(folder, first, last):
    copy = copy_of(folder, "killed")
    codes = train(copy, last, 2, killed_after=first + 2)
    of_one = trained(folder.parent / f"{folder.name}-one").get_weights()
    results = [
        check(f"a worker is killed and the other one ends with an error, {codes}", codes[0] not in (0, None)),
        check("they were not at the end", epochs_in(copy)[-1] < last),
        check("both end well when they are started again", train(copy, last, 2) == [0, 0]),
        compare("two workers of which one was killed, and one", of_one, trained(copy).get_weights()),
        check("each epoch was trained once", epochs_in(copy) == list(range(first, last + 1))),
    ]
    return all(results)


def with_more_rows(folder, last):
    one, two = copy_of(folder, "more-one"), copy_of(folder, "more-two")
    add_rows(one), add_rows(two)
    few = trained(folder.parent / f"{folder.name}-one").get_weights()
    results = [
        check("one worker takes more rows", train(one, last, 1) == [0]),
        check("two workers take more rows", train(two, last, 2) == [0, 0]),
        compare("two workers and one with more rows", trained(one).get_weights(), trained(two).get_weights()),
        check("they make a difference", not np.allclose(few[0], trained(one).get_weights()[0], rtol=1e-3)),
    ]
    return all(results)


def run(folder):
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    first, last = expected["epoch"], expected["epoch"] + FURTHER
    results = [one_and_two(folder, first, last, expected["weights"])]
    if expected["then"] == "a worker is killed":
        results.append(killed(folder, first, last))
    if expected["then"] == "rows are added":
        results.append(with_more_rows(folder, last))
    return all(results)


def main(root):
    folders = sorted(path.parent for path in root.glob("*/expected.json"))
    if not folders:
        sys.exit(f"no runs in {root}")
    failed = []
    for folder in folders:
        print(folder.name, flush=True)
        if not run(folder):
            failed.append(folder.name)
            for path in sorted(root.glob(f"{folder.name}-*/errors-*.txt")):
                print(f"{path.parent.name}/{path.name}\n{path.read_text(encoding='utf-8')[-2000:]}")
    print(f"{len(folders)} runs, {len(failed)} failed")
    sys.exit(1 if failed else 0)


main(pathlib.Path(sys.argv[1]).resolve())
