"""What is not here is named."""

import _bridge

raise _bridge.not_there("sklearn", "sklearn.ensemble", "No module named 'sklearn.ensemble'", ModuleNotFoundError)
