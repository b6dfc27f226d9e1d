/**
 * The layers that the page has pictures of. The engine trains others too, and a link or a file can hold them.
 *
 * @import { Setup } from "./types.js"
 */

/** @type {readonly Setup["layers"][number]["kind"][]} */
const SHOWN = ["Dense", "Dropout"];

/** Rejects a model with a layer that no picture shows: numbers would stand at the wrong units. @param {Setup} setup */
export function checkLayers({ layers }) {
  const at = layers.findIndex(({ kind }) => !SHOWN.includes(kind));
  if (at < 0) return;
  const [what, expected, received] = [`model.layers[${at}]`, SHOWN.join(", "), layers[at].kind];
  const message = `${what}: expected a layer of ${expected}, received ${received}`;
  throw Object.assign(new Error(message), { code: "no_picture", what, expected, received });
}
