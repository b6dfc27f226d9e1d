"""keras.regularizers under its name within TensorFlow."""

from keras.regularizers import *
from keras.regularizers import __getattr__
