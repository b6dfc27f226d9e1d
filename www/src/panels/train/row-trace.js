/**
 * A model's trace as the picture of a row takes it, with layers that are not dense. Pure.
 *
 * @import { ModelTrace, Trace, TraceLayer } from "../../../../src/bindings/types.js"
 * @import { Locale } from "../../locales/index.js"
 */

/** Whether a layer of a trace is dense. @param {Pick<TraceLayer, "type">} layer */
export const isDense = ({ type }) => type === undefined;

/**
 * What the units of a layer that is not dense change by with each of its inputs, `[input][unit]`, as back propagation
 * recorded it.
 * @param {ModelTrace} trace
 * @param {number} layer
 */
function slopesOf({ layers, events }, layer) {
  const { units } = layers[layer];
  const slopes = Array.from({ length: units }, () => new Array(units).fill(0));
  for (const event of events)
    if (event.kind === "activation_gradient" && event.layer === layer - 1)
      for (const { unit, weight } of event.terms) slopes[event.unit][unit] = weight;
  return slopes;
}

/**
 * The targets of each unit, as the engine compared them: a class that is given by its number is 1 of one unit.
 * @param {ModelTrace} trace
 */
function targetsOf({ layers, target, events }) {
  if (target.length === layers[layers.length - 1].units) return target;
  return events.flatMap((event) =>
    event.kind === "logit_gradient" || event.kind === "output_gradient" ? [event.target] : [],
  );
}

/**
 * The links of a layer that is not dense are the slopes that back propagation goes by.
 * @param {ModelTrace} trace
 * @returns {Trace}
 */
export function forPicture(trace) {
  const layers = trace.layers.map((layer, i) => (isDense(layer) ? layer : { ...layer, kernel: slopesOf(trace, i) }));
  return /** @type {Trace} */ ({ ...trace, layers, target: targetsOf(trace) });
}

/**
 * The worked example's words with those of any model: layers that are not dense go by `marks` in a picture, by
 * `layerKinds` elsewhere.
 * @typedef {Locale & { marks: Record<string, string>, layerKinds: Record<string, string> }} TraceWords
 */

/**
 * Words in which layers are called by what they are: dense layers count by themselves.
 * @param {TraceWords} words
 * @param {Pick<Trace, "layers">} trace
 * @param {"marks" | "layerKinds"} length Short names for a picture, or whole ones.
 * @returns {TraceWords}
 */
export function withLayerNames(words, { layers }, length) {
  if (layers.every(isDense)) return words;
  const output = layers.findLastIndex(isDense);
  let hidden = 0;
  const names = layers.map(({ type, activation }, i) => {
    if (type === undefined) return i === output ? words.layers.output : words.layers.hidden(++hidden);
    if (type !== "Activation") return words[length][type];
    const name = words.activations[activation] ?? activation;
    return length === "marks" ? name : `${words.layerKinds[type]} (${name})`;
  });
  const own = { input: words.layers.input, hidden: (/** @type {number} */ n) => names[n - 1] };
  return { ...words, layers: { ...own, output: names[names.length - 1] } };
}
