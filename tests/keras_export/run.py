"""Runs what was exported: python run.py FOLDER, a folder for each model with plain.py and script.py in it.

A folder whose name begins with "broken" holds wrong weights, and its script must say so.
"""

import contextlib
import io
import os
import pathlib
import runpy
import sys
import traceback

import tensorflow as tf


def run(program):
    """Returns the exit code of a program and what it printed."""
    printed = io.StringIO()
    code = 0
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        try:
            runpy.run_path(str(program), run_name="__main__")
        except SystemExit as end:
            code = end.code or 0
        except Exception:
            traceback.print_exc()
            code = 2
    tf.keras.backend.clear_session()
    return code, printed.getvalue()


def main(root):
    folders = sorted(path.parent for path in root.glob("*/script.py"))
    if not folders:
        sys.exit(f"no exports in {root}")
    failed = []
    for folder in folders:
        os.chdir(folder)
        for name in ["plain.py", "script.py"]:
            expected = 1 if folder.name.startswith("broken") and name == "script.py" else 0
            code, printed = run(folder / name)
            fits = code == expected
            print(f"{folder.name}/{name}: {'as expected' if fits else f'FAILED with {code}'}", flush=True)
            if not fits:
                failed.append(f"{folder.name}/{name}")
            if not fits or name == "script.py":
                print("".join(f"    {line}\n" for line in printed.splitlines()), end="", flush=True)
    print(f"{len(folders)} exports, {len(failed)} failed programs")
    sys.exit(1 if failed else 0)


main(pathlib.Path(sys.argv[1]).resolve())
