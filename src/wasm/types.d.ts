/** The name of an activation function. */
export type ActivationName = "linear" | "relu" | "sigmoid" | "softmax" | "tanh";

/**
 * A dense layer: `outputs = activation(inputs · kernel + bias)`.
 *
 * Shapes are Keras's: kernel `[inputs][units]`, bias `[units]`.
 */
export interface LayerConfig {
  /** How many units the layer has; may be left out where a kernel tells it. */
  units?: number;
  /** Defaults to `"linear"`. */
  activation?: ActivationName;
  /** Whether the layer adds a bias. Defaults to `true`. */
  useBias?: boolean;
  /** The start weights, `kernel[input][unit]`. Without it: Glorot uniform, drawn from the seed. */
  kernel?: number[][];
  /** The start biases, one a unit. Defaults to zeros. */
  bias?: number[];
}

/** What a `Sequential` is built from. */
export interface ModelConfig {
  /** How many features a row has. */
  inputs: number;
  /** The layers, first hidden layer first. */
  layers: LayerConfig[];
  /** Step size of gradient descent. Defaults to Keras's 0.01. */
  learningRate?: number;
  /** Where the start weights come from: the same seed gives the same bits. Defaults to 0. */
  seed?: number;
}

/** What a claim of the text is about: one unit's value, or the loss. */
export interface Claim {
  /** Layer of the unit, from 0 (the input layer is not counted). Left out for the loss. */
  layer?: number;
  /** Unit in its layer, from 0. Left out for the loss. */
  unit?: number;
  /** The value as the text prints it, as text: its decimals tell how exact the claim is. */
  text: string;
}

/** A claim beside what the engine computed in the first iteration. */
export interface ClaimCheck extends Claim {
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
  layers: (LayerConfig & { kernel: number[][] })[];
  /** Step size of gradient descent. Defaults to 1. */
  learningRate?: number;
  /** The target counts as reached when every output is nearer to it than this. Defaults to 0.0005. */
  tolerance?: number;
  /** Values that a text claims for the first iteration. Defaults to none. */
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

/** `square = (prediction - target)²` of one output unit. */
export interface LossTermEvent extends At {
  kind: "loss_term";
  phase: "loss";
  prediction: number;
  target: number;
  error: number;
  square: number;
}

/** `loss` = mean of the squares: Keras's `mean_squared_error`, without a factor 1/2. */
export interface LossEvent extends At {
  kind: "loss";
  phase: "loss";
  squares: number[];
  loss: number;
}

/** dL/da of an output unit: `gradient = 2 / outputs · (prediction - target)`. */
export interface OutputGradientEvent extends At {
  kind: "output_gradient";
  phase: "backward";
  outputs: number;
  prediction: number;
  target: number;
  error: number;
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
  gradient: number;
}

/** dL/db: `gradient = preActivationGradient`. */
export interface BiasGradientEvent extends At {
  kind: "bias_gradient";
  phase: "backward";
  preActivationGradient: number;
  gradient: number;
}

/** `after = before - learningRate · gradient`, with `change = learningRate · gradient`. */
export interface WeightUpdateEvent extends AtLink {
  kind: "weight_update";
  phase: "update";
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
  before: number;
  learningRate: number;
  gradient: number;
  change: number;
  after: number;
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
  useBias: boolean;
  /** `kernel[input][unit]` */
  kernel: number[][];
  /** One a unit; empty without a bias. */
  bias: number[];
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

/** Where a gradient is looked at: a weight, or with no `input` the unit's bias. */
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
  /** The last iteration that can be looked at. */
  last: number;
  /** Left out where every number stayed finite. */
  diverged?: Divergence;
}
