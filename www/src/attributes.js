/**
 * The attributes of `<glass-net>` that make up an example, and their texts.
 *
 * @import { Fields } from "./state.js"
 */

/** The property of each attribute. */
const PROPERTIES = {
  inputs: "inputs",
  target: "target",
  kernels: "kernels",
  biases: "biases",
  activations: "activations",
  "learning-rate": "learningRate",
  claims: "claims",
};

/** For Lit: every example attribute is a text, read by `state.js`; those of the playground are handed on as they are. */
export const EXAMPLE_PROPERTIES = {
  ...Object.fromEntries(Object.entries(PROPERTIES).map(([attribute, property]) => [property, { type: String, attribute }])),
  playground: { type: Boolean },
  ...Object.fromEntries(["data", "preset", "config"].map((name) => [name, { type: String }])),
};

/** Whether an example attribute is among what changed. @param {Map<PropertyKey, unknown>} changed */
export const exampleChanged = (changed) => Object.values(PROPERTIES).some((property) => changed.has(property));

/** What the author wrote. @param {object} element @returns {Fields} */
export function givenFields(element) {
  const texts = /** @type {Record<string, string | null | undefined>} */ (element);
  return Object.fromEntries(Object.entries(PROPERTIES).flatMap(([attribute, property]) => {
    const text = texts[property];
    return text === undefined || text === null ? [] : [[attribute, String(text)]];
  }));
}
