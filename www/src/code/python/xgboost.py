"""What is not here is named."""

import _bridge

raise _bridge.not_there("module", "xgboost", "No module named 'xgboost'", ModuleNotFoundError)
