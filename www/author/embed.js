/**
 * What an author builds, as plain texts by the name of the attribute; a flag is an empty text. Pure.
 *
 * @typedef {import("../src/element/attributes.js").Attribute} Attribute
 * @typedef {import("../src/scenes/index.js").SceneName} SceneName
 * @typedef {Readonly<Record<string, string>>} Values
 */
import { ATTRIBUTES } from "../src/element/attributes.js";
import { SCENES } from "../src/scenes/index.js";

/**
 * Which scene it is: one that is not known is the worked example, as in the element.
 * @param {Values} values
 * @returns {SceneName}
 */
export function sceneOf({ scene, playground }) {
  const name = scene ?? (playground === undefined ? "" : "playground");
  return Object.hasOwn(SCENES, name) ? /** @type {SceneName} */ (name) : "worked";
}

/** What a scene takes, but for its own name. @param {SceneName} scene @returns {Attribute[]} */
export const attributesOf = (scene) =>
  ATTRIBUTES.filter(
    ({ name, scenes }) => name !== "scene" && name !== "playground" && (scenes ?? [scene]).includes(scene),
  );

/**
 * What is written of an embed, in the order of the schema; what its scene does not take is left out.
 * @param {Values} values
 * @returns {[string, string][]}
 */
export function pairsOf(values) {
  const scene = sceneOf(values);
  const known = attributesOf(scene).filter(({ name }) => values[name] !== undefined);
  return [
    ...(scene === "worked" ? [] : [/** @type {[string, string]} */ (["scene", scene])]),
    ...known.map(({ name }) => /** @type {[string, string]} */ ([name, values[name]])),
  ];
}

/**
 * Those texts that the schema knows, of all that a snippet or an address holds.
 * @param {Iterable<readonly [string, string]>} pairs
 * @returns {Values}
 */
export function valuesFrom(pairs) {
  // As in the element: "false" is how some write what they leave out.
  const all = Object.fromEntries(
    Array.from(pairs, ([name, value]) => [name.toLowerCase(), value]).filter(([, value]) => value !== "false"),
  );
  return Object.fromEntries(pairsOf(all));
}

/**
 * @param {Values} values
 * @param {string} name
 * @param {string | undefined} value Undefined takes it away.
 * @returns {Values}
 */
export function withValue(values, name, value) {
  const { [name]: _, ...rest } = values;
  return value === undefined ? rest : { ...rest, [name]: value };
}

/** Characters that need no percent-encoding in a query. @type {Record<string, string>} */
const READABLE = { "%2C": ",", "%3B": ";", "%7C": "|", "%3D": "=", "%3A": ":", "%40": "@" };

/**
 * @param {Iterable<[string, string]>} pairs
 * @param {boolean} [strict] For hosts that end an address at a bar or a semicolon.
 */
export function queryOf(pairs, strict = false) {
  const text = new URLSearchParams([...pairs]).toString().replace(/=(?=&|$)/g, "");
  return strict ? text.replace(/%2C/g, ",") : text.replace(/%(2C|3B|7C|3D|3A|40)/g, (code) => READABLE[code]);
}

/**
 * What is wrong with a text, as far as the schema can tell: the element leaves such an attribute alone.
 * @param {Attribute} attribute
 * @param {string | undefined} text
 * @returns {"number" | "range" | "choice" | undefined}
 */
export function faultOf({ kind, range, values }, text) {
  if (text === undefined) return undefined;
  if (kind === "choice" && !values?.includes(text.trim())) return "choice";
  if (kind !== "number") return undefined;
  const value = text.trim() ? Number(text.replace("\u2212", "-")) : NaN;
  if (Number.isNaN(value)) return "number";
  return range && (value < range[0] || value > range[1]) ? "range" : undefined;
}
