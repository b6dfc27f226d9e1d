"""keras.activations under its name within TensorFlow."""

from keras.activations import *
from keras.activations import __getattr__
