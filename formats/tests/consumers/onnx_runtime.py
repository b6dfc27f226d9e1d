"""Runs exported models in onnxruntime: python onnx_runtime.py FOLDER, a folder for each model in it.

The predictions must be the engine's within 1e-5 of the largest of them.
"""

import json
import pathlib
import sys

import numpy as np
import onnxruntime


def check(folder):
    """Returns the largest difference of a model, as a share of its largest prediction."""
    sizes = json.loads((folder / "sizes.json").read_text())
    inputs = np.fromfile(folder / "inputs.f32", "<f4").reshape(-1, sizes["inputs"])
    expected = np.fromfile(folder / "outputs.f32", "<f4").reshape(-1, sizes["outputs"])
    session = onnxruntime.InferenceSession(folder / "model.onnx", providers=["CPUExecutionProvider"])
    (outputs,) = session.run(["outputs"], {"inputs": inputs})
    assert outputs.shape == expected.shape and outputs.dtype == np.float32, (outputs.shape, outputs.dtype)
    metadata = session.get_modelmeta()
    assert metadata.producer_name == "glassnet", metadata.producer_name
    features = json.loads(metadata.custom_metadata_map["features"])
    classes = json.loads(metadata.custom_metadata_map["classes"])
    assert (len(features), len(classes)) == (sizes["inputs"], sizes["outputs"]), (features, classes)
    return float(np.max(np.abs(outputs - expected)) / np.max(np.abs(expected)))


def main(root):
    folders = sorted(path.parent for path in root.glob("*/model.onnx"))
    if not folders:
        sys.exit(f"no exports in {root}")
    differences = {folder.name: check(folder) for folder in folders}
    for name, difference in differences.items():
        print(f"{name}: {difference:.1e}{'' if difference <= 1e-5 else ' FAILED'}")
    largest = max(differences.values())
    print(f"onnxruntime {onnxruntime.__version__}: {len(folders)} models, largest difference {largest:.1e}")
    sys.exit(0 if largest <= 1e-5 else 1)


main(pathlib.Path(sys.argv[1]))
