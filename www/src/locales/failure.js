/**
 * A failure of the worked example's engine in the reader's words.
 *
 * @import { ErrorCode, Fault, OpenedWords } from "./index.js"
 */

/** The attributes that hold what the engine has other words for. @type {Record<string, string>} */
const ATTRIBUTES = {
  kernel: "kernels",
  units: "kernels",
  bias: "biases",
  useBias: "biases",
  activation: "activations",
  learningRate: "learning-rate",
};

/**
 * Where something is wrong, as an author wrote it and counted: "layers[1].kernel[0]" is row 1 of layer 2 of `kernels`.
 * @param {OpenedWords} words @param {string} what
 */
function placeText(words, what) {
  const [, layer, field, idx] = /^(?:layers\[(\d+)\]\.?)?(\w*)(?:\[(\d+)\])?/.exec(what) ?? [];
  if (layer === undefined && !field) return what;
  const count = idx === undefined ? 0 : Number(idx) + 1;
  const isRow = field === "kernel";
  return words.place(
    ATTRIBUTES[field] ?? (field || "kernels"),
    layer === undefined ? 0 : Number(layer) + 1,
    isRow ? count : 0,
    isRow ? 0 : count,
  );
}

/**
 * The engine's "relu or one of linear, relu, tanh": the nearest name, and all known ones.
 * @param {string} expected
 */
function namesOf(expected) {
  const [, nearest = "", names = expected] = /^(?:(\S+) or )?one of (.+)$/.exec(expected) ?? [];
  return { nearest, names };
}

/**
 * A failure in the reader's words.
 * @param {OpenedWords} words
 * @param {unknown} failure
 */
export function failureText(words, failure) {
  if (typeof WebAssembly === "undefined") return words.noWasm;
  const { code, what, expected, received } = /** @type {Fault & { code: ErrorCode }} */ (failure);
  const write = words.errors[code];
  return write ? write({ what: placeText(words, what), expected, received, ...namesOf(expected) }) : words.engineFailed;
}

/**
 * The same where the page's author is to correct it.
 * @param {OpenedWords} words @param {any} failure
 */
export const authorsFailureText = (words, failure) =>
  `${failureText(words, failure)}${
    failure.code in words.errors && failure.code !== "engine_panic" ? ` ${words.inCode}` : ""
  }`;
