"""What is not here is named."""

import _bridge

raise _bridge.not_there("sklearn", "sklearn.pipeline", "No module named 'sklearn.pipeline'", ModuleNotFoundError)
