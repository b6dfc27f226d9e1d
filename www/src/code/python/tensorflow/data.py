"""Data sets."""

import _bridge

from ._dataset import Dataset

AUTOTUNE = -1
__getattr__ = _bridge.module_getattr("tensorflow.data", ["Dataset", "AUTOTUNE"], {
    "dataset": "TFRecordDataset TextLineDataset experimental Options Iterator",
})
