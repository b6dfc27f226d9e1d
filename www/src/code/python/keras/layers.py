"""Layers."""

import _bridge

from ._layer import Layer, setting


class InputLayer(Layer):
    _kind = "Input"

    def __init__(self, shape=None, batch_size=None, dtype=None, name=None, input_shape=None, batch_shape=None):
        shape = shape if shape is not None else input_shape if input_shape is not None else batch_shape[1:]
        super().__init__(name, shape)


def Input(shape=None, batch_size=None, dtype=None, name=None):
    """The inputs of a model; as the first layer of a Sequential."""
    if shape is None:
        raise ValueError("You must pass a `shape` argument.")
    if not hasattr(shape, "__iter__"):
        raise ValueError("Invalid type for `shape` argument: " + repr(shape))
    return InputLayer(shape, name=name)


class Dense(Layer):
    _kind = "Dense"

    def __init__(self, units, activation=None, use_bias=True, kernel_initializer="glorot_uniform",
                 bias_initializer="zeros", kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None,
                 kernel_constraint=None, bias_constraint=None, **others):
        if not hasattr(units, "__index__") or units <= 0:
            raise ValueError("Received an invalid value for `units`, expected a positive integer. Received: units="
                             + str(units))
        super().__init__(**others)
        self.units, self.use_bias, self.activation = int(units), use_bias, activation
        self._set(units=int(units), use_bias=bool(use_bias), activation=setting(activation, "activation"),
                  kernel_initializer=setting(kernel_initializer, "initializer"),
                  bias_initializer=setting(bias_initializer, "initializer"),
                  kernel_regularizer=setting(kernel_regularizer, "regularizer"),
                  bias_regularizer=setting(bias_regularizer, "regularizer"),
                  activity_regularizer=setting(activity_regularizer, "regularizer"),
                  kernel_constraint=setting(kernel_constraint, "constraint"),
                  bias_constraint=setting(bias_constraint, "constraint"))

    @property
    def kernel(self):
        return self.get_weights()[0]

    @property
    def bias(self):
        return self.get_weights()[1]


class Activation(Layer):
    _kind = "Activation"

    def __init__(self, activation, **others):
        super().__init__(**others)
        self.activation = activation
        self._set(activation=setting(activation, "activation"))


class Dropout(Layer):
    _kind = "Dropout"

    def __init__(self, rate, noise_shape=None, seed=None, **others):
        super().__init__(**others)
        if not isinstance(rate, (int, float)) or not 0 <= rate <= 1:
            raise ValueError("Invalid value received for argument `rate`. Expected a float value between 0 and 1. "
                             "Received: rate=" + str(rate))
        self.rate = rate
        self._set(rate=float(rate), seed=seed)


class Flatten(Layer):
    _kind = "Flatten"

    def __init__(self, data_format=None, **others):
        super().__init__(**others)


class BatchNormalization(Layer):
    _kind = "BatchNormalization"

    def __init__(self, axis=-1, momentum=0.99, epsilon=0.001, center=True, scale=True, **others):
        super().__init__(**others)
        self._set(momentum=momentum, epsilon=epsilon, center=center, scale=scale)


class LayerNormalization(Layer):
    _kind = "LayerNormalization"

    def __init__(self, axis=-1, epsilon=0.001, center=True, scale=True, **others):
        super().__init__(**others)
        self._set(epsilon=epsilon, center=center, scale=scale)


class Normalization(Layer):
    _kind = "Normalization"

    def __init__(self, axis=-1, mean=None, variance=None, **others):
        super().__init__(**others)
        self._set(mean=mean, variance=variance)

    def adapt(self, data):
        """Measures here what the engine is given: mean and variance of each column."""
        from ._rows import as_numbers
        numbers = as_numbers(data)
        numbers = numbers.reshape(-1, 1) if numbers.ndim == 1 else numbers
        self._set(mean=numbers.mean(axis=0), variance=numbers.var(axis=0))


class ReLU(Layer):
    _kind = "ReLU"

    def __init__(self, max_value=None, negative_slope=0.0, threshold=0.0, **others):
        super().__init__(**others)
        self._set(max_value=max_value, negative_slope=negative_slope, threshold=threshold)


class LeakyReLU(Layer):
    _kind = "LeakyReLU"

    def __init__(self, negative_slope=0.3, **others):
        super().__init__(**others)
        self._set(negative_slope=negative_slope)


class Softmax(Layer):
    _kind = "Softmax"

    def __init__(self, axis=-1, **others):
        super().__init__(**others)


__getattr__ = _bridge.module_getattr("keras.layers", [name for name in globals() if name[0].isupper()], {
    "convolution": "Conv1D Conv2D Conv3D Conv2DTranspose SeparableConv2D DepthwiseConv2D MaxPooling2D MaxPool2D "
                   "AveragePooling2D GlobalAveragePooling2D GlobalMaxPooling2D MaxPooling1D GlobalAveragePooling1D "
                   "ZeroPadding2D UpSampling2D Cropping2D",
    "recurrent": "LSTM GRU SimpleRNN RNN Bidirectional TimeDistributed ConvLSTM2D LSTMCell GRUCell",
    "text": "Embedding TextVectorization StringLookup MultiHeadAttention Attention AdditiveAttention",
    "functional": "Concatenate Add Multiply Average Maximum Minimum Subtract Dot concatenate add",
    "layer": "Reshape Permute RepeatVector Lambda Masking GaussianNoise GaussianDropout SpatialDropout1D PReLU ELU "
             "GroupNormalization UnitNormalization ActivityRegularization Rescaling Resizing CategoryEncoding Hashing "
             "Discretization RandomFlip RandomRotation RandomZoom EinsumDense Identity Wrapper AlphaDropout",
})
