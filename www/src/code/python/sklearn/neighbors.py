"""What is not here is named."""

import _bridge

raise _bridge.not_there("sklearn", "sklearn.neighbors", "No module named 'sklearn.neighbors'", ModuleNotFoundError)
