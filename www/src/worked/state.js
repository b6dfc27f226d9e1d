/**
 * An example and the reader's place in it, as text for attributes and addresses, and back.
 *
 * Numbers of a row are separated by commas, rows of a kernel by semicolons, layers by bars, as Keras orders them:
 * `kernels="2,1;1,1|-1;2"` is two layers, the second with two inputs and one unit.
 *
 * @import { ActivationName, Claim, ExampleConfig } from "../../../src/bindings/types.js"
 */
import { parse, plain } from "../format.js";

/** What an author may write, by the name of the attribute or query key. @typedef {Record<string, string>} Fields */

/** @typedef {{ what: string, expected: string, received: string, code: string }} Fault */

/** A text that cannot be read; the words are for authors, so they are those of the attribute. */
class TextError extends Error {
  /** @param {Fault} fault */
  constructor({ what, expected, received, code }) {
    super(`${what}: expected ${expected}, received ${received}`);
    this.name = "TextError";
    this.what = what;
    this.expected = expected;
    this.received = received;
    this.code = code;
  }
}

/** The keys of an example, in the order in which they are written. */
export const EXAMPLE_KEYS = ["inputs", "target", "kernels", "biases", "activations", "learning-rate", "claims"];

/** Without these the example is another one: the text's claims and reconstructed weights are not its own. */
const NETWORK_KEYS = ["inputs", "kernels", "biases", "activations"];

/** @param {string} text @param {string | RegExp} separator */
const split = (text, separator) => text.split(separator).map((part) => part.trim());

/** @param {string} what @param {string} text */
function number(what, text) {
  const value = parse(text);
  if (value === undefined) throw new TextError({ what, expected: "a number", received: text, code: "not_a_number" });
  return value;
}

/** @param {string} what @param {string} text */
const numbers = (what, text) => split(text, ",").map((part) => number(what, part));

/** @param {string} text @returns {number[][][]} */
const kernels = (text) => split(text, "|").map((layer) => split(layer, ";").map((row) => numbers("kernels", row)));

/** @param {string} text @returns {(number[] | undefined)[]} */
const biases = (text) => split(text, /[|;]/).map((layer) => (layer === "" ? undefined : numbers("biases", layer)));

/** Of more places than these the first and the last are named. */
const MOST_PLACES = 12;

/**
 * Where a claim may be, counted from 1 as authors do: "1.1, 1.2, 2.1, loss".
 * @param {ExampleConfig["layers"]} layers
 */
function placesText(layers) {
  const places = layers.flatMap(({ kernel }, layer) => Array.from(kernel[0], (_, unit) => `${layer + 1}.${unit + 1}`));
  return [...(places.length > MOST_PLACES ? [`${places[0]} … ${places[places.length - 1]}`] : places), "loss"].join(
    ", ",
  );
}

/**
 * `3.1=0.436` is the third layer's first unit, `loss=0.0013` the loss.
 * @param {string} text
 * @param {ExampleConfig["layers"]} layers
 * @returns {Claim[]}
 */
function claims(text, layers) {
  if (text.trim() === "") return [];
  return split(text, ",").map((claim) => {
    const [, place, layer, unit, value] = /^(loss|(\d+)\.(\d+))\s*=\s*(\S+)$/.exec(claim) ?? [];
    if (!place)
      throw new TextError({
        what: "claims",
        expected: "a claim such as 3.1=0.436 or loss=0.0013",
        received: claim,
        code: "invalid_config",
      });
    if (place !== "loss" && layers[Number(layer) - 1]?.kernel[0][Number(unit) - 1] === undefined) {
      throw new TextError({ what: "claims", expected: placesText(layers), received: place, code: "out_of_range" });
    }
    return place === "loss" ? { text: value } : { layer: Number(layer) - 1, unit: Number(unit) - 1, text: value };
  });
}

/**
 * The layers that the texts stand for; what is not given stays as it was.
 * @param {ExampleConfig["layers"]} layers @param {Fields} fields
 */
function layersFrom(layers, fields) {
  const given = fields.kernels === undefined ? undefined : kernels(fields.kernels);
  const bias = fields.biases === undefined ? undefined : biases(fields.biases);
  const names = fields.activations === undefined ? undefined : split(fields.activations, ",");
  return (given ?? layers.map((layer) => layer.kernel)).map((kernel, i) => {
    const before = given ? undefined : layers[i];
    const own = bias ? bias[i] : before?.bias;
    const activation = names ? (names[i] ?? names[names.length - 1]) : (before?.activation ?? "sigmoid");
    const layer = { kernel, activation: /** @type {ActivationName} */ (activation), useBias: own !== undefined };
    return own === undefined ? layer : { ...layer, bias: own };
  });
}

/**
 * An example out of texts, on the ground of another that fills what they leave out.
 * @param {ExampleConfig} base @param {Fields} fields
 * @returns {ExampleConfig}
 */
export function exampleFrom(base, fields) {
  const other = NETWORK_KEYS.some((key) => fields[key] !== undefined);
  const layers = layersFrom(base.layers, fields);
  return {
    ...base,
    inputs: fields.inputs === undefined ? base.inputs : numbers("inputs", fields.inputs),
    target: fields.target === undefined ? base.target : numbers("target", fields.target),
    layers,
    learningRate: !fields["learning-rate"]?.trim()
      ? base.learningRate
      : number("learning-rate", fields["learning-rate"]),
    claims: fields.claims === undefined ? (other ? [] : base.claims) : claims(fields.claims, layers),
    reconstructed: base.reconstructed && !other,
  };
}

/** @param {ArrayLike<number>} row */
const rowText = (row) => Array.from(row, plain).join(",");

/** @param {Claim} claim */
const claimText = ({ layer, unit, text }) =>
  `${layer === undefined ? "loss" : `${layer + 1}.${(unit ?? 0) + 1}`}=${text}`;

/**
 * The texts of an example, all that it takes to make it again.
 * @param {ExampleConfig} example
 * @returns {Fields}
 */
export function fieldsOf({ inputs, target, layers, learningRate, claims = [] }) {
  const hasBias = layers.some((layer) => layer.useBias !== false && layer.bias?.length);
  return {
    inputs: rowText(inputs),
    target: rowText(target),
    kernels: layers.map((layer) => layer.kernel.map(rowText).join(";")).join("|"),
    ...(hasBias
      ? { biases: layers.map((layer) => rowText(layer.useBias === false ? [] : (layer.bias ?? []))).join("|") }
      : {}),
    activations: layers.map((layer) => layer.activation).join(","),
    "learning-rate": plain(learningRate ?? 1),
    ...(claims.length ? { claims: claims.map(claimText).join(",") } : {}),
  };
}

/** Whether two examples compute the same. @param {ExampleConfig} a @param {ExampleConfig} b */
export const sameExample = (a, b) => JSON.stringify(fieldsOf(a)) === JSON.stringify(fieldsOf(b));
