"""keras.optimizers under its name within TensorFlow."""

from keras.optimizers import *
from keras.optimizers import __getattr__
