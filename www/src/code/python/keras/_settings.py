"""Optimizers, losses, metrics, initializers and the like: a class of Keras is a name with settings for the engine."""

import _bridge

from ._names import settings, snake


class Setting:
    """`_config` is what the engine takes: `{"name": …}` and what was set."""

    _known = ()
    _positional = ()
    _unknown = "Unrecognized keyword arguments passed to {}: {}"

    def __init__(self, *given, **named):
        own = type(self).__name__
        if len(given) > len(self._positional):
            raise TypeError(own + ".__init__() takes " + str(len(self._positional) + 1) + " positional arguments but "
                            + str(len(given) + 1) + " were given")
        named.update(zip(self._positional, given))
        self.name = named.pop("name", None) or snake(own)
        for ignored in ("dtype", "seed", "reduction"):
            named.pop(ignored, None)
        wrong = {name: value for name, value in named.items() if name not in self._known}
        if wrong:
            error = ValueError(self._unknown.format(own, wrong))
            near = _bridge.nearest(list(wrong)[0], self._known)
            error.glassnet = ("nearest", near) if near else ("keyword", own + " " + list(wrong)[0])
            raise error
        self._given = named
        self._config = {"name": getattr(self, "_engine", snake(own)), **settings(named)}

    def get_config(self):
        return {"name": self.name, **self._given}


def kinds(base, table, module):
    """Classes of a module by their names, each with the settings that it knows."""
    found = {}
    for name, known in table.items():
        known = tuple(known.split())
        made = type(name, (base,), {"_known": known, "_positional": known, "__module__": module})
        found[name] = made
    return found


def config_of(value, what):
    """What the engine takes of a name, an object or None."""
    if value is None or isinstance(value, (str, dict)):
        return value
    if isinstance(value, type) and issubclass(value, Setting):
        value = value()
    if isinstance(value, Setting):
        return value._config
    own = getattr(value, "_engine_name", None)
    if own is not None:
        return own
    raise _bridge.not_there(what, getattr(value, "__name__", str(value)),
                            "a function of your own as " + what + " is not available on this page")
