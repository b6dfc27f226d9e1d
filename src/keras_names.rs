//! Names that Keras has and Glassnet does not, so that who types one learns that it is no slip of theirs; and what is
//! meant by words of other libraries.
//!
//! `tests/names.rs` compares the lists with what real Keras 3 answered.

use crate::nearest::{contained, is_same};

/// By kind, each as one text; a name stands for its class too.
const MISSING: [(&str, &str); 9] = [
    ("activation", "glu sparsemax"),
    ("loss", "circle ctc dice loss loss_function_wrapper tversky"),
    (
        "metric",
        "binary_io_u concordance_correlation io_u mean mean_io_u mean_metric_wrapper metric one_hot_io_u \
         one_hot_mean_io_u pearson_correlation sum",
    ),
    ("optimizer", "adafactor loss_scale_optimizer multi_optimizer muon optimizer optimizer_map schedule_free_adamw"),
    ("initializer", "initializer stft stft_initializer"),
    ("constraint", "constraint"),
    ("regularizer", "regularizer"),
    ("schedule", "learning_rate_schedule"),
    (
        "layer",
        "Activation ActivityRegularization AdaptiveAveragePooling1D AdaptiveAveragePooling2D \
         AdaptiveAveragePooling3D AdaptiveMaxPooling1D AdaptiveMaxPooling2D AdaptiveMaxPooling3D Add \
         AdditiveAttention AlphaDropout Attention AugMix AutoContrast Average AveragePooling1D AveragePooling2D \
         AveragePooling3D AvgPool1D AvgPool2D AvgPool3D BatchNormalization Bidirectional CategoryEncoding CenterCrop \
         Concatenate ContrastLimitedAdaptiveHistogramEqualization Conv1D Conv1DTranspose Conv2D Conv2DTranspose Conv3D \
         Conv3DTranspose ConvLSTM1D ConvLSTM2D ConvLSTM3D Convolution1D Convolution1DTranspose Convolution2D \
         Convolution2DTranspose Convolution3D Convolution3DTranspose Cropping1D Cropping2D Cropping3D CutMix \
         DepthwiseConv1D DepthwiseConv2D Discretization Dot ELU EinsumDense Embedding Equalization Flatten FlaxLayer \
         GRU GRUCell GaussianDropout GaussianNoise GlobalAveragePooling1D GlobalAveragePooling2D \
         GlobalAveragePooling3D GlobalAvgPool1D GlobalAvgPool2D GlobalAvgPool3D GlobalMaxPool1D GlobalMaxPool2D \
         GlobalMaxPool3D GlobalMaxPooling1D GlobalMaxPooling2D GlobalMaxPooling3D GroupNormalization \
         GroupQueryAttention HashedCrossing Hashing Identity InputLayer InputSpec IntegerLookup JaxLayer LSTM LSTMCell \
         Lambda Layer LayerNormalization Masking MaxNumBoundingBoxes MaxPool1D MaxPool2D MaxPool3D \
         MaxPooling1D MaxPooling2D MaxPooling3D Maximum MelSpectrogram Minimum MixUp MultiHeadAttention Multiply \
         PReLU Permute Pipeline RMSNormalization RNN RandAugment RandomBrightness RandomColorDegeneration \
         RandomColorJitter RandomContrast RandomCrop RandomElasticTransform RandomErasing RandomFlip \
         RandomGaussianBlur RandomGrayscale RandomHue RandomInvert RandomPerspective RandomPosterization \
         RandomRotation RandomSaturation RandomSharpness RandomShear RandomTranslation RandomZoom RepeatVector \
         Rescaling Reshape Resizing ReversibleEmbedding STFTSpectrogram SeparableConv1D SeparableConv2D \
         SeparableConvolution1D SeparableConvolution2D SimpleRNN SimpleRNNCell Solarization SpatialDropout1D \
         SpatialDropout2D SpatialDropout3D SpectralNormalization StackedRNNCells StringLookup Subtract TFSMLayer \
         TextVectorization TimeDistributed TorchModuleWrapper UnitNormalization UpSampling1D UpSampling2D UpSampling3D \
         Wrapper ZeroPadding1D ZeroPadding2D ZeroPadding3D",
    ),
];

/// Words, and what Glassnet has that does the same or comes nearest.
const MEANT: [(&str, &str); 16] = [
    ("sparsemax", "softmax"),
    ("prelu", "leaky_relu"),
    ("logistic", "sigmoid"),
    ("identity", "linear"),
    ("none", "linear"),
    ("ce", "categorical_crossentropy"),
    ("cce", "categorical_crossentropy"),
    ("cosine_proximity", "cosine_similarity"),
    ("scce", "sparse_categorical_crossentropy"),
    ("nll", "sparse_categorical_crossentropy"),
    ("r2", "r2_score"),
    ("momentum", "sgd"),
    ("nag", "sgd"),
    ("lamb", "adamw"),
    ("xavier", "glorot_uniform"),
    ("kaiming", "he_uniform"),
];

/// Whether Keras has what of this kind is called so, and Glassnet has not.
pub(crate) fn has(kind: &str, name: &str) -> bool {
    let of_kind = MISSING.iter().filter(|(of, _)| *of == kind);
    of_kind.flat_map(|(_, names)| names.split(' ')).any(|missing| is_same(missing, name))
}

/// What is known and comes nearest to what Keras alone has: not by letters, as `f1_score` is spelled right.
pub(crate) fn instead<'a>(known: &[&'a str], name: &str) -> Option<&'a str> {
    meant(known, name).or_else(|| contained(known, name))
}

/// What is known and is meant by a word of another library.
pub(crate) fn meant<'a>(known: &[&'a str], word: &str) -> Option<&'a str> {
    let of_word = MEANT.iter().filter(|(other, _)| is_same(other, word));
    of_word.filter_map(|(_, name)| known.iter().find(|known| *known == name)).copied().next()
}
