"""keras.models under its name within TensorFlow."""

from keras.models import *
from keras.models import __getattr__
