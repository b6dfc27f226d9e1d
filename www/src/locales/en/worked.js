/** @typedef {import("../index.js").FirstWords} FirstWords */

/** @param {string[]} names */
const list = (names) =>
  names.length > 3 ? `${names.length} units of the next layer` : names.join(", ").replace(/, ([^,]*)$/, " and $1");

/** Where a value that is checked is written. @param {boolean} isTutorial */
const sourceOf = (isTutorial) => (isTutorial ? "tutorial" : "post");

/** @param {number} n @param {string} word */
const count = (n, word) => `${n} ${word}${Number(n) === 1 ? "" : "s"}`;

/**
 * What the sign of a gradient means for the weight or bias it belongs to.
 * @param {number} gradient @param {string} what
 */
const advice = (gradient, what) =>
  gradient > 0
    ? `It is positive: raising the ${what} would raise the loss, so the update lowers it.`
    : `It is negative: raising the ${what} would lower the loss, so the update raises it.`;

/**
 * @param {{ event: { before: number, after: number, change: number }, fmt: (value: number) => string,
 *   span: (before: number, after: number) => [string, string] }} context
 * @param {string} name
 */
function update({ event, fmt, span }, name) {
  const { before, after, change } = event;
  if (change === 0) return `Learning rate × gradient is 0, so gradient descent leaves ${name} at ${fmt(before)}.`;
  const [old, now] = span(before, after);
  const moves = change > 0 ? "lowers" : "raises";
  return `Gradient descent steps against the gradient, downhill on the loss: it ${moves} ${name} by ${fmt(Math.abs(change))} (learning rate × gradient), from ${old} to ${now}.`;
}

/** @type {import("../index.js").Locale["sentence"]} */
const sentence = {
  product({ event: { x, weight, product, sum, input }, fmt, from, unit }) {
    const effect =
      product === 0
        ? `the product is 0, so the sum stays ${fmt(sum)}.`
        : `the product ${fmt(product)} ${product > 0 ? "lifts the sum" : "pulls the sum down"} to ${fmt(sum)}.`;
    const why = input === 0 ? " The weight says how strongly this input counts." : "";
    return `On its way to ${unit}, ${from} = ${fmt(x)} is multiplied by the weight ${fmt(weight)}: ${effect}${why}`;
  },
  sum({ event: { products, sum }, fmt, unit, z, hasBias }) {
    const what = products.length === 1 ? `The only product` : `The sum of the ${products.length} products`;
    return hasBias
      ? `${what} is ${fmt(sum)}: all that the layer before tells ${unit}, in one number. Its bias is still to come.`
      : `${what} is the pre-activation ${z} = ${fmt(sum)}: all that the layer before tells ${unit}, in one number.`;
  },
  bias: ({ event: { bias, preActivation }, fmt, unit, z }) =>
    bias === 0
      ? `The bias of ${unit} is 0, so its pre-activation is just the sum: ${z} = ${fmt(preActivation)}. Training can change that.`
      : `The bias ${fmt(bias)} is added whatever the inputs are: it shifts ${unit} ${bias > 0 ? "up" : "down"} to its pre-activation ${z} = ${fmt(preActivation)}.`,
  activation({ event, fmt, unit, z, isOutput }) {
    const { activation, preActivation, output } = event;
    const from = `${z} = ${fmt(preActivation)}`;
    const to = `${unit} = ${fmt(output)}`;
    /** @type {{ [A in import("../index.js").ActivationName]?: string }} */
    const special = {
      sigmoid: `The sigmoid squeezes ${from} into the range from 0 to 1: ${to}.`,
      tanh: `Tanh squeezes ${from} into the range from −1 to 1: ${to}.`,
      relu:
        preActivation > 0
          ? `${from} is positive, so ReLU lets it through as it is: ${to}.`
          : `${from} is not positive, so ReLU makes it 0: ${to}.`,
      linear: `A linear unit hands on its pre-activation as it is: ${to}.`,
      softmax: `Softmax gives ${unit} its share of the whole layer (all shares add up to 1): ${to}.`,
    };
    const does =
      special[activation] ??
      `The activation function ${words.activations[activation] ?? activation} turns ${from} into ${to}.`;
    if (isOutput) return `${does} This is the network’s prediction.`;
    if (activation === "linear" || event.unit > 0) return `${does} The next layer takes it from here.`;
    return `${does} Without such a bend between them, many layers could do no more than one.`;
  },
  loss_term({ event: { prediction, target, error, term }, fmt, unit, y }) {
    if (error === 0)
      return `The prediction ${unit} = ${fmt(prediction)} is exactly the target, so its squared error is 0.`;
    const side = error > 0 ? "above" : "below";
    return `The prediction ${unit} = ${fmt(prediction)} is ${fmt(Math.abs(error))} ${side} the target ${y} = ${fmt(target)}. Squared, that is ${fmt(term)}: too high and too low both count, and large misses count most.`;
  },
  loss({ event: { terms: squares, loss }, fmt }) {
    const what =
      squares.length === 1
        ? "With one output, the loss L is its squared error"
        : `The loss L is the mean of the ${squares.length} squared errors`;
    const why =
      loss === 0
        ? "There is nothing left to improve on this example."
        : "This one number says how wrong the network is; training makes it smaller.";
    return `${what}: ${fmt(loss)}. ${why}`;
  },
  output_gradient({ event: { gradient, error }, fmt, unit }) {
    if (gradient === 0) return `${unit} is on its target, so its gradient is 0: from here nothing needs correcting.`;
    const [side, effect] = error > 0 ? ["above", "raise"] : ["below", "lower"];
    return `${unit} is ${side} its target, so raising it would ${effect} the loss: the gradient is ${fmt(gradient)}. Back propagation now carries it backward, layer by layer.`;
  },
  activation_gradient({ event: { terms, gradient }, fmt, unit, feeds }) {
    const [{ weight, gradient: incoming }] = terms;
    const comes =
      terms.length === 1
        ? `${unit} acts on the loss only through ${feeds[0]}, so the gradient ${fmt(incoming)} comes back along the link, times its weight ${fmt(weight)}: ${fmt(gradient)}.`
        : `${unit} acts on the loss through ${list(feeds)}, so what each sends back, its gradient times the weight of the link, is added up: ${fmt(gradient)}.`;
    if (gradient === 0) return `${comes} A small change of ${unit} would leave the loss as it is.`;
    return `${comes} Raising ${unit} would ${gradient > 0 ? "raise" : "lower"} the loss.`;
  },
  pre_activation_gradient({ event, fmt, unit, z }) {
    const { activation, preActivation, activationGradient, derivative = 1, gradient } = event;
    if (activation === "softmax")
      return `${z} moves every share of the softmax, not only ${unit}, so the gradients of all of them meet here: ${fmt(gradient)}.`;
    if (activationGradient === 0) return `The gradient of ${unit} is 0, so there is nothing to pass on to ${z}.`;
    if (activation === "linear")
      return `A linear unit has the slope 1, so the gradient passes through unchanged: ${fmt(gradient)}.`;
    if (activation === "relu") {
      return preActivation > 0
        ? `${z} = ${fmt(preActivation)} is positive, where ReLU has the slope 1: the gradient passes through unchanged, ${fmt(gradient)}.`
        : `${z} = ${fmt(preActivation)} is not positive, where ReLU has the slope 0: the gradient stops here, and this example teaches ${unit} nothing.`;
    }
    if (derivative === 0)
      return `At ${z} = ${fmt(preActivation)} the curve is so flat that its slope is 0: the gradient vanishes here.`;
    return `Back through the activation, the gradient ${fmt(activationGradient)} is multiplied by the slope of the curve at ${z}, ${fmt(derivative)}, which makes ${fmt(gradient)}. The flatter the curve, the less comes through.`;
  },
  weight_gradient({ event: { preActivationGradient, x, gradient }, fmt, from, z, weight }) {
    if (x === 0) return `${from} is 0, so ${weight} had no part in this prediction and its gradient is 0.`;
    if (preActivationGradient === 0)
      return `The gradient of ${z} is 0, so this example says nothing about ${weight}: its gradient is 0 too.`;
    const how = `The weight ${weight} acts through ${from} = ${fmt(x)}, so its gradient is the gradient of ${z} times that: ${fmt(gradient)}.`;
    return gradient === 0 ? how : `${how} ${advice(gradient, "weight")}`;
  },
  bias_gradient({ event: { gradient }, fmt, z, unit }) {
    if (gradient === 0) return `The gradient of ${z} is 0, so the bias of ${unit} has the gradient 0 too.`;
    return `The bias of ${unit} is simply added (factor 1), so its gradient is that of ${z}: ${fmt(gradient)}. ${advice(gradient, "bias")}`;
  },
  weight_update: (context) => update(context, context.weight),
  bias_update: (context) => update(context, `the bias of ${context.unit}`),
};

/** @type {FirstWords} */
export const words = {
  lang: "en",
  name: "English",
  layers: { input: "Input layer", hidden: (n) => `Hidden layer ${n}`, output: "Output layer" },
  play: "Play",
  pause: "Pause",
  stepForward: "Step forward",
  stepBack: "Step back",
  stepSize: "Step by",
  sizes: { operation: "operation", unit: "unit", layer: "layer", phase: "phase", iteration: "iteration" },
  speed: "Speed",
  reset: "Reset",
  run: "Train to target",
  runToTarget: "Train until it hits the target",
  scrubIteration: "Iteration",
  scrubOperation: "Step within the iteration",
  iteration: (n) => `iteration ${n}`,
  phases: { forward: "Forward", loss: "Loss", backward: "Backward", update: "Update" },
  kinds: {
    product: "product",
    sum: "sum",
    bias: "bias",
    activation: "activation",
    loss_term: "squared error",
    loss: "loss",
    output_gradient: "gradient of the prediction",
    activation_gradient: "gradient of the output",
    pre_activation_gradient: "gradient of the pre-activation",
    weight_gradient: "gradient of the weight",
    bias_gradient: "gradient of the bias",
    weight_update: "new weight",
    bias_update: "new bias",
  },
  activations: {
    linear: "linear",
    relu: "ReLU",
    sigmoid: "sigmoid",
    softmax: "softmax",
    tanh: "tanh",
  },
  helpTitle: "Keys",
  table: { title: "All values as a table", units: "Units", links: "Weights" },
  prediction: "Prediction",
  target: "Target",
  loss: "Loss",
  lossCurve: "Loss over the iterations",
  learningRate: "Learning rate",
  activation: "Activation",
  weight: "Weight",
  bias: "Bias",
  input: "Input",
  output: "Output",
  unit: "Unit",
  layer: "Layer",
  gradient: "Gradient",
  preActivation: "Pre-activation",
  before: "Before",
  after: "After",
  sum: "sum",
  more: "More controls",
  invitation: "Now the other way: press play to see what each weight had to do with it.",
  where: "where",
  claim: {
    mark: (text, isTutorial) => `${sourceOf(isTutorial)}: ${text}`,
    holds: (name, text, isTutorial) => `The ${sourceOf(isTutorial)} says ${name} = ${text}, and so it is.`,
    fails: (name, text, rounded, isTutorial) =>
      `The ${sourceOf(isTutorial)} says ${name} = ${text}, but it comes to ${rounded}.`,
  },
  reconstructed: "We chose the weights that the tutorial leaves out, so that its results come out.",
  reached: (iteration) => `Target reached at iteration ${iteration}.`,
  notReached: (limit) =>
    `Not there yet after ${count(limit, "iteration")}. Try a larger learning rate or other start weights.`,
  diverged: (layer, iteration) =>
    `It blew up (diverged: ${layer}, after iteration ${iteration}): the steps were too large. Reset and try a smaller learning rate.`,
  openingTitle: "Before you start",
  controls: "Playback",
  settings: "Change the numbers",
  restore: "Back to the original",
  noCurve: "After one iteration the loss is drawn here.",
  unknown: "not computed yet",
  loading: "Loading the network…",
  start: [
    "Each circle is a ",
    { term: "unit", text: "unit" },
    "; units side by side make a ",
    { term: "layer", text: "layer" },
    " (the inputs are not counted), and the number on each link is a ",
    { term: "weight", text: "weight" },
    ".",
  ],
  terms: {
    weight: { label: "weight" },
    unit: { label: "unit" },
    layer: { label: "layer" },
    bias: { label: "bias" },
    activation: { label: "activation function" },
    forward: { label: "forward propagation" },
    loss: { label: "loss" },
    backward: { label: "back propagation" },
    gradient: { label: "gradient" },
    gradientDescent: { label: "gradient descent" },
    learningRate: { label: "learning rate" },
    iteration: { label: "iteration" },
    prediction: { label: "prediction" },
    target: { label: "target" },
  },
  announce: ({ iteration, phase, unit, sentence: text }) =>
    `Iteration ${iteration}, ${words.phases[phase].toLowerCase()}, ${unit}. ${text}`,
  networkLabel(sizes) {
    const [last, ...others] = sizes.slice(1, -1).reverse();
    const units = [...others.reverse(), count(last, "unit")].join(" and ");
    const middle = last ? `, ${count(others.length + 1, "hidden layer")} of ${units},` : "";
    return `Neural network with ${count(sizes[0], "input")}${middle} and ${count(sizes[sizes.length - 1], "output")}.`;
  },
  unitLabel: (name, layer, value) => `${name}, ${layer}: ${value}`,
  linkLabel: (from, to, weight) => `Weight from ${from} to ${to}: ${weight}`,
  notFinite: (unit) =>
    `A number at ${unit} is no longer finite: the steps were too large. Reset and try a smaller learning rate.`,
  sentence,
};
