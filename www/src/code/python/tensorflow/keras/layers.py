"""keras.layers under its name within TensorFlow."""

from keras.layers import *
from keras.layers import __getattr__
