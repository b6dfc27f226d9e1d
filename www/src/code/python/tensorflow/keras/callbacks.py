"""keras.callbacks under its name within TensorFlow."""

from keras.callbacks import *
from keras.callbacks import __getattr__
