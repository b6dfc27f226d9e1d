"""`tf.data.Dataset`: rows, shuffled and batched by the engine."""

import _bridge
import numpy as np

from ._tensor import Tensor, as_tensor


class Dataset:
    def __init__(self, arrays, names=None):
        """`arrays`: a pair of features and targets, or features alone."""
        self._arrays, self._names = arrays, names
        self._dataset_id, self._order, self._epoch, self._is_batched = None, None, 0, False

    @staticmethod
    def from_tensor_slices(tensors):
        pair = tensors if isinstance(tensors, tuple) else (tensors,)
        if len(pair) > 2:
            raise _bridge.not_there(
                "dataset",
                "from_tensor_slices",
                "data sets of more than features and targets are not " "available on this page",
            )
        arrays = [as_tensor(part)._array for part in pair]
        if len(set(len(array) for array in arrays)) > 1:
            raise ValueError(
                "Dimensions " + str(len(arrays[0])) + " and " + str(len(arrays[1])) + " are not compatible"
            )
        from keras._rows import names_of
        names = names_of(pair[0])
        made = Dataset(tuple(arrays) if isinstance(tensors, tuple) else arrays[0], names)
        return made._started()

    @staticmethod
    def range(*bounds):
        return Dataset(np.arange(*bounds))._started()

    def _started(self):
        x, y = self._pair()
        count = len(x)
        targets = y._flat if y is not None else [0] * count
        flat = [int(value) for value in x._flat] if x.dtype.kind == "b" else x._flat
        answer = _bridge.call("dataset.new", x=_bridge.Numbers(flat), y=_bridge.Numbers(targets), rows=count)
        self._dataset_id, self._size = answer["dataset"], answer["cardinality"]
        return self

    def _pair(self):
        return self._arrays if isinstance(self._arrays, tuple) and len(self._arrays) == 2 else (
            self._arrays[0] if isinstance(self._arrays, tuple) else self._arrays, None)

    @property
    def _width(self):
        x = self._pair()[0]
        return x.size // len(x) if len(x) else 0

    def _check_fit(self, model):
        """Keras trains on batches alone, and on rows as wide as the model's inputs."""
        from keras._rows import Rows, check_width
        x, y = self._pair()
        if not self._is_batched:
            shape = str(tuple(x.shape[1:])) if x.ndim > 1 else "()"
            error = ValueError("Exception encountered when calling Sequential.call().\n\nInvalid input shape for input "
                               "Tensor with shape " + shape + ". The data set has no batches")
            error.glassnet = ("unbatched", "fit")
            raise error
        check_width(model, Rows(x), True)

    def _step(self, op, **request):
        answer = _bridge.call("dataset." + op, dataset=self._dataset_id, **request)
        made = Dataset(self._arrays, self._names)
        made._dataset_id, made._size = answer["dataset"], answer["cardinality"]
        made._is_batched = self._is_batched or op == "batch"
        return made

    def shuffle(self, buffer_size, seed=None, reshuffle_each_iteration=True):
        return self._step("shuffle", buffer=int(buffer_size), seed=seed)

    def batch(self, batch_size, drop_remainder=False):
        return self._step("batch", size=int(batch_size), dropRemainder=drop_remainder)

    def take(self, count):
        return self._step("take", count=int(count))

    def prefetch(self, buffer_size=None):
        return self

    def cache(self):
        return self

    def cardinality(self):
        return as_tensor(np.array(self._size))

    def __len__(self):
        return self._size

    def __iter__(self):
        """Batches, or rows; shuffled anew each time."""
        x, y = self._pair()
        for rows in _bridge.call("dataset.order", dataset=self._dataset_id, epoch=self._epoch):
            picked = np._array.make([int(row) for row in rows], (len(rows),), np._types.INT64)
            if not self._is_batched:
                picked = picked[0]
            parts = [Tensor(part[picked]) for part in (x, y) if part is not None]
            yield tuple(parts) if isinstance(self._arrays, tuple) else parts[0]
        self._epoch += 1

    def as_numpy_iterator(self):
        for part in self:
            yield tuple(item.numpy() for item in part) if isinstance(part, tuple) else part.numpy()

    def __getattr__(self, name):
        if name in ("map", "repeat", "filter", "skip", "concatenate", "unbatch", "window", "enumerate", "interleave",
                    "padded_batch", "zip", "shard", "reduce", "apply", "from_generator", "element_spec"):
            raise _bridge.not_there("dataset", "Dataset." + name, "Dataset." + name + " is not available on this page")
        raise AttributeError("'Dataset' object has no attribute '" + name + "'")
