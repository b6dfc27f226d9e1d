"""What is not here is named."""

import _bridge

raise _bridge.not_there("sklearn", "sklearn.svm", "No module named 'sklearn.svm'", ModuleNotFoundError)
