"""Runs the programs with the real libraries.

    python record.py            writes what they print beside them, and the versions
    python record.py --check    compares with what is there
"""

import io
import os
import pathlib
import platform
import sys
import warnings

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
warnings.simplefilter("ignore")
sys.path.insert(0, str(pathlib.Path(__file__).parent))

import keras  # noqa: E402
import numpy as np  # noqa: E402
import pandas as pd  # noqa: E402
import sklearn  # noqa: E402
import tensorflow as tf  # noqa: E402
from runner import differs, run  # noqa: E402

PROGRAMS = pathlib.Path(__file__).parent / "programs"


def fresh():
    """As in a new process: names from the start, usual printing."""
    keras.backend.clear_session()
    np.set_printoptions()
    keras.utils.set_random_seed(0)


def main(is_check):
    wrong = 0
    for program in sorted(PROGRAMS.glob("*.py")):
        fresh()
        errors, sys.stderr = sys.stderr, io.StringIO()
        printed, _ = run(program.read_text(encoding="utf-8"))
        sys.stderr = errors
        kept = program.with_suffix(".txt")
        if not is_check:
            kept.write_text(printed, encoding="utf-8")
            continue
        difference = differs(printed, kept.read_text(encoding="utf-8"))
        if difference:
            wrong += 1
            print(program.name, *difference, sep="\n  ")
    if not is_check:
        versions = {"Python": platform.python_version(), "numpy": np.__version__, "pandas": pd.__version__,
                    "scikit-learn": sklearn.__version__, "Keras": keras.__version__, "TensorFlow": tf.__version__}
        lines = [name + " " + version for name, version in versions.items()]
        (PROGRAMS / "versions.md").write_text("What the texts here were recorded with: " + ", ".join(lines) + ".\n")
    return wrong


if __name__ == "__main__":
    wrong = main("--check" in sys.argv)
    print("programs that print otherwise:", wrong)
    sys.exit(1 if wrong else 0)
