"""keras.backend under its name within TensorFlow."""

from keras.backend import *
from keras.backend import __getattr__
