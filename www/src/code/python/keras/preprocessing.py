"""What is not here is named."""

import _bridge

raise _bridge.not_there(
    "image", "keras.preprocessing", "keras.preprocessing is not available on this page", ModuleNotFoundError
)
