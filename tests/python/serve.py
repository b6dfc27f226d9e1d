"""Runs programs as they come: a JSON text a line in, `{ source, files }`; a JSON text a line out: what the program
printed, the error that ended it and what was watched."""

import json
import pathlib
import sys

HERE = pathlib.Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent.parent / "www/src/code/python")]

import _host  # noqa: E402
from runner import line_of, run  # noqa: E402


def fresh(source, files):
    """As in a new process: an engine of its own, names from the start."""
    _host.begin(source, files)
    names = sys.modules.get("keras._names")
    if names:
        names.reset()


def answer(request):
    fresh(request["source"], request.get("files", {}))
    printed, error = run(request["source"])
    found = {"printed": printed, "watched": list(_host.watched), "error": None}
    if error is not None:
        found["error"] = {"type": type(error).__name__, "message": str(error), "line": line_of(error),
                          "notThere": list(getattr(error, "glassnet", ())) or None}
    return found


# The program alone is the main module, as in the page.
__name__ = "serve"
for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
