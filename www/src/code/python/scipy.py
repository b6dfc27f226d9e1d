"""What is not here is named."""

import _bridge

raise _bridge.not_there("module", "scipy", "No module named 'scipy'", ModuleNotFoundError)
