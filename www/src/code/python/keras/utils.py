"""Helpers: classes as rows of 0 and 1, one seed for all."""

import _bridge
import numpy as np


def to_categorical(x, num_classes=None):
    array = np.asarray(x.to_numpy() if hasattr(x, "_is_pandas") else x)
    flat = [int(value) for value in array._flat]
    count = num_classes or max(flat) + 1
    for value in flat:
        if not 0 <= value < count:
            raise IndexError("index " + str(value) + " is out of bounds for axis 1 with size " + str(count))
    rows = [[0.0] * value + [1.0] + [0.0] * (count - 1 - value) for value in flat]
    shape = array.shape[:-1] if array.ndim > 1 and array.shape[-1] == 1 else array.shape
    return np._array.make([cell for row in rows for cell in row], shape + (count,), np._types.FLOAT64)


def set_random_seed(seed):
    """Seeds NumPy's numbers and the engine's."""
    np.random.seed(seed)
    _bridge.call("seed.set", seed=int(seed))


__getattr__ = _bridge.module_getattr("keras.utils", ["to_categorical", "set_random_seed"], {
    "plot": "plot_model model_to_dot", "data": "image_dataset_from_directory text_dataset_from_directory get_file "
    "timeseries_dataset_from_array", "keras": "normalize Sequence PyDataset split_dataset pad_sequences load_img "
    "img_to_array register_keras_serializable get_custom_objects custom_object_scope",
})
