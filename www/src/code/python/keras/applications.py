"""What is not here is named."""

import _bridge

raise _bridge.not_there(
    "convolution", "keras.applications", "keras.applications is not available on this page", ModuleNotFoundError
)
