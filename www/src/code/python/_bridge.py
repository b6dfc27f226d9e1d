"""The door to the engine, and what all stand-ins need: errors that say what is not there, the reader's line.

Only this file knows how requests and answers are spelled: JSON in which a list of numbers is one text,
{"$": "1.5 nan inf"}, and one that is not finite {"#": "nan"}. Nothing of Python's library is imported, so that a page
loads little.
"""

import sys

import _host


class Numbers:
    """Numbers to send, as they are: ints and floats, no subclasses."""

    def __init__(self, values):
        self.values = values


_SPECIAL = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def _text(value):
    if not ("\\" in value or '"' in value or "\n" in value or "\r" in value or "\t" in value):
        return '"' + value + '"'
    return '"' + "".join([_SPECIAL.get(letter, letter) for letter in value]) + '"'


def encode(value):
    if value is None:
        return "null"
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, Numbers):
        return '{"$": "' + " ".join(map(repr, value.values)) + '"}'
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, int):
        return str(int(value))
    if isinstance(value, float):
        spelled = repr(float(value))
        return spelled if spelled[-1] not in "nf" else '{"#": "' + spelled + '"}'
    if isinstance(value, dict):
        return "{" + ", ".join([_text(str(key)) + ": " + encode(item) for key, item in value.items()]) + "}"
    return "[" + ", ".join([encode(item) for item in value]) + "]"


class _Reader:
    """Reads an answer; texts are found by their end, so that long lists of numbers cost one search."""

    def __init__(self, text):
        self.text = text
        self.at = 0

    def value(self):
        first = self.text[self.at]
        if first == '"':
            return self.string()
        if first == "{":
            return self.object()
        if first == "[":
            return self.list()
        return self.word()

    def string(self):
        start = self.at + 1
        end = self.text.index('"', start)
        if "\\" not in self.text[start:end]:
            self.at = end + 1
            return self.text[start:end]
        return self.escaped(start)

    def escaped(self, start):
        parts = []
        at = start
        while self.text[at] != '"':
            letter = self.text[at]
            if letter == "\\":
                at += 1
                letter = self.text[at]
                if letter == "u":
                    letter = chr(int(self.text[at + 1:at + 5], 16))
                    at += 4
                else:
                    letter = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}.get(letter, letter)
            parts.append(letter)
            at += 1
        self.at = at + 1
        return "".join(parts)

    def object(self):
        found = {}
        self.at += 1
        while self.text[self.at] != "}":
            key = self.string()
            self.at += 1
            found[key] = self.value()
            if self.text[self.at] == ",":
                self.at += 1
        self.at += 1
        if "$" in found:
            return [float(word) for word in found["$"].split(" ")] if found["$"] else []
        return float(found["#"]) if "#" in found else found

    def list(self):
        found = []
        self.at += 1
        while self.text[self.at] != "]":
            found.append(self.value())
            if self.text[self.at] == ",":
                self.at += 1
        self.at += 1
        return found

    def word(self):
        end = self.at
        while end < len(self.text) and self.text[end] not in ",]}":
            end += 1
        word = self.text[self.at:end]
        self.at = end
        if word in ("null", "true", "false"):
            return {"null": None, "true": True, "false": False}[word]
        return int(word) if word.lstrip("-").isdigit() else float(word)


_ERRORS = {
    "ValueError": ValueError, "TypeError": TypeError, "KeyError": KeyError, "IndexError": IndexError,
    "FileNotFoundError": FileNotFoundError, "RuntimeError": RuntimeError, "NotImplementedError": NotImplementedError,
}


def call(op, **request):
    """Asks the engine; raises what it rejects."""
    request["op"] = op
    answer = _Reader(_host.call(encode(request))).value()
    if "error" not in answer:
        return answer["value"]
    fault = answer["error"]
    error = _ERRORS.get(fault["type"], RuntimeError)(fault["message"])
    if fault["notThere"]:
        error.glassnet = tuple(fault["notThere"])
    raise error


def line():
    """The line from which a stand-in was called, in the text of the cell that runs: a function of another cell stands
    at the line that calls it. None where none is known."""
    frame, own = sys._getframe(1), []
    while frame is not None:
        if frame.f_globals.get("__name__") == "__main__":
            own.append(frame)
        frame = frame.f_back
    if not own:
        return None
    running = own[-1].f_code.co_filename
    return next(frame.f_lineno for frame in own if frame.f_code.co_filename == running)


def not_there(code, what, message, kind=NotImplementedError):
    """The error of what the real library has and this page has not; the page says in its language what to do."""
    error = kind(message)
    error.glassnet = (code, what)
    return error


def nearest(name, names):
    """The name that is most like another, or None: a slip of the keyboard is two letters at most."""
    best, least = None, 3
    for known in names:
        if abs(len(known) - len(name)) < least:
            distance = _distance(name.lower(), known.lower())
            if distance < least:
                best, least = known, distance
    return best


def _distance(one, other):
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, against in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (letter != against))
    return row[-1]


def module_getattr(module, known, elsewhere):
    """A module's `__getattr__`: what is not there is named, with the nearest name of what is.

    `elsewhere` has what the real module has: codes with their names, in one text each.
    """

    def missing(name):
        if name.startswith("__"):
            raise AttributeError("module '" + module + "' has no attribute '" + name + "'")
        for code, names in elsewhere.items():
            if name in names.split():
                raise not_there(code, module + "." + name, module + "." + name + " is not available on this page")
        near = nearest(name, known)
        also = ". Did you mean: '" + near + "'?" if near else ""
        raise AttributeError("module '" + module + "' has no attribute '" + name + "'" + also)

    return missing


def unassigned(method):
    """Tells the page of a result that the reader's line throws away, where its text shows that."""
    where = line()
    if where is not None:
        call("source.unassigned", line=where, method=method)
