"""NumPy's legacy random numbers: after `np.random.seed(n)` the same as NumPy's own."""

import _bridge

from . import _array as a
from . import _types as t


def _size(size):
    shape = () if size is None else tuple(size) if hasattr(size, "__iter__") else (size,)
    count = 1
    for length in shape:
        count *= int(length)
    return shape, count


class RandomState:
    """A generator with a state of its own; the functions of the module are the methods of a global one."""

    _made = 0

    def __init__(self, seed=None):
        self._id = RandomState._made
        RandomState._made += 1
        if self._id:
            self.seed(seed)

    def seed(self, seed=None):
        if seed is not None and not 0 <= seed <= 4294967295:
            raise ValueError("Seed must be between 0 and 2**32 - 1")
        _bridge.call("random.seed", random=self._id, seed=None if seed is None else int(seed))

    def _draw(self, kind, count, most=0):
        return _bridge.call("random.draw", random=self._id, kind=kind, count=count, most=most)

    def _numbers(self, kind, size, scale=1.0, offset=0.0):
        shape, count = _size(size)
        drawn = self._draw(kind, count)
        flat = drawn if scale == 1.0 and offset == 0.0 else [offset + scale * value for value in drawn]
        return flat[0] if size is None else a.make(flat, shape, t.FLOAT64)

    def rand(self, *shape):
        return self._numbers("double", shape or None)

    def randn(self, *shape):
        return self._numbers("normal", shape or None)

    def random(self, size=None):
        return self._numbers("double", size)

    random_sample = random
    sample = random

    def uniform(self, low=0.0, high=1.0, size=None):
        return self._spread("double", low, high, size, lambda low, high: high - low)

    def normal(self, loc=0.0, scale=1.0, size=None):
        return self._spread("normal", loc, scale, size, lambda loc, scale: scale)

    def _spread(self, kind, low, high, size, width):
        if hasattr(low, "__len__") or hasattr(high, "__len__"):
            low, high = a.arithmetic("add", a.array(low, float), 0.0), a.array(high, float)
            shape = a.e.broadcast_shape(low.shape, high.shape) if size is None else size
            return low + width(low, high) * self._numbers(kind, shape)
        return self._numbers(kind, size, float(width(low, high)), float(low))

    def standard_normal(self, size=None):
        return self._numbers("normal", size)

    def randint(self, low, high=None, size=None, dtype=int):
        low, high = (0, low) if high is None else (low, high)
        if high <= low:
            raise ValueError("low >= high" if low else "high <= 0")
        if high - low > 4294967296:
            raise NotImplementedError("randint of more than 2**32 values is not available on this page")
        shape, count = _size(size)
        flat = [int(low) + int(value) for value in self._draw("integer", count, int(high) - 1 - int(low))]
        return flat[0] if size is None else a.make(flat, shape, t.as_dtype(dtype))

    def _order(self, count):
        return [int(place) for place in _bridge.call("random.permutation", random=self._id, count=count)]

    def permutation(self, x):
        if isinstance(x, int):
            return a.make(self._order(x), (x,), t.INT64)
        rows = a.as_array(x)
        return rows[a.make(self._order(len(rows)), (len(rows),), t.INT64)].copy()

    def shuffle(self, x):
        order = self._order(len(x))
        if isinstance(x, a.ndarray):
            x[...] = x[a.make(order, (len(order),), t.INT64)].copy()
        else:
            x[:] = [x[place] for place in order]

    def choice(self, a_, size=None, replace=True, p=None, **named):
        population = named.get("a", a_)
        count = population if isinstance(population, int) else len(population)
        shape, wanted = _size(size)
        if p is not None:
            places = self._weighted(p, wanted, replace, count)
        elif replace:
            places = [int(value) for value in self._draw("integer", wanted, count - 1)]
        else:
            if wanted > count:
                raise ValueError("Cannot take a larger sample than population when 'replace=False'")
            places = self._order(count)[:wanted]
        chosen = a.make(places, shape, t.INT64) if size is not None else places[0]
        return chosen if isinstance(population, int) else a.as_array(population)[chosen]

    def _weighted(self, p, wanted, replace, count):
        weights = [float(value) for value in p]
        if len(weights) != count:
            raise ValueError("'a' and 'p' must have same size")
        if abs(sum(weights) - 1) > 1e-8:
            raise ValueError("probabilities do not sum to 1")
        if not replace:
            raise NotImplementedError("choice with p and replace=False is not available on this page")
        sums, so_far = [], 0.0
        for weight in weights:
            so_far += weight
            sums.append(so_far)
        sums = [value / so_far for value in sums]
        return [sum(1 for value in sums if value <= drawn) for drawn in self._draw("double", wanted)]


_global = RandomState()
seed = _global.seed
rand = _global.rand
randn = _global.randn
random = _global.random
random_sample = _global.random
uniform = _global.uniform
normal = _global.normal
standard_normal = _global.standard_normal
randint = _global.randint
permutation = _global.permutation
shuffle = _global.shuffle


def choice(a, size=None, replace=True, p=None):
    return _global.choice(a, size, replace, p)


__getattr__ = _bridge.module_getattr(
    "numpy.random",
    ["seed", "rand", "randn", "uniform", "normal", "randint", "choice"],
    {
        "random": "default_rng Generator PCG64 MT19937 exponential poisson binomial gamma beta laplace"
        " "
        "multivariate_normal triangular lognormal chisquare dirichlet geometric random_integers get_state set_state bytes",
    },
)
