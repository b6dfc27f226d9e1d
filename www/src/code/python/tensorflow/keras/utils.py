"""keras.utils under its name within TensorFlow."""

from keras.utils import *
from keras.utils import __getattr__
