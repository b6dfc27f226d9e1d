"""Reads exported weights with the package safetensors: python safetensors_numpy.py FOLDER, a folder for each model in it."""

import pathlib
import sys

import numpy as np
import safetensors
from safetensors.numpy import load_file


def check(path):
    """All bytes behind the header are numbers of tensors, and all of them are finite."""
    tensors = load_file(path)
    data = path.read_bytes()
    header = int.from_bytes(data[:8], "little")
    assert sum(tensor.nbytes for tensor in tensors.values()) == len(data) - 8 - header, path
    assert all(np.isfinite(tensor).all() for tensor in tensors.values()), path
    return len(tensors)


files = sorted(pathlib.Path(sys.argv[1]).glob("*/model.safetensors"))
if not files:
    sys.exit(f"no exports in {sys.argv[1]}")
print(f"safetensors {safetensors.__version__}: {len(files)} files, {sum(map(check, files))} tensors")
