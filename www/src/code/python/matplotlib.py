"""Plots are not drawn by programs here: the page draws training beside the code."""

import _bridge

raise _bridge.not_there("plot", "matplotlib", "No module named 'matplotlib'", ModuleNotFoundError)
