"""What is not here is named."""

import _bridge

raise _bridge.not_there(
    "sklearn", "sklearn.decomposition", "No module named 'sklearn.decomposition'", ModuleNotFoundError
)
