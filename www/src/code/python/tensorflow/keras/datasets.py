"""What is not here is named."""

from keras import datasets
