"""keras.initializers under its name within TensorFlow."""

from keras.initializers import *
from keras.initializers import __getattr__
