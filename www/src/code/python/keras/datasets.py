"""What is not here is named."""

import _bridge

raise _bridge.not_there("data", "keras.datasets", "keras.datasets is not available on this page", ModuleNotFoundError)
