"""What is not here is named."""

import _bridge

raise _bridge.not_there("module", "torch", "No module named 'torch'", ModuleNotFoundError)
