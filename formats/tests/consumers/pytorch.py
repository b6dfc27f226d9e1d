"""Runs exported programs in PyTorch: python pytorch.py FOLDER, a folder for each model in it.

The predictions must be the engine's within 1e-5 of the largest of them; after an epoch of training in the same batches, where
the engine trained one, within 1e-4.
"""

import json
import pathlib
import runpy
import sys

import torch


def floats(path, columns):
    return torch.frombuffer(bytearray(path.read_bytes()), dtype=torch.float32).reshape(-1, columns)


def difference(outputs, expected):
    """The largest difference, as a share of the largest prediction."""
    assert outputs.shape == expected.shape, (outputs.shape, expected.shape)
    return float((outputs.detach() - expected).abs().max() / expected.abs().max())


def check(folder):
    """Returns the differences of a model before and after its training; None where it has none."""
    sizes = json.loads((folder / "sizes.json").read_text())
    program = runpy.run_path(str(folder / "model.py"))
    model = program["model"]
    assert isinstance(model, torch.nn.Sequential), type(model)
    inputs = floats(folder / "inputs.f32", sizes["inputs"])
    before = difference(model(inputs), floats(folder / "outputs.f32", sizes["outputs"]))
    if not (folder / "trained.f32").exists():
        return before, None
    if (folder / "classes.f32").exists():
        targets = floats(folder / "classes.f32", 1)[:, 0].long()
    else:
        targets = floats(folder / "targets.f32", sizes["outputs"])
    loss = program["train_epoch"](inputs, targets, batch_size=16, order=range(len(inputs)))
    assert loss == loss, loss
    return before, difference(model(inputs), floats(folder / "trained.f32", sizes["outputs"]))


def main(root):
    folders = sorted(path.parent for path in root.glob("*/model.py"))
    if not folders:
        sys.exit(f"no exports in {root}")
    differences = {folder.name: check(folder) for folder in folders}
    failed = False
    for name, (before, after) in differences.items():
        fits = before <= 1e-5 and (after is None or after <= 1e-4)
        failed |= not fits
        trained = "" if after is None else f", after an epoch {after:.1e}"
        print(f"{name}: {before:.1e}{trained}{'' if fits else ' FAILED'}")
    # The example of a program runs too.
    runpy.run_path(str(folders[-1] / "model.py"), run_name="__main__")
    largest = max(before for before, _ in differences.values())
    trained = max((after for _, after in differences.values() if after is not None), default=0.0)
    print(f"PyTorch {torch.__version__}: {len(folders)} models, largest difference {largest:.1e}, trained {trained:.1e}")
    sys.exit(1 if failed else 0)


main(pathlib.Path(sys.argv[1]))
