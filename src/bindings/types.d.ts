// Generated from the catalogue: see tests/catalogue.rs.

/** The name of an activation function. */
export type ActivationName =
  | "celu" | "elu" | "exponential" | "gelu" | "hard_shrink" | "hard_sigmoid" | "hard_silu" | "hard_tanh" | "leaky_relu"
  | "linear" | "log_sigmoid" | "log_softmax" | "mish" | "relu" | "relu6" | "selu" | "sigmoid" | "silu" | "soft_shrink"
  | "softmax" | "softplus" | "softsign" | "sparse_plus" | "sparse_sigmoid" | "squareplus" | "tanh" | "tanh_shrink"
  | "threshold";

/** Other names of activation functions; all are read in any case, with underscores or without. */
export type ActivationAlias =
  | "hard_swish" | "swish" | "hardShrink" | "hardSigmoid" | "hardSilu" | "hardTanh" | "leakyRelu" | "logSigmoid"
  | "logSoftmax" | "softShrink" | "sparsePlus" | "sparseSigmoid" | "tanhShrink";

/** What an activation is set to; each takes its own and rejects the others. */
export interface ActivationSettings {
  /** Of `celu`, 1 by default; `elu`, 1 by default; `leaky_relu`, as before Keras 3. */
  alpha?: number;
  /** Of `gelu`, false by default. */
  approximate?: boolean;
  /** Of `hard_shrink`, 0.5 by default; `relu`, 0 by default; `soft_shrink`, 0.5 by default;
   * `threshold`, 0 by default. */
  threshold?: number;
  /** Of `leaky_relu`, 0.2 by default; `relu`, 0 by default. */
  negativeSlope?: number;
  /** Of `relu`, none by default. */
  maxValue?: number;
  /** Of `squareplus`, 4 by default. */
  b?: number;
  /** Of `threshold`, 0 by default. */
  defaultValue?: number;
}

/** The name of a loss: Keras's, its short names and its classes, and TensorFlow.js's. */
export type LossName =
  | "binary_crossentropy" | "binary_focal_crossentropy" | "categorical_crossentropy" | "categorical_focal_crossentropy"
  | "categorical_hinge" | "cosine_similarity" | "hinge" | "huber" | "kl_divergence" | "log_cosh"
  | "mean_absolute_error" | "mean_absolute_percentage_error" | "mean_squared_error" | "mean_squared_logarithmic_error"
  | "poisson" | "sparse_categorical_crossentropy" | "squared_hinge" | "bce" | "BCE" | "cosine_proximity" | "kld"
  | "KLD" | "kullback_leibler_divergence" | "mae" | "MAE" | "mape" | "MAPE" | "mse" | "MSE" | "msle" | "MSLE"
  | "BinaryCrossentropy" | "BinaryFocalCrossentropy" | "CategoricalCrossentropy" | "CategoricalFocalCrossentropy"
  | "CategoricalHinge" | "CosineSimilarity" | "Hinge" | "Huber" | "KLDivergence" | "LogCosh" | "MeanAbsoluteError"
  | "MeanAbsolutePercentageError" | "MeanSquaredError" | "MeanSquaredLogarithmicError" | "Poisson"
  | "SparseCategoricalCrossentropy" | "SquaredHinge" | "binaryCrossentropy" | "binaryFocalCrossentropy"
  | "categoricalCrossentropy" | "categoricalFocalCrossentropy" | "categoricalHinge" | "cosineSimilarity"
  | "klDivergence" | "logCosh" | "meanAbsoluteError" | "meanAbsolutePercentageError" | "meanSquaredError"
  | "meanSquaredLogarithmicError" | "sparseCategoricalCrossentropy" | "squaredHinge";

/** What a loss is set to. */
export interface LossSettings {
  /** Of `binary_crossentropy`, false by default; `binary_focal_crossentropy`, false by default;
   * `categorical_crossentropy`, false by default; `categorical_focal_crossentropy`, false by default;
   * `sparse_categorical_crossentropy`, false by default. */
  fromLogits?: boolean;
  /** Of `binary_crossentropy`, 0 by default; `binary_focal_crossentropy`, 0 by default;
   * `categorical_crossentropy`, 0 by default; `categorical_focal_crossentropy`, 0 by default. */
  labelSmoothing?: number;
  /** Of `binary_focal_crossentropy`, false by default. */
  applyClassBalancing?: boolean;
  /** Of `binary_focal_crossentropy`, 0.25 by default; `categorical_focal_crossentropy`, 0.25 by default. */
  alpha?: number;
  /** Of `binary_focal_crossentropy`, 2 by default; `categorical_focal_crossentropy`, 2 by default. */
  gamma?: number;
  /** Of `huber`, 1 by default. */
  delta?: number;
}

/** The name of an optimizer; it is read in any case, as `"Adam"` and `"SGD"`. */
export type OptimizerName =
  | "adadelta" | "adagrad" | "adam" | "adamax" | "adamw" | "ftrl" | "lion" | "nadam" | "rmsprop" | "sgd";

/** The name of an optimizer's class. */
export type OptimizerClass =
  | "Adadelta" | "Adagrad" | "Adam" | "Adamax" | "AdamW" | "Ftrl" | "Lion" | "Nadam" | "RMSprop" | "SGD";

/** What an optimizer is set to. */
export interface OptimizerSettings {
  /** Of `adadelta`, 0.95 by default; `rmsprop`, 0.9 by default. */
  rho?: number;
  /** Of `adadelta`, 1e-7 by default; `adagrad`, 1e-7 by default; `adam`, 1e-7 by default; `adamax`, 1e-7 by default;
   * `adamw`, 1e-7 by default; `nadam`, 1e-7 by default; `rmsprop`, 1e-7 by default. */
  epsilon?: number;
  /** Of `adagrad`, 0.1 by default; `ftrl`, 0.1 by default. */
  initialAccumulatorValue?: number;
  /** Of `adam`, 0.9 by default; `adamax`, 0.9 by default; `adamw`, 0.9 by default; `lion`, 0.9 by default;
   * `nadam`, 0.9 by default. */
  beta1?: number;
  /** Of `adam`, 0.999 by default; `adamax`, 0.999 by default; `adamw`, 0.999 by default; `lion`, 0.99 by default;
   * `nadam`, 0.999 by default. */
  beta2?: number;
  /** Of `adam`, false by default; `adamw`, false by default. */
  amsgrad?: boolean;
  /** Of `ftrl`, -0.5 by default. */
  learningRatePower?: number;
  /** Of `ftrl`, 0 by default. */
  l1RegularizationStrength?: number;
  /** Of `ftrl`, 0 by default. */
  l2RegularizationStrength?: number;
  /** Of `ftrl`, 0 by default. */
  l2ShrinkageRegularizationStrength?: number;
  /** Of `ftrl`, 0 by default. */
  beta?: number;
  /** Of `rmsprop`, 0 by default; `sgd`, 0 by default. */
  momentum?: number;
  /** Of `rmsprop`, false by default. */
  centered?: boolean;
  /** Of `sgd`, false by default. */
  nesterov?: boolean;
}

/** The name of a metric; the history has it as it is written here, `rmse` and `r2` by their full names. */
export type MetricName =
  | "accuracy" | "auc" | "binary_accuracy" | "binary_crossentropy" | "categorical_accuracy"
  | "categorical_crossentropy" | "categorical_hinge" | "cosine_similarity" | "f1_score" | "f_beta_score"
  | "false_negatives" | "false_positives" | "hinge" | "kl_divergence" | "log_cosh_error" | "mean_absolute_error"
  | "mean_absolute_percentage_error" | "mean_squared_error" | "mean_squared_logarithmic_error" | "poisson"
  | "precision" | "precision_at_recall" | "r2_score" | "recall" | "recall_at_precision" | "root_mean_squared_error"
  | "sensitivity_at_specificity" | "sparse_categorical_accuracy" | "sparse_categorical_crossentropy"
  | "sparse_top_k_categorical_accuracy" | "specificity_at_sensitivity" | "squared_hinge" | "top_k_categorical_accuracy"
  | "true_negatives" | "true_positives" | "acc" | "bce" | "BCE" | "f1" | "kld" | "kullback_leibler_divergence"
  | "log_cosh" | "mae" | "MAE" | "mape" | "MAPE" | "mse" | "MSE" | "msle" | "MSLE" | "r2" | "rmse" | "Accuracy" | "AUC"
  | "BinaryAccuracy" | "BinaryCrossentropy" | "CategoricalAccuracy" | "CategoricalCrossentropy" | "CategoricalHinge"
  | "CosineSimilarity" | "F1Score" | "FBetaScore" | "FalseNegatives" | "FalsePositives" | "Hinge" | "KLDivergence"
  | "LogCoshError" | "MeanAbsoluteError" | "MeanAbsolutePercentageError" | "MeanSquaredError"
  | "MeanSquaredLogarithmicError" | "Poisson" | "Precision" | "PrecisionAtRecall" | "R2Score" | "Recall"
  | "RecallAtPrecision" | "RootMeanSquaredError" | "SensitivityAtSpecificity" | "SparseCategoricalAccuracy"
  | "SparseCategoricalCrossentropy" | "SparseTopKCategoricalAccuracy" | "SpecificityAtSensitivity" | "SquaredHinge"
  | "TopKCategoricalAccuracy" | "TrueNegatives" | "TruePositives" | "binaryAccuracy" | "binaryCrossentropy"
  | "categoricalAccuracy" | "categoricalCrossentropy" | "categoricalHinge" | "cosineSimilarity" | "f1Score"
  | "fBetaScore" | "falseNegatives" | "falsePositives" | "klDivergence" | "logCoshError" | "meanAbsoluteError"
  | "meanAbsolutePercentageError" | "meanSquaredError" | "meanSquaredLogarithmicError" | "precisionAtRecall"
  | "r2Score" | "recallAtPrecision" | "rootMeanSquaredError" | "sensitivityAtSpecificity" | "sparseCategoricalAccuracy"
  | "sparseCategoricalCrossentropy" | "sparseTopKCategoricalAccuracy" | "specificityAtSensitivity" | "squaredHinge"
  | "topKCategoricalAccuracy" | "trueNegatives" | "truePositives";

/** What a metric is set to. */
export interface MetricSettings {
  /** Of `auc`, 200 by default; `precision_at_recall`, 200 by default; `recall_at_precision`, 200 by default;
   * `sensitivity_at_specificity`, 200 by default; `specificity_at_sensitivity`, 200 by default. */
  numThresholds?: number;
  /** Of `auc`, "ROC" by default. */
  curve?: "ROC" | "PR";
  /** Of `auc`, "interpolation" by default. */
  summationMethod?: "interpolation" | "minoring" | "majoring";
  /** Of `auc`, false by default; `binary_crossentropy`, false by default;
   * `categorical_crossentropy`, false by default; `sparse_categorical_crossentropy`, false by default. */
  fromLogits?: boolean;
  /** Of `auc`, false by default. */
  multiLabel?: boolean;
  /** Of `auc`, none by default. */
  numLabels?: number;
  /** Of `binary_crossentropy`, 0 by default; `categorical_crossentropy`, 0 by default. */
  labelSmoothing?: number;
  /** Of `f1_score`, none by default; `f_beta_score`, none by default. */
  average?: "micro" | "macro" | "weighted";
  /** Of `f1_score`, none by default; `f_beta_score`, none by default. */
  threshold?: number;
  /** Of `f_beta_score`, 1 by default. */
  beta?: number;
  /** Of `false_negatives`, 0.5 by default; `false_positives`, 0.5 by default; `precision`, none by default;
   * `recall`, none by default; `true_negatives`, 0.5 by default; `true_positives`, 0.5 by default. */
  thresholds?: number;
  /** Of `precision`, none by default; `recall`, none by default. */
  topK?: number;
  /** Of `precision`, none by default; `precision_at_recall`, none by default; `recall`, none by default;
   * `recall_at_precision`, none by default; `sensitivity_at_specificity`, none by default;
   * `specificity_at_sensitivity`, none by default. */
  classId?: number;
  /** Of `precision_at_recall`. */
  recall?: number;
  /** Of `recall_at_precision`. */
  precision?: number;
  /** Of `sensitivity_at_specificity`. */
  specificity?: number;
  /** Of `sparse_top_k_categorical_accuracy`, 5 by default; `top_k_categorical_accuracy`, 5 by default. */
  k?: number;
  /** Of `specificity_at_sensitivity`. */
  sensitivity?: number;
}

/** The name of an initializer. */
export type InitializerName =
  | "constant" | "glorot_normal" | "glorot_uniform" | "he_normal" | "he_uniform" | "identity" | "lecun_normal"
  | "lecun_uniform" | "ones" | "orthogonal" | "random_normal" | "random_uniform" | "truncated_normal"
  | "variance_scaling" | "zeros" | "IdentityInitializer" | "one" | "OrthogonalInitializer" | "normal" | "uniform"
  | "zero" | "Constant" | "GlorotNormal" | "GlorotUniform" | "HeNormal" | "HeUniform" | "Identity" | "LecunNormal"
  | "LecunUniform" | "Ones" | "Orthogonal" | "RandomNormal" | "RandomUniform" | "TruncatedNormal" | "VarianceScaling"
  | "Zeros" | "glorotNormal" | "glorotUniform" | "heNormal" | "heUniform" | "lecunNormal" | "lecunUniform"
  | "randomNormal" | "randomUniform" | "truncatedNormal" | "varianceScaling";

/** What an initializer is set to. */
export interface InitializerSettings {
  /** Of `constant`, 0 by default. */
  value?: number;
  /** Of `identity`, 1 by default; `orthogonal`, 1 by default. */
  gain?: number;
  /** Of `random_normal`, 0 by default; `truncated_normal`, 0 by default. */
  mean?: number;
  /** Of `random_normal`, 0.05 by default; `truncated_normal`, 0.05 by default. */
  stddev?: number;
  /** Of `random_uniform`, -0.05 by default. */
  minval?: number;
  /** Of `random_uniform`, 0.05 by default. */
  maxval?: number;
  /** Of `variance_scaling`, 1 by default. */
  scale?: number;
  /** Of `variance_scaling`, "fan_in" by default. */
  mode?: "fan_in" | "fan_out" | "fan_avg";
  /** Of `variance_scaling`, "truncated_normal" by default. */
  distribution?: "truncated_normal" | "untruncated_normal" | "uniform";
}

/** The name of a regularizer. */
export type RegularizerName =
  | "l1" | "l2" | "l1_l2" | "l1l2" | "orthogonal_regularizer" | "L1" | "L2" | "L1L2" | "OrthogonalRegularizer" | "l1L2"
  | "orthogonalRegularizer";

/** The name of a constraint. */
export type ConstraintName =
  | "max_norm" | "min_max_norm" | "non_neg" | "unit_norm" | "MaxNorm" | "MinMaxNorm" | "NonNeg" | "UnitNorm"
  | "maxNorm" | "minMaxNorm" | "nonNeg" | "unitNorm";

/** What a constraint is set to. */
export interface ConstraintSettings {
  /** Of `max_norm`, 2 by default; `min_max_norm`, 1 by default. */
  maxValue?: number;
  /** Of `max_norm`, 0 by default; `min_max_norm`, 0 by default; `unit_norm`, 0 by default. */
  axis?: 0 | 1 | readonly [0, 1];
  /** Of `min_max_norm`, 0 by default. */
  minValue?: number;
  /** Of `min_max_norm`, 1 by default. */
  rate?: number;
}

/** A learning rate that changes with the iterations; the settings are those of Keras's class. */
export type Schedule =
  | {
      name: "constant";
      initialLearningRate: number;
    }
  | {
      name: "cosine_decay";
      initialLearningRate: number;
      decaySteps: number;
      alpha?: number;
      warmupTarget?: number;
      warmupSteps?: number;
    }
  | {
      name: "cosine_decay_restarts";
      initialLearningRate: number;
      firstDecaySteps: number;
      tMul?: number;
      mMul?: number;
      alpha?: number;
    }
  | {
      name: "exponential_decay";
      initialLearningRate: number;
      decaySteps: number;
      decayRate: number;
      staircase?: boolean;
    }
  | {
      name: "inverse_time_decay";
      initialLearningRate: number;
      decaySteps: number;
      decayRate: number;
      staircase?: boolean;
    }
  | {
      name: "piecewise_constant_decay";
      boundaries: number[];
      values: number[];
    }
  | {
      name: "polynomial_decay";
      initialLearningRate: number;
      decaySteps: number;
      endLearningRate?: number;
      power?: number;
      cycle?: boolean;
    };

/** The name of a table that is built in. */
export type BuiltinTableName =
  | "advertising" | "and_gate" | "or_gate" | "xor_gate";

/** The name of a small problem that is made from a seed. */
export type GeneratorName =
  | "xor" | "circles" | "moons" | "spirals" | "blobs" | "plane" | "sine";

/** The kind of a hint. */
export type HintCode =
  | "index_column" | "rows_dropped" | "values_filled" | "unscaled_features" | "learning_rate_too_high"
  | "targets_out_of_range" | "crossentropy_targets" | "crossentropy_output" | "logits_twice" | "one_class"
  | "empty_accuracy" | "linear_layers" | "dead_relus" | "saturated_units" | "vanishing_gradients"
  | "exploding_gradients" | "diverged" | "loss_not_finite" | "rising_loss" | "stuck_loss" | "overfitting";

// End of what is generated.

/** Why something was rejected: the table in docs/errors.md. */
export type ErrorCode =
  | "shape" | "not_finite" | "not_a_number" | "out_of_range" | "unknown_name" | "not_supported" | "invalid_config"
  | "freed" | "not_in_core";

/** What is thrown where something is rejected; its `message` is `what`, `expected` and `received` in a sentence. */
export interface GlassnetError extends Error {
  code: ErrorCode;
  /** The name or path of what was rejected, such as `layers[1].units`. */
  what: string;
  expected: string;
  received: string;
}

/** An activation with its settings. */
export interface ActivationConfig extends ActivationSettings {
  name: ActivationName | ActivationAlias;
}

/** A typed array of numbers. */
export type TypedArray =
  | Float32Array | Float64Array | Int8Array | Int16Array | Int32Array | Uint8Array | Uint8ClampedArray | Uint16Array
  | Uint32Array;

/**
 * Rows of numbers: nested arrays, one a row and all of one width; or a flat array of any kind in row-major order, whose
 * width is that of the model. A scaler keeps double precision.
 */
export type Numbers = TypedArray | readonly number[] | readonly (TypedArray | readonly number[])[];

/** The numbers of a weight: a kernel nested as `[inputs][units]`; a bias, gamma or beta as `[units]`. */
export type WeightArray = number[] | number[][];

/**
 * An optimizer with its settings; what is left out is Keras's default, and one that Keras's class does not have is
 * rejected. At most one of the three clips.
 */
export interface OptimizerConfig extends OptimizerSettings {
  name: OptimizerName;
  /** Defaults to 0.001, for SGD to 0.01. A function is called before each update, with its number from 0. */
  learningRate?: number | Schedule | ((iteration: number) => number);
  /** Defaults to none, for AdamW to 0.004. */
  weightDecay?: number;
  clipnorm?: number;
  globalClipnorm?: number;
  clipvalue?: number;
}

/**
 * `l1 · Σ |w| + l2 · Σ w²` is added to the loss. Alone the names stand for 0.01; `l1l2`, which in Keras 3 took the place of
 * `l1_l2`, for 0 unless set.
 */
export type RegularizerConfig =
  | RegularizerName
  | { name?: RegularizerName; l1?: number; l2?: number }
  | {
      /** Of a kernel alone: `factor · mean |cos|` of all pairs of its rows, or of its columns, is added to the loss. */
      name: "orthogonal_regularizer" | "OrthogonalRegularizer" | "orthogonalRegularizer";
      /** Defaults to 0.01. */
      factor?: number;
      /** Defaults to `"rows"`, the weights of an input. */
      mode?: "rows" | "columns";
    };

/** Where a kernel or bias is put back to after each update. */
export type ConstraintConfig = ConstraintName | ({ name: ConstraintName } & ConstraintSettings);

/**
 * A dense layer: `outputs = activation(inputs · kernel + bias)`.
 *
 * Shapes are Keras's: kernel `[inputs][units]`, bias `[units]`.
 */
export interface DenseConfig {
  /** How many units the layer has; may be left out where a kernel tells it. */
  units?: number;
  /** May be left out: a layer is dense unless it says otherwise. */
  type?: "Dense";
  /** Defaults to `"linear"`. */
  activation?: ActivationName | ActivationAlias | ActivationConfig;
  /** Whether the layer adds a bias. Defaults to `true`. */
  useBias?: boolean;
  /** Whether kernel and bias are trained; frozen, they have no gradient in a trace and no update. Defaults to `true`. */
  trainable?: boolean;
  /** The start weights, `kernel[input][unit]`. Without it: Glorot uniform, drawn from the seed. */
  kernel?: number[][];
  /** The start biases, one a unit. Defaults to zeros. */
  bias?: number[];
  /** Where start weights come from. Defaults to `"glorot_uniform"`. */
  kernelInitializer?: InitializerName | ({ name: InitializerName } & InitializerSettings);
  /** Where start biases come from. Defaults to `"zeros"`. */
  biasInitializer?: InitializerName | ({ name: InitializerName } & InitializerSettings);
  kernelRegularizer?: RegularizerConfig;
  biasRegularizer?: RegularizerConfig;
  /** Applied to the kernel after each update. */
  kernelConstraint?: ConstraintConfig;
  /** Applied to the bias after each update. */
  biasConstraint?: ConstraintConfig;
  /** The penalty of the layer's outputs, divided by the rows of the batch, is added to the loss. */
  activityRegularizer?: RegularizerConfig;
  /** A name for `summary()`, without `/`, that no other layer of the model has. Defaults to Keras's: `"dense"`, `"dense_1"`. */
  name?: string;
  /** Of the first layer: how many features a row has, as Keras's `input_shape=(4,)`. */
  inputShape?: number[];
  /** The same as a number, as Keras's `input_dim=4`. */
  inputDim?: number;
}

/** Dropout: while training each number is 0 with a probability of `rate`, else divided by `1 - rate`. */
export interface DropoutConfig {
  type: "Dropout";
  /** The probability of 0: 0 or more and below 1. */
  rate: number;
  /** The same seed drops the same numbers. Defaults to that of `setRandomSeed`, else 0. */
  seed?: number;
  /** Defaults to Keras's: `"dropout"`, `"dropout_1"`. */
  name?: string;
}

/** An activation as a layer of its own. */
export interface ActivationLayerConfig {
  type: "Activation";
  activation: ActivationName | ActivationAlias | ActivationConfig;
  /** Defaults to Keras's: `"activation"`, `"activation_1"`. */
  name?: string;
}

/** Flatten: samples are rows of features already, so it changes nothing. */
export interface FlattenConfig {
  type: "Flatten";
  /** Defaults to Keras's: `"flatten"`, `"flatten_1"`. */
  name?: string;
}

/**
 * Normalization: `(x - mean) / max(√variance, 1e-7)`. Mean and variance are given, or measured before training: by
 * `adapt`, and of an experiment's training rows by themselves.
 */
export interface NormalizationConfig {
  type: "Normalization";
  /** One number an input, or one for all; with a variance. */
  mean?: number | number[];
  /** 0 or more; with a mean. */
  variance?: number | number[];
  /** `null`: all inputs have one mean and variance. Defaults to -1: each has its own. */
  axis?: -1 | 1 | null;
  /** Defaults to Keras's: `"normalization"`, `"normalization_1"`. */
  name?: string;
}

/** ReLU as a layer of its own: `max(x, 0)`. */
export interface ReLUConfig {
  type: "ReLU";
  /** The largest output: 0 or more. Defaults to none. */
  maxValue?: number | null;
  /** Slope below the threshold: 0 or more. Defaults to 0. */
  negativeSlope?: number;
  /** The largest input that does not pass: 0 or more. Defaults to 0. */
  threshold?: number;
  /** Defaults to Keras's: `"re_lu"`, `"re_lu_1"`. */
  name?: string;
}

/** Leaky ReLU as a layer of its own: `x > 0 ? x : negativeSlope · x` */
export interface LeakyReLUConfig {
  type: "LeakyReLU";
  /** Defaults to 0.3; that of the activation `leaky_relu` is 0.2. */
  negativeSlope?: number;
  /** Defaults to Keras's: `"leaky_re_lu"`, `"leaky_re_lu_1"`. */
  name?: string;
}

/** Softmax as a layer of its own. */
export interface SoftmaxConfig {
  type: "Softmax";
  /** Defaults to Keras's: `"softmax"`, `"softmax_1"`. */
  name?: string;
}

/** Layer normalization: `gamma · (x - mean) / √(variance + epsilon) + beta`, with mean and variance of the row. */
export interface LayerNormalizationConfig {
  type: "LayerNormalization";
  /** 0 or more. Defaults to 0.001. */
  epsilon?: number;
  /** Whether beta is added. Defaults to `true`. */
  center?: boolean;
  /** Whether gamma multiplies. Defaults to `true`. */
  scale?: boolean;
  /** Defaults to Keras's: `"layer_normalization"`, `"layer_normalization_1"`. */
  name?: string;
}

/**
 * Batch normalization: `gamma · (x - mean) / √(variance + epsilon) + beta`. While training mean and variance are those of the
 * batch, and the moving ones become `momentum · moving + (1 - momentum) · batch`; in inference they are the moving ones.
 */
export interface BatchNormalizationConfig extends Omit<LayerNormalizationConfig, "type"> {
  type: "BatchNormalization";
  /** 0 to 1. Defaults to 0.99. */
  momentum?: number;
}

/** A layer of a model; without a `type` it is dense. */
export type LayerConfig =
  | ActivationLayerConfig
  | BatchNormalizationConfig
  | DenseConfig
  | DropoutConfig
  | FlattenConfig
  | InputConfig
  | LayerNormalizationConfig
  | LeakyReLUConfig
  | NormalizationConfig
  | ReLUConfig
  | SoftmaxConfig;

/** Keras's `Input(shape=(4,))`. */
export interface InputConfig {
  type: "Input";
  shape: number[];
}

/** A metric with its settings; the history has it by its name as it is written here. */
export type MetricConfig = { name: MetricName } & MetricSettings;

/** What Keras's `compile` takes. */
export interface CompileConfig {
  /** Defaults to the mean squared error. */
  loss?: LossName | ({ name: LossName } & LossSettings);
  /** Defaults to gradient descent with 0.01. */
  optimizer?: OptimizerName | OptimizerClass | OptimizerConfig;
  /** Defaults to none. */
  metrics?: MetricName | MetricConfig | (MetricName | MetricConfig)[];
}

/** Stop once a number no longer gets better, as Keras's `EarlyStopping`. */
export interface EarlyStoppingConfig {
  /** Defaults to `"val_loss"`. */
  monitor?: string;
  /** By how much a number must be better to count; the sign does not matter. Defaults to 0. */
  minDelta?: number;
  patience?: number;
  restoreBestWeights?: boolean;
  startFromEpoch?: number;
  mode?: "auto" | "min" | "max";
}

/** What is printed while a model works. */
export interface PrintConfig {
  /** As in Keras: 0 nothing, 1 or `"auto"` a bar, 2 a line at the end of each epoch. Defaults to 0. */
  verbose?: 0 | 1 | 2 | "auto" | boolean;
  /** Whose text. Defaults to `"keras3"`; `"keras2"` is that of older tutorials. */
  style?: TextStyle;
  /**
   * Where lines go: `replaces` says that a line takes the place of the one before, as a bar that grows. Without it the
   * console gets each line that stays.
   */
  print?: (line: string, replaces: boolean) => void;
}

/** Whose text is printed: that of Keras 3 or of Keras 2. */
export type TextStyle = "keras3" | "keras2";

/** Weights of rows in the loss of training: that of a batch is `Σ weight · loss / rows`. Metrics take none. */
export interface WeightConfig {
  /** A weight for each row, Keras's `sample_weight`. */
  sampleWeight?: TypedArray | readonly number[];
  /** Weights by class, Keras's `class_weight`; classes without one count 1. Not beside `sampleWeight`. */
  classWeight?: Record<number, number>;
}

/**
 * A callback of the caller, Keras's `LambdaCallback`: an object with some of these functions, its own or those of its class.
 * Each may use the model: predict, evaluate, get and set weights. One that returns `false` stops the fit. In `fitAsync` it
 * may be asynchronous.
 */
export interface LambdaCallback {
  type?: "LambdaCallback";
  onTrainBegin?: () => CallbackAnswer;
  /** With what the last epoch ended with. */
  onTrainEnd?: (logs: Scores) => CallbackAnswer;
  onEpochBegin?: (epoch: number) => CallbackAnswer;
  onEpochEnd?: (epoch: number, logs: Scores) => CallbackAnswer;
  onBatchBegin?: (batch: number) => CallbackAnswer;
  onBatchEnd?: (batch: number, logs: Scores) => CallbackAnswer;
}

/** `false` stops a fit. */
export type CallbackAnswer = boolean | void | Promise<boolean | void>;

/** Multiplies the learning rate by `factor` once a number no longer gets better, as Keras's `ReduceLROnPlateau`. */
export interface ReduceLROnPlateauConfig {
  /** Defaults to `"val_loss"`. */
  monitor?: string;
  /** Above 0 and below 1. Defaults to 0.1. */
  factor?: number;
  /** How many epochs without anything better are waited for. Defaults to 10. */
  patience?: number;
  /** Defaults to `"auto"`: what the key says. */
  mode?: "auto" | "min" | "max";
  /** By how much a number must be better to count; the sign does not matter. Defaults to 0.0001. */
  minDelta?: number;
  /** For how many epochs after a reduction nothing is counted. Defaults to 0. */
  cooldown?: number;
  /** Defaults to 0. */
  minLr?: number;
}

/** A callback of `fit`, by Keras's class or as an object of functions. */
export type CallbackConfig =
  | LambdaCallback
  | ({ type: "EarlyStopping" } & EarlyStoppingConfig)
  | ({ type: "ReduceLROnPlateau" } & ReduceLROnPlateauConfig)
  /** The learning rate of each epoch, from its number and the rate before; history then has `learning_rate`. */
  | { type: "LearningRateScheduler"; schedule: (epoch: number, learningRate: number) => number }
  /** Ends a fit after a batch whose loss is not finite. */
  | { type: "TerminateOnNaN" };

/** The options of `fit`. */
export interface FitConfig extends PrintConfig, WeightConfig {
  /** Rows of one update; a last batch may have fewer. Defaults to 32. */
  batchSize?: number;
  /** Defaults to 1. */
  epochs?: number;
  /** Defaults to 0. */
  initialEpoch?: number;
  /** Whether rows come in another order in each epoch. Defaults to `true`. */
  shuffle?: boolean;
  /** Where the orders come from. Defaults to that of `setRandomSeed`, else 0. */
  seed?: number;
  /** Orders fixed beforehand, one an epoch. */
  order?: number[][];
  /** The share of the last rows that is validated with. */
  validationSplit?: number;
  /** Inputs and targets that are validated with, and the weights of their rows in the loss. */
  validationData?: [Numbers, Numbers] | [Numbers, Numbers, TypedArray | readonly number[]];
  /** The same as the callback `{ type: "EarlyStopping" }`. */
  earlyStopping?: EarlyStoppingConfig;
  /** One callback or several, which are called in their order. */
  callbacks?: CallbackConfig | readonly CallbackConfig[];
  /** Called after each batch, from 0, with what the epoch came to so far; as that of a callback. */
  onBatchEnd?: LambdaCallback["onBatchEnd"];
  /** Called after each epoch, from 0, with what it ended with; as that of a callback. */
  onEpochEnd?: LambdaCallback["onEpochEnd"];
  /** Stops the fit after the batch under way once it is aborted: the fit throws, or its promise rejects with, its reason. */
  signal?: AbortSignal;
}

/** Loss and metrics by their names. */
export type Scores = Record<string, number>;

/** Why a fit is over. */
export type FitEnd =
  | { why: "finished" }
  /** A callback returned `false`. */
  | { why: "stopped" }
  /** A loss was not finite, with the callback `TerminateOnNaN`. */
  | { why: "loss_not_finite"; epoch: number; step: number }
  | { why: "stopped_early"; bestEpoch: number }
  /** A weight would not have been finite; a loss that is not ends no fit. */
  | { why: "diverged"; epoch: number; step: number; layer: number };

/** What the epochs of a fit ended with; `end` is missing of one that is under way. */
export interface History {
  epoch: number[];
  history: Record<string, number[]>;
  end?: FitEnd;
}

/** Where a fit is: the epoch and batch that come next, from 0. */
export interface FitState {
  epoch: number;
  batch: number;
  batches: number;
  /** The loss of the last batch, before its update. */
  loss?: number;
  logs: Scores;
  end?: FitEnd;
}

/** What a `Sequential` is built from. */
export interface ModelConfig extends CompileConfig {
  /** How many features a row has; or an Input layer, or the first layer's `inputShape` tells it. */
  inputs?: number;
  /** The layers, first hidden layer first. */
  layers: LayerConfig[];
  /** In place of the optimizer's own. */
  learningRate?: OptimizerConfig["learningRate"];
  /** Where the start weights come from: the same seed gives the same bits. Defaults to that of `setRandomSeed`, else 0. */
  seed?: number;
}

/** What a layer gives for some rows: `values[row * units + unit]`, with `shape` `[rows, units]`. */
export interface Activations {
  /** The name of the layer. */
  layer: string;
  shape: [rows: number, units: number];
  values: Float32Array;
}

/** A saved model, which can be JSON; weights and optimizer state are bytes in base64. */
export interface SavedModel {
  glassnet: "model";
  version: 1;
  config: ModelConfig;
  [field: string]: unknown;
}

/** How separated text is read, by pandas' names; what is left out is found in the text. */
export interface CsvOptions {
  /** What stands between cells: one character, or `"whitespace"` for runs of spaces and tabs. */
  separator?: string;
  /** With `","` a number may have a point too, unless that is the thousands sign. */
  decimal?: "." | ",";
  /** What stands between groups of three digits; `""` for nothing. A space stands for those that do not break, too. */
  thousands?: "" | "," | "." | "'" | " ";
  /** Whether the first row names the columns; without it they are `x1`, `x2`, … */
  header?: boolean;
  /** The encoding of bytes by a label that browsers know; of a text it only says where the text came from. */
  encoding?: string;
  /** From this character to the end of the line, outside quotes, nothing counts; `""` for none. */
  comment?: string;
  /** How many lines are left out at the beginning. */
  skipRows?: number;
  /** Whether rows of empty cells are left out. Defaults to true. */
  skipBlankRows?: boolean;
  /** Words for a missing value beside pandas' own (`NA`, `NaN`, `null`, …). */
  naValues?: string[];
  /** Words for true: a column of nothing but these and `falseValues` is 1 and 0. */
  trueValues?: string[];
  falseValues?: string[];
  /** Columns by name with the unit that is taken off their numbers, such as `"%"` or `"€"`; `false` or `{}` for none. */
  units?: Record<string, string> | false;
  /** Columns by name that are text whatever they look like, pandas' `dtype=str`. */
  textColumns?: string[];
  /** Whether a text that can be read in more than one way is an error, which names the option to give. */
  strict?: boolean;
  /** Older programs' word for `decimal`. */
  decimalComma?: boolean;
}

/** Every option of a reading as it was given or found: `fromCsv` takes it, and reads the same text to the same table. */
export type CsvFormat = Required<Omit<CsvOptions, "encoding" | "units" | "strict" | "decimalComma">> & {
  /** Missing where a text was given and nothing said of it. */
  encoding?: string;
  units: Record<string, string>;
};

/** What a text was taken for. `fromCsv` takes it as options. */
export type CsvReading = CsvFormat & {
  /** How many lines were left out: those at the beginning, and comments. */
  skippedRows: number;
  /** How many rows of empty cells were left out. */
  blankRows: number;
  /** Other options under which the text is as good a table; empty where nothing was in doubt. */
  alternatives: CsvAlternative[];
  notes: CsvNote[];
};

/** An option by which a text could also be read. */
export interface CsvAlternative {
  option: "separator" | "decimal" | "thousands" | "header" | "encoding";
  value: string | boolean;
  /**
   * `also_fits`: another separator cuts all rows alike. `decimal_or_thousands`: `1,250` may be either. `maybe_values`,
   * `maybe_names`: the first row may be the other. `undecided`: another encoding makes a text that is about as likely.
   */
  reason: "also_fits" | "decimal_or_thousands" | "maybe_values" | "maybe_names" | "undecided";
  /** A cell that shows it. */
  example?: string;
}

/**
 * Something worth saying of a text, with the facts for a sentence. Rows count from 0.
 *
 * `sep_line` {separator}; `missing_words` {words, cells, columns}; `truth_columns` {columns}; `long_integers` {column,
 * value}: kept as text, so that they stay distinct; `too_large`, `becomes_zero` {column, row, value, cells}: numbers that
 * the engine's float32 cannot hold, or holds as 0; `text_among_numbers` {column, row, value, cells}: what keeps a column
 * from being one of numbers.
 */
export interface CsvNote {
  code:
    | "sep_line" | "missing_words" | "truth_columns" | "long_integers" | "too_large" | "becomes_zero"
    | "text_among_numbers";
  facts: Record<string, unknown>;
}

/** The text of bytes. */
export interface DecodedText {
  text: string;
  /** The label of its encoding. */
  encoding: string;
  /** Other encodings that are about as likely. */
  alternatives: CsvAlternative[];
}

/** What pandas' `describe()` says of a column; `NaN` where there are too few values. */
export interface ColumnSummary {
  name: string;
  count: number;
  mean: number;
  /** With `n - 1` below the sum of squares. */
  std: number;
  min: number;
  lowerQuartile: number;
  median: number;
  upperQuartile: number;
  max: number;
}

/** The rows of a table, each in one of two lists. */
export interface TrainTestSplit {
  train: Uint32Array;
  test: Uint32Array;
}

/** What was found about a model, its data or its run. All numbers of layers, units, epochs and features count from 0. */
export interface Hint {
  /** Its short stable name. */
  code: HintCode;
  /** What it is about. */
  subject: "data" | "missing_values" | "model" | "run";
  /** How much it matters. */
  severity: "info" | "warning" | "problem";
  /** Where it belongs, if it belongs to one place. */
  place?: { feature: number } | { layer: number } | { epoch: number };
  /** The numbers and names that the message uses. */
  facts: Record<string, unknown>;
  /** What was found, in an English sentence. */
  message: string;
  /** What to try, in an English sentence. */
  advice: string;
}

/** How some rows find a model. */
export interface Health {
  /** The mean loss of the rows, with what regularizers add. */
  loss: number;
  /** First hidden layer first. */
  layers: {
    units: number;
    /** The root of the mean square of dL/dw over the kernel. */
    kernelGradient: number;
    /** The root of the mean square of dl/dz over rows and units, with the loss l of each row. */
    gradient: number;
    /** How many relu units give 0 for every row. */
    deadUnits: number;
    /** How many sigmoid, tanh, hard_sigmoid and softsign units are saturated. */
    saturatedUnits: number;
  }[];
}

/** A value as a text prints it. */
export interface Claim {
  /**
   * What is claimed: the output of a unit; its weighted sum with its bias; a weight or a bias after the update; `dL/dw` of a
   * weight, or without an input `dL/db` of a bias; the loss, or with a unit the part of one output, its squared error
   * divided by the count of outputs. Defaults to `"output"` where there is a unit, else to `"loss"`.
   */
  of?: "output" | "sum" | "weight" | "bias" | "gradient" | "loss";
  /** The layer, from 0 (the input layer is not counted). Left out for the loss. */
  layer?: number;
  /** The unit in its layer, from 0. Left out for the whole loss. */
  unit?: number;
  /** Of a weight and its gradient: the unit of the layer before, or the feature, from 0. */
  input?: number;
  /**
   * The iteration, counted from 1, at most 1,000,000: a forward pass, its loss, its gradients and its update. Weights and
   * biases are those after the update, so that those of 0 are the start weights. Defaults to 1.
   */
  iteration?: number;
  /** The value as the text prints it, as text: its decimals tell how exact the claim is. */
  text: string;
}

/** A claim beside what the engine computed in double precision. */
export interface ClaimCheck extends Claim {
  of: NonNullable<Claim["of"]>;
  iteration: number;
  /** The engine's value in full precision. */
  value: number;
  /** The engine's value rounded to as many decimals as the text has. */
  rounded: string;
  /** Whether the two are the same at the printed precision. */
  holds: boolean;
}

/** A worked example: one row, its target, a network with its start weights, and what a text says of it. */
export interface ExampleConfig {
  /** The features of the one row. */
  inputs: number[];
  /** What the network should answer, one number an output unit. */
  target: number[];
  /** The layers; each kernel must be given. */
  layers: (DenseConfig & { kernel: number[][] })[];
  /** Step size of gradient descent. Defaults to 1. */
  learningRate?: number;
  /** The target counts as reached when every output is nearer to it than this. Defaults to 0.0005. */
  tolerance?: number;
  /** Whether biases are trained; frozen, they have no gradient and no update. Defaults to `true`. */
  trainBiases?: boolean;
  /** Values that a text claims. Defaults to none. */
  claims?: Claim[];
  /** Whether weights were reconstructed because the text does not print them. Defaults to `false`. */
  reconstructed?: boolean;
}

/** The four parts of one iteration. */
export type Phase = "forward" | "loss" | "backward" | "update";

/** Where an event happens: layer from 0 (the input layer is not counted), unit from 0. */
interface At {
  phase: Phase;
  layer: number;
  unit: number;
}

/** One link: the weight from `input` (a unit of the layer before, or a feature) to `unit`. */
interface AtLink extends At {
  input: number;
}

/** `product = x · weight`, added to the running `sum` of its unit. */
export interface ProductEvent extends AtLink {
  kind: "product";
  phase: "forward";
  x: number;
  weight: number;
  product: number;
  sum: number;
}

/** `sum` of the unit's products; the pre-activation of a unit without a bias. */
export interface SumEvent extends At {
  kind: "sum";
  phase: "forward";
  products: number[];
  sum: number;
}

/** `preActivation = sum + bias`; only in layers with a bias. */
export interface BiasEvent extends At {
  kind: "bias";
  phase: "forward";
  sum: number;
  bias: number;
  preActivation: number;
}

/** `output = activation(preActivation)`. */
export interface ActivationEvent extends At {
  kind: "activation";
  phase: "forward";
  activation: ActivationName;
  preActivation: number;
  /** Softmax alone: the pre-activations of the whole layer, which it weighs against each other. */
  preActivations?: number[];
  output: number;
}

/** `term = (prediction - target)²` of one output unit, for the mean squared error. */
export interface LossTermEvent extends At {
  kind: "loss_term";
  phase: "loss";
  prediction: number;
  target: number;
  error: number;
  term: number;
  /** The loss. */
  name: string;
}

/** `loss` = mean of the terms; Keras's `mean_squared_error` has no factor 1/2. */
export interface LossEvent extends At {
  kind: "loss";
  phase: "loss";
  terms: number[];
  /** What regularizers add. */
  penalty?: number;
  loss: number;
  name: string;
}

/** dL/da of an output unit: `gradient = 2 / outputs · (prediction - target)`. */
export interface OutputGradientEvent extends At {
  kind: "output_gradient";
  phase: "backward";
  /** The loss; the formula above is that of the mean squared error. */
  name?: string;
  outputs: number;
  prediction: number;
  target: number;
  error: number;
  gradient: number;
}

/** dL/dz of an output unit whose cross-entropy goes around its sigmoid or softmax. */
export interface LogitGradientEvent extends At {
  kind: "logit_gradient";
  phase: "backward";
  name: string;
  outputs: number;
  prediction: number;
  target: number;
  gradient: number;
}

/** dL/da of a hidden unit: the sum over the units it feeds, dL/dz of each times the weight to it. */
export interface ActivationGradientEvent extends At {
  kind: "activation_gradient";
  phase: "backward";
  /** One for each unit of the next layer. */
  terms: { layer: number; unit: number; gradient: number; weight: number; product: number }[];
  gradient: number;
}

/** dL/dz: `gradient = activationGradient · derivative`. */
export interface PreActivationGradientEvent extends At {
  kind: "pre_activation_gradient";
  phase: "backward";
  activation: ActivationName;
  preActivation: number;
  output: number;
  activationGradient: number;
  /** a'(z). Softmax has no single one: see `outputs`. */
  derivative?: number;
  /** Softmax alone: every output of the layer, with `gradient = output · (activationGradient - Σ outputs · activationGradients)`. */
  outputs?: number[];
  /** Softmax alone: dL/da of every unit of the layer. */
  activationGradients?: number[];
  gradient: number;
}

/** dL/dw: `gradient = preActivationGradient · x`. */
export interface WeightGradientEvent extends AtLink {
  kind: "weight_gradient";
  phase: "backward";
  preActivationGradient: number;
  x: number;
  /** What a regularizer adds. */
  penalty?: number;
  gradient: number;
}

/** dL/db: `gradient = preActivationGradient`. */
export interface BiasGradientEvent extends At {
  kind: "bias_gradient";
  phase: "backward";
  preActivationGradient: number;
  /** What a regularizer adds. */
  penalty?: number;
  gradient: number;
}

/** `after = before - change`; for gradient descent `change = learningRate · gradient`. */
export interface WeightUpdateEvent extends AtLink {
  kind: "weight_update";
  phase: "update";
  /** The optimizer's name. */
  rule?: string;
  before: number;
  learningRate: number;
  gradient: number;
  change: number;
  after: number;
}

/** The same rule for a bias. */
export interface BiasUpdateEvent extends At {
  kind: "bias_update";
  phase: "update";
  /** The optimizer's name. */
  rule?: string;
  before: number;
  learningRate: number;
  gradient: number;
  change: number;
  after: number;
}

/** `normalized = (x - mean) / √(variance + epsilon)`, `output = gamma · normalized + beta`. */
export interface NormalizationEvent extends At {
  kind: "normalization";
  phase: "forward";
  /**
   * Whose mean and variance: moving or of the batch (BatchNormalization), of the row (LayerNormalization), of data
   * (Normalization).
   */
  statistics: "moving" | "batch" | "row" | "data";
  x: number;
  mean: number;
  variance: number;
  epsilon: number;
  normalized: number;
  gamma?: number;
  beta?: number;
  output: number;
}

/** dL/dgamma: `gradient = outputGradient · normalized`. */
export interface GammaGradientEvent extends At {
  kind: "gamma_gradient";
  phase: "backward";
  outputGradient: number;
  normalized: number;
  gradient: number;
}

/** dL/dbeta: `gradient = outputGradient`. */
export interface BetaGradientEvent extends At {
  kind: "beta_gradient";
  phase: "backward";
  outputGradient: number;
  gradient: number;
}

/** The rule of a weight for a gamma or beta. */
export interface GammaBetaUpdateEvent extends Omit<BiasUpdateEvent, "kind"> {
  kind: "gamma_update" | "beta_update";
}

/** dL/dgamma or dL/dbeta of a batch: the mean of its rows' `gradients`. */
export interface GammaBetaMeanEvent extends Omit<BiasMeanEvent, "kind"> {
  kind: "gamma_mean" | "beta_mean";
}

export type TraceEvent =
  | ProductEvent
  | SumEvent
  | BiasEvent
  | ActivationEvent
  | LossTermEvent
  | LossEvent
  | OutputGradientEvent
  | ActivationGradientEvent
  | PreActivationGradientEvent
  | WeightGradientEvent
  | BiasGradientEvent
  | WeightUpdateEvent
  | BiasUpdateEvent;

/** One layer as a trace saw it, before the update. */
export interface TraceLayer {
  units: number;
  activation: ActivationName;
  /** What the activation is set to, where that is not the usual. */
  settings?: ActivationSettings;
  useBias: boolean;
  /** `kernel[input][unit]` */
  kernel: number[][];
  /** One a unit; empty without a bias. */
  bias: number[];
  /** Keras's class of a layer that is not dense; Dropout and Flatten are left out. */
  type?: "Activation" | "BatchNormalization" | "LayerNormalization" | "Normalization";
}

/** One iteration on one row, as an ordered timeline: nothing in it needs to be computed again. */
export interface Trace {
  /** From 0: how many updates came before. */
  iteration: number;
  inputs: number[];
  target: number[];
  prediction: number[];
  loss: number;
  layers: TraceLayer[];
  events: TraceEvent[];
}

/** The trace of any model: with a cross-entropy, back propagation may begin at the last pre-activations. */
export interface ModelTrace extends Omit<Trace, "events"> {
  events: (
    | TraceEvent
    | LogitGradientEvent
    | NormalizationEvent
    | GammaGradientEvent
    | BetaGradientEvent
    | GammaBetaUpdateEvent
  )[];
}

/** `loss` of a batch is the mean of its rows' `losses`. */
export interface LossMeanEvent extends At {
  kind: "loss_mean";
  phase: "loss";
  losses: number[];
  loss: number;
}

/** dL/dw of a batch: the mean of its rows' `gradients`. */
export interface WeightMeanEvent extends AtLink {
  kind: "weight_mean";
  phase: "backward";
  gradients: number[];
  gradient: number;
}

/** dL/db of a batch: the mean of its rows' `gradients`. */
export interface BiasMeanEvent extends At {
  kind: "bias_mean";
  phase: "backward";
  gradients: number[];
  gradient: number;
}

/** How the rows of a batch become one update: the mean loss, the mean of every parameter's gradients, every update. */
export interface BatchTrace extends Pick<Trace, "iteration" | "loss" | "layers"> {
  events: (
    | LossMeanEvent
    | WeightMeanEvent
    | BiasMeanEvent
    | GammaBetaMeanEvent
    | WeightUpdateEvent
    | BiasUpdateEvent
    | GammaBetaUpdateEvent
  )[];
}

/**
 * The parameter whose gradient is checked: a weight, or with no `input` the unit's bias; gamma as a unit's weight from
 * itself, beta as its bias.
 */
export interface ParameterPlace {
  layer: number;
  unit: number;
  input?: number;
}

/** A gradient of back propagation beside the slope that two nearby losses give. */
export interface GradientCheck extends ParameterPlace {
  /** dL/dw by back propagation. */
  gradient: number;
  /** (L(w + step) - L(w - step)) / (2 · step), losses in double precision. */
  slope: number;
  step: number;
  lossAbove: number;
  lossBelow: number;
  /** |gradient - slope| relative to the larger of the two. */
  relativeDifference: number;
  /** Whether at least three digits agree. */
  agrees: boolean;
}

/** Where a run stopped because a number was no longer finite. */
export interface Divergence {
  /** The last iteration whose weights were all finite. */
  iteration: number;
  /** The first layer with a number that is not finite, from 0. */
  layer: number;
}

/** What is known of a worked example once it was trained to its target. */
export interface ExampleRun {
  /** The iteration that first predicts the target; left out where the limit came first. */
  reached?: number;
  /** The last iteration that can be shown. */
  last: number;
  /** Left out where every number stayed finite. */
  diverged?: Divergence;
}
