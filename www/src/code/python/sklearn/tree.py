"""What is not here is named."""

import _bridge

raise _bridge.not_there("sklearn", "sklearn.tree", "No module named 'sklearn.tree'", ModuleNotFoundError)
