"""Runs a program and keeps what it prints: with the real libraries, or with the stand-ins.

A line that is printed by a line of the program with the comment `# chance` begins with "~" in what is kept: weights are
drawn, so that only the form of the text is compared.
"""

import re
import sys

TIMES = [
    (re.compile(r"\d+s \d+(us|ms|s)/step"), "0s 0ms/step"),
    (re.compile(r"- \d+s - \d+(us|ms|s)/step"), "- 0s - 0ms/step"),
    (re.compile(r" at 0x[0-9a-f]+"), " at 0x0"),
]
ANSI = re.compile(r"\x1b\[[0-9;]*m")


class Console:
    """A terminal of one column of lines: carriage returns, backspaces, and lines that are drawn again."""

    def __init__(self, lines):
        self.lines, self.row, self.at, self.source, self.chance = [""], 0, 0, lines, set()

    def _is_chance(self):
        frame = sys._getframe(2)
        while frame is not None:
            if frame.f_code.co_filename == "<program>":
                return "# chance" in self.source[frame.f_lineno - 1]
            frame = frame.f_back
        return False

    def write(self, text):
        is_chance = self._is_chance()
        text = ANSI.sub("", text).replace("\x1b[A\x1b[2K", "\x01")
        for letter in text:
            if letter == "\x01":
                del self.lines[-1]
                self.lines[-1] = ""
                self.at = 0
            elif letter == "\n":
                self.lines.append("")
                self.at = 0
            elif letter == "\r":
                self.at = 0
            elif letter == "\b":
                self.at = max(self.at - 1, 0)
            else:
                line = self.lines[-1]
                self.lines[-1] = line[:self.at] + letter + line[self.at + 1:]
                self.at += 1
            if is_chance and letter not in "\n\r\b\x01":
                self.chance.add(len(self.lines) - 1)

    def flush(self):
        pass

    def isatty(self):
        return False

    def text(self):
        found = []
        for i, line in enumerate(self.lines):
            line = line.rstrip()
            for pattern, plain in TIMES:
                line = pattern.sub(plain, line)
            found.append(("~" if i in self.chance else "") + line)
        return "\n".join(found).rstrip() + "\n"


def line_of(error):
    found, trace = None, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<program>":
            found = trace.tb_lineno
        trace = trace.tb_next
    return found


def run(source):
    """What a program prints, with the error that ends it as its last lines."""
    console = Console(source.split("\n"))
    before, sys.stdout = sys.stdout, console
    error = None
    try:
        exec(compile(source, "<program>", "exec"), {"__name__": "__main__"})
    except SyntaxError as fault:
        print("line " + str(fault.lineno) + ": SyntaxError: " + fault.msg)
    except Exception as fault:
        error = fault
        print("line " + str(line_of(fault)) + ": " + type(fault).__name__ + ": " + str(fault))
    finally:
        sys.stdout = before
    return console.text(), error


NUMBER = re.compile(r"[-+]?(\d+\.\d*|\.\d+|\d+)(e[-+]?\d+)?")


def form(line):
    """A line without its numbers and the spaces around them."""
    return re.sub(r"\s+", " ", NUMBER.sub("#", line)).replace("[ ", "[").replace(" ]", "]").strip()


def differs(found, expected):
    """The first lines that differ, or None."""
    ours, theirs = found.split("\n"), expected.split("\n")
    for i in range(max(len(ours), len(theirs))):
        one, other = [(lines[i] if i < len(lines) else "(nothing)") for lines in (ours, theirs)]
        is_chance = other.startswith("~")
        if one != other and not (is_chance and form(one) == form(other)):
            return i + 1, one, other
    return None
