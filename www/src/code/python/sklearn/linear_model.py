"""What is not here is named."""

import _bridge

raise _bridge.not_there(
    "sklearn", "sklearn.linear_model", "No module named 'sklearn.linear_model'", ModuleNotFoundError
)
