"""What programs ask of the backend: a clean slate."""

import _bridge

from . import _names


def clear_session(free_memory=True):
    _names.reset()


__getattr__ = _bridge.module_getattr(
    "keras.backend",
    ["clear_session"],
    {
        "tensor": "mean sum square sqrt exp log maximum clip epsilon floatx get_value set_value gradients",
    },
)
