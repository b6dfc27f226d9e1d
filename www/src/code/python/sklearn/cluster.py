"""What is not here is named."""

import _bridge

raise _bridge.not_there("sklearn", "sklearn.cluster", "No module named 'sklearn.cluster'", ModuleNotFoundError)
