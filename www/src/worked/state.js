/**
 * An example out of what an author writes in attributes and addresses; `fields.js` writes it.
 *
 * Numbers of a row are separated by commas, rows of a kernel by semicolons, layers by bars, as Keras orders them:
 * `kernels="2,1;1,1|-1;2"` is two layers, the second with two inputs and one unit.
 *
 * @import { ActivationName, Claim, ExampleConfig } from "../../../src/bindings/types.js"
 */
import { parse } from "../format.js";
import { claimsFrom } from "./claims.js";

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
export const EXAMPLE_KEYS = [
  "inputs",
  "target",
  "kernels",
  "biases",
  "activations",
  "learning-rate",
  "frozen-biases",
  "claims",
];

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

/**
 * @param {string} text @param {number} last The last layer, from 0.
 * @returns {Claim[]}
 */
function claims(text, last) {
  return claimsFrom(text, last).map((claim) => {
    if (!("unreadable" in claim)) return claim;
    const expected = "a claim such as 3.1=0.436, weight:2.1.1@3=0.359 or loss=0.0013";
    throw new TextError({ what: "claims", expected, received: claim.unreadable, code: "invalid_config" });
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
    const layer = {
      kernel,
      activation: /** @type {ActivationName} */ (activation),
      useBias: own !== undefined,
      ...(before?.trainable === undefined ? {} : { trainable: before.trainable }),
    };
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
    trainBiases: fields["frozen-biases"] === undefined ? base.trainBiases : false,
    claims: fields.claims === undefined ? (other ? [] : base.claims) : claims(fields.claims, layers.length - 1),
    reconstructed: base.reconstructed && !other,
  };
}
