"""Runs the programs with the stand-ins and compares with what the real libraries printed.

Prints a line for each program that differs: its name, the first line that does, ours, theirs; then the counts.
"""

import pathlib
import sys

HERE = pathlib.Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent.parent / "www/src/code/python")]

import _host  # noqa: E402
from runner import differs, run  # noqa: E402


def fresh(source):
    """As in a new process: an engine of its own, names from the start."""
    _host.begin(source, {})
    for name in ("keras._names", "numpy.random"):
        module = sys.modules.get(name)
        if module and name == "keras._names":
            module.reset()


def main(names):
    programs = [path for path in sorted((HERE / "programs").glob("*.py")) if not names or path.stem in names]
    wrong = 0
    for program in programs:
        source = program.read_text(encoding="utf-8")
        fresh(source)
        printed, _ = run(source)
        difference = differs(printed, program.with_suffix(".txt").read_text(encoding="utf-8"))
        if difference:
            wrong += 1
            print(program.stem + ":" + str(difference[0]), "  ours:   " + difference[1], "  theirs: " + difference[2], sep="\n")
    print(len(programs) - wrong, "of", len(programs), "equal")


if __name__ == "__main__":
    main(sys.argv[1:])
