"""The array: its elements as one flat list in row-major order, beside a shape and a type."""

import math

from . import _elementwise as e
from . import _index, _print, _reduce
from . import _types as t


class ndarray:
    """`_flat` holds plain Python numbers, truths or texts. What a slice gives remembers where it came from, so that an
    assignment to it reaches the array that it is a part of."""

    __array_priority__ = 1
    # Of a slice: what it is a part of. Of a table's values: the names of its columns, which a network is drawn with.
    _base = _places = _columns = None

    @property
    def ndim(self):
        return len(self.shape)

    @property
    def size(self):
        return len(self._flat)

    @property
    def nbytes(self):
        return len(self._flat) * self.dtype.itemsize

    @property
    def itemsize(self):
        return self.dtype.itemsize

    @property
    def T(self):
        return self.transpose()

    @property
    def flat(self):
        return iter(self.ravel())

    def __len__(self):
        if not self.shape:
            raise TypeError("len() of unsized object")
        return self.shape[0]

    def __iter__(self):
        if not self.shape:
            raise TypeError("iteration over a 0-d array")
        return (self[i] for i in range(self.shape[0]))

    def __getitem__(self, key):
        if hasattr(key, "_to_mask"):
            key = key._to_mask()
        shape = self.shape
        if type(key) is int and len(shape) == 1 and -shape[0] <= key < shape[0]:
            return t.wrap(self._flat[key], self.dtype)
        places, found, single = _index.places(key, shape)
        flat = self._flat
        if single:
            return t.wrap(flat[places[0]], self.dtype)
        part = make([flat[place] for place in places], found, self.dtype)
        part._base, part._places = self, places
        return part

    def __setitem__(self, key, value):
        if hasattr(key, "_to_mask"):
            key = key._to_mask()
        places, shape, single = _index.places(key, self.shape)
        given = array(value)
        values = given._flat
        if len(values) != len(places) or given.shape != shape:
            try:
                is_same = e.broadcast_shape(given.shape, shape) == tuple(shape)
            except ValueError:
                is_same = False
            if not is_same:
                raise ValueError("could not broadcast input array from shape " + e._spelled(given.shape)
                                 + " into shape " + e._spelled(shape))
            values = e.spread(values, given.shape, shape)
        self._put(places, [t.cast(value, self.dtype) for value in values])

    def _put(self, places, values):
        flat = self._flat
        for place, value in zip(places, values):
            flat[place] = value
        if self._base is not None:
            own = self._places
            self._base._put([own[place] for place in places], values)

    def __repr__(self):
        return _print.representation(self)

    def __str__(self):
        return _print.text(self)

    def __format__(self, form):
        if form and self.shape:
            raise TypeError("unsupported format string passed to numpy.ndarray.__format__")
        return format(self.item(), form) if form else str(self)

    def __contains__(self, value):
        return value in self._flat

    def __bool__(self):
        if self.size != 1:
            raise ValueError("The truth value of an array with more than one element is ambiguous. "
                             "Use a.any() or a.all()")
        return bool(self._flat[0])

    def item(self, *place):
        if place:
            return self[place if len(place) > 1 else place[0]].item()
        if self.size != 1:
            raise ValueError("can only convert an array of size 1 to a Python scalar")
        return self._flat[0]

    def _one(self):
        if self.shape:
            raise TypeError("only 0-dimensional arrays can be converted to Python scalars")
        return self._flat[0]

    def __float__(self):
        return float(self._one())

    def __int__(self):
        return int(self._one())

    def __index__(self):
        if self.shape or self.dtype.kind not in "iu":
            raise TypeError("only integer scalar arrays can be converted to a scalar index")
        return self._flat[0]

    def tolist(self):
        return _nested(self._flat, self.shape)

    def copy(self):
        return make(list(self._flat), self.shape, self.dtype)

    def astype(self, kind, copy=True):
        kind = t.as_dtype(kind)
        if kind is self.dtype:
            return self.copy()
        flat = [t.cast(value, kind) for value in self._flat]
        if kind.kind == "U":
            kind = t.text_type(max([len(value) for value in flat] + [1]))
        return make(flat, self.shape, kind)

    def reshape(self, *shape, order="C"):
        shape = shape[0] if len(shape) == 1 and not hasattr(shape[0], "__index__") else shape
        shape = [int(size) for size in shape]
        known = 1
        for size in shape:
            known *= size if size != -1 else 1
        if -1 in shape and known and self.size % known == 0:
            shape[shape.index(-1)] = self.size // known
            known = self.size
        if known != self.size or -1 in shape:
            raise ValueError("cannot reshape array of size " + str(self.size) + " into shape " + e._spelled(shape))
        part = make(list(self._flat), tuple(shape), self.dtype)
        part._base, part._places = self, range(self.size)
        return part

    def ravel(self):
        return self.reshape(-1)

    def flatten(self):
        return make(list(self._flat), (self.size,), self.dtype)

    def squeeze(self, axis=None):
        return self.reshape([size for i, size in enumerate(self.shape)
                             if size != 1 or axis is not None and i != axis % self.ndim])

    def transpose(self, *axes):
        shape = self.shape
        if len(shape) < 2:
            return self.copy()
        if axes and axes[0] is not None:
            raise NotImplementedError("transpose with axes is not available on this page")
        flat = self._flat
        if len(shape) == 2:
            rows, columns = shape
            return make([flat[row * columns + column] for column in range(columns) for row in range(rows)],
                        (columns, rows), self.dtype)
        parts = [self[i].transpose() for i in range(shape[0])]
        return make([value for group in zip(*[part._flat for part in parts]) for value in group],
                    tuple(reversed(shape)), self.dtype)

    def fill(self, value):
        self._put(range(self.size), [t.cast(value, self.dtype)] * self.size)

    def sort(self, axis=-1):
        self._put(range(self.size), sorted_along(self)._flat)

    def dot(self, other):
        return matmul(self, other)

    def __hash__(self):
        raise TypeError("unhashable type: 'numpy.ndarray'")

    def __round__(self, digits=0):
        return self.round(digits)

    def round(self, decimals=0):
        return rounded(self, decimals)

    def clip(self, min=None, max=None):
        found = self
        if min is not None:
            found = arithmetic("maximum", found, min)
        return found if max is None else arithmetic("minimum", found, max)


def make(flat, shape, kind):
    made = ndarray.__new__(ndarray)
    made._flat, made.shape, made.dtype = flat, tuple(shape), kind
    return made


def _nested(flat, shape):
    if not shape:
        return flat[0]
    if len(shape) == 1:
        return list(flat)
    step = len(flat) // shape[0] if shape[0] else 0
    return [_nested(flat[i * step:(i + 1) * step], shape[1:]) for i in range(shape[0])]


def _collect(value, flat):
    """Puts the elements of nested lists into `flat`; returns their shape."""
    if isinstance(value, ndarray):
        flat.extend(value._flat)
        return value.shape
    if hasattr(value, "__array__"):
        return _collect(value.__array__(), flat)
    if isinstance(value, (list, tuple, range)):
        shapes = [_collect(item, flat) for item in value]
        for shape in shapes:
            if shape != shapes[0]:
                raise ValueError("setting an array element with a sequence. The requested array has an inhomogeneous "
                                 "shape after 1 dimensions. The detected shape was " + e._spelled((len(value),))
                                 + " + inhomogeneous part.")
        return (len(value),) + (shapes[0] if shapes else ())
    flat.append(value)
    return ()


def _kind_of(flat, value):
    """The type that holds all elements."""
    own = _type_of_parts(value)
    if own is not None:
        return own
    kind = None
    for item in flat:
        found = getattr(item, "dtype", None)
        if found is None:
            found = (t.BOOL if isinstance(item, bool) else t.INT64 if isinstance(item, int) else t.FLOAT64
                     if isinstance(item, float) else t.text_type(len(item)) if isinstance(item, str) else t.OBJECT)
        if found is not kind:
            kind = found if kind is None else t.promote(kind, found)
    return kind or t.FLOAT64


def _type_of_parts(value):
    if isinstance(value, ndarray):
        return value.dtype
    if isinstance(value, (list, tuple)) and value and all(isinstance(part, ndarray) for part in value):
        kind = value[0].dtype
        for part in value:
            kind = t.promote(kind, part.dtype)
        return kind
    return None


def array(value, dtype=None, copy=True, ndmin=0):
    if hasattr(value, "__array__") and not isinstance(value, ndarray):
        value = value.__array__()
    if not isinstance(value, (ndarray, list, tuple, range, int, float, str)) and hasattr(value, "__iter__"):
        value = list(value) if not isinstance(value, (set, dict)) and hasattr(value, "__next__") is False else [value]
    flat = []
    shape = _collect(value, flat)
    kind = _kind_of(flat, value)
    wanted = t.as_dtype(dtype) if dtype is not None else kind
    if wanted.kind == "U":
        flat = [item if isinstance(item, str) else str(item) for item in flat]
        wanted = t.text_type(max([len(item) for item in flat] + [1]))
    elif wanted.kind != "O" and not (isinstance(value, ndarray) and wanted is kind):
        flat = [t.cast(item, wanted) for item in flat]
    # A tuple times a negative number fails in Brython 3.14.
    return make(flat, (1,) * max(ndmin - len(shape), 0) + shape, wanted)


def as_array(value):
    return value if isinstance(value, ndarray) else array(value)


def _beside(value):
    """An operand: an array as it is, a plain number too."""
    if isinstance(value, ndarray) or isinstance(value, (int, float)):
        return value
    return array(value)


def arithmetic(name, x, y):
    x, y = _beside(x), _beside(y)
    if not isinstance(x, ndarray) and not isinstance(y, ndarray):
        found = e.arithmetic(make, name, array(x), y, as_array)
        return t.wrap(found._flat[0], found.dtype)
    found = e.arithmetic(make, name, x, y, as_array)
    return found if found.shape else t.wrap(found._flat[0], found.dtype)


def compare(name, x, y):
    found = e.compare(make, name, x, y, as_array)
    return found if found.shape else t.wrap(found._flat[0], t.BOOL)


def logical(name, x, y):
    found = e.logical(make, name, as_array(x), as_array(y), as_array)
    return found if found.shape else t.wrap(found._flat[0], found.dtype)


def unary(name, x):
    if hasattr(x, "_map_numpy"):
        return x._map_numpy(lambda part: unary(name, part))
    found = e.unary(make, name, as_array(x))
    return found if found.shape else t.wrap(found._flat[0], found.dtype)


def reduction(name, x, axis=None, keepdims=False, **settings):
    return _reduce.reduce(make, name, as_array(x), axis, keepdims, **settings)


def rounded(x, decimals=0):
    if hasattr(x, "_map_numpy"):
        return x._map_numpy(lambda part: rounded(part, decimals))
    x = as_array(x)
    if x.dtype.kind in "biu":
        return x.copy() if x.shape else t.wrap(x._flat[0], x.dtype)
    factor = 10.0 ** abs(decimals)
    is_single = x.dtype is t.FLOAT32

    def one(value):
        if value != value or value in (float("inf"), float("-inf")):
            return value
        found = nearest(value)
        return math.copysign(0.0, value) if found == 0 else found

    def nearest(value):
        if is_single:
            scaled = t.single(value * factor if decimals >= 0 else value / factor)
            return t.single(round(scaled) / factor if decimals >= 0 else round(scaled) * factor)
        return round(value * factor) / factor if decimals >= 0 else round(value / factor) * factor

    flat = [float(one(value)) for value in x._flat]
    return make(flat, x.shape, x.dtype) if x.shape else t.wrap(flat[0], x.dtype)


def sorted_along(x, axis=-1):
    if x.ndim < 2:
        return make(sorted(x._flat), x.shape, x.dtype)
    if axis % x.ndim != x.ndim - 1:
        return sorted_along(x.T).T
    size = x.shape[-1]
    return make([value for start in range(0, x.size, size) for value in sorted(x._flat[start:start + size])],
                x.shape, x.dtype)


def _product(row, column):
    # Newer Pythons' `sum` is not the plain one.
    total, b = 0, iter(column).__next__
    for a in row:
        total += a * b()
    return total


def matmul(x, y):
    """The product of vectors and matrices."""
    x, y = as_array(x), as_array(y)
    if not x.shape or not y.shape:
        return arithmetic("multiply", x, y)
    left = x.shape if x.ndim > 1 else (1,) + x.shape
    right = y.shape if y.ndim > 1 else y.shape + (1,)
    if len(left) > 2 or len(right) > 2:
        raise NotImplementedError("matmul of more than two dimensions is not available on this page")
    if left[1] != right[0]:
        raise ValueError("matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature "
                         "(n?,k),(k,m?)->(n?,m?) (size " + str(right[0]) + " is different from " + str(left[1]) + ")")
    columns = [y._flat[column::right[1]] for column in range(right[1])]
    kind = t.promote(x.dtype, y.dtype)
    flat = []
    for start in range(0, x.size, left[1] or 1):
        row = x._flat[start:start + left[1]]
        flat.extend([_product(row, column) for column in columns])
    if kind.kind == "f":
        flat = [t.cast(value, kind) for value in flat]
    shape = (x.shape[:-1] if x.ndim > 1 else ()) + (y.shape[1:] if y.ndim > 1 else ())
    return make(flat, shape, kind) if shape else t.wrap(flat[0], kind)
