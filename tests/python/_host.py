"""The door to the engine under CPython: a Node process over pipes, in the place of the page's `_host`."""

import json
import os
import subprocess
import sys

_FOLDER = os.path.dirname(os.path.abspath(__file__))
_node = subprocess.Popen(["node", os.path.join(_FOLDER, "host.js")], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                         text=True, encoding="utf-8")
watched = []


def _ask(line):
    _node.stdin.write(line + "\n")
    _node.stdin.flush()
    return json.loads(_node.stdout.readline())


def begin(source, files):
    """A new engine for a program; `source` comes first, as the process tells it by that."""
    watched.clear()
    _ask(json.dumps({"source": source, "files": files}))


def call(text):
    answer = _ask(text)
    watched.extend(answer["watched"])
    for line, replaces in answer["output"]:
        # As on a terminal, where a line that is drawn again goes up first.
        sys.stdout.write(("\x1b[A\x1b[2K" if replaces else "") + line)
    return answer["text"]
