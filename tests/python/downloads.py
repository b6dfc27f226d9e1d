"""Whether what a reader keeps runs in real Python: python downloads.py FOLDER, as downloads.js wrote it.

The notebook is valid, each of its cells runs in Jupyter's kernel, and those that draw nothing by chance print what is
recorded; the script runs too, and prints the same labels.
"""

import json
import os
import pathlib
import subprocess
import sys

import nbclient
import nbformat


def printed(cell):
    """What a cell printed."""
    streams = [output.text for output in cell.outputs if output.output_type == "stream" and output.name == "stdout"]
    return "".join(streams).rstrip()


def main(folder):
    notebook = nbformat.read(folder / "program.ipynb", as_version=nbformat.NO_CONVERT)
    nbformat.validate(notebook)
    nbclient.NotebookClient(notebook, resources={"metadata": {"path": str(folder)}}, timeout=600).execute()
    data, batches, _, training, evaluation = (printed(cell) for cell in notebook.cells)
    recorded = json.loads((folder / "recorded.json").read_text(encoding="utf-8"))
    assert [data, batches] == recorded[:2], (data, batches)
    assert "Epoch 60/60" in training, training
    # An answer, drawn by chance, and its label.
    labels = [line.split()[1] for line in evaluation.split("\n")[1:]]
    assert labels == [line.split()[1] for line in recorded[4].split("\n")[1:]], evaluation
    ran = subprocess.run([sys.executable, "program.py"], cwd=folder, capture_output=True, encoding="utf-8",
                         env={**os.environ, "PYTHONIOENCODING": "utf-8"})
    assert ran.returncode == 0, ran.stderr
    lines = ran.stdout.rstrip().split("\n")
    assert "\n".join(lines).startswith(recorded[0] + "\n" + recorded[1] + "\n"), ran.stdout
    assert "Total params: 73 (292.00 B)" in ran.stdout, ran.stdout
    assert [line.split()[1] for line in lines[-5:]] == labels, ran.stdout
    print("the notebook and the script run in Python", sys.version.split()[0])


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
