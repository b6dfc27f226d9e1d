"""keras.losses under its name within TensorFlow."""

from keras.losses import *
from keras.losses import __getattr__
