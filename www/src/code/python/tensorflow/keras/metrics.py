"""keras.metrics under its name within TensorFlow."""

from keras.metrics import *
from keras.metrics import __getattr__
