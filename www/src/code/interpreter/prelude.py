"""What a program finds in place of a terminal and a disk: what it prints goes to the page, it reads dropped files."""

import builtins
import sys

import _host


def _not_there(code, what, message):
    error = OSError(message)
    error.glassnet = (code, what)
    return error


class _Stream:
    encoding = "utf-8"
    errors = "strict"
    newlines = None

    def __init__(self, name, is_error):
        self.name = name
        self.is_error = is_error

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError("write() argument must be str, not " + type(text).__name__)
        _host.write(text, self.is_error)
        return len(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        pass

    def isatty(self):
        return False

    def readable(self):
        return False

    def writable(self):
        return True


class _File:
    """A dropped file that is read."""

    def __init__(self, name, text):
        self.name = name
        self.mode = "r"
        self.encoding = "utf-8"
        self.closed = False
        self._text = text
        self._at = 0

    def _rest(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        return self._text[self._at:]

    def read(self, size=-1):
        found = self._rest()
        if size is not None and size >= 0:
            found = found[:size]
        self._at += len(found)
        return found

    def readline(self):
        rest = self._rest()
        end = rest.find("\n")
        found = rest if end < 0 else rest[:end + 1]
        self._at += len(found)
        return found

    def readlines(self):
        return self.read().splitlines(True)

    def seek(self, at, whence=0):
        self._at = at
        return at

    def tell(self):
        return self._at

    def write(self, text):
        raise _not_there("open_write", self.name, "not writable")

    def close(self):
        self.closed = True

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()


def _open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    name = str(file)
    if "w" in mode or "a" in mode or "x" in mode or "+" in mode:
        raise _not_there("open_write", name, "files cannot be written on this page: '" + name + "'")
    if "b" in mode:
        raise _not_there("open_binary", name, "files are read as text on this page: '" + name + "'")
    found = _host.read(name)
    if found is None:
        error = FileNotFoundError("[Errno 2] No such file or directory: '" + name + "'")
        error.glassnet = ("file", name)
        raise error
    return _File(name, found)


def _input(prompt=""):
    raise _not_there("input", "input", "input() is not available on this page")


builtins.open = _open
builtins.input = _input
sys.stdout = sys.__stdout__ = _Stream("<stdout>", False)
sys.stderr = sys.__stderr__ = _Stream("<stderr>", True)
sys.argv = [""]
