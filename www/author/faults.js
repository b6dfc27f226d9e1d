/**
 * What is wrong with what an author wrote, by the field; what is wrong is not in the snippets. Pure, but for what the
 * browser knows of colours.
 *
 * @import { AuthorWords } from "../src/locales/author.js"
 * @import { Values } from "./embed.js"
 * @typedef {"number" | "range" | "choice" | "color" | "config" | "order" | "address" | "picture" | "id"} FaultKind
 * @typedef {{ kind: FaultKind, text: string, range?: readonly [number, number] }} Fault
 */
import { numberOf } from "../src/element/attribute-values.js";
import { placeFromText } from "../src/element/place.js";
import { fromLink } from "../src/experiment/config.js";
import { PRESETS } from "../src/experiment/presets.js";
import { attributesOf, faultOf, sceneOf } from "./embed.js";

const isColor = (/** @type {string} */ text) => globalThis.CSS?.supports("color", text) ?? true;

/**
 * Those of single attributes that the schema cannot tell.
 * @type {Record<string, (text: string) => FaultKind | false>}
 */
const OWN = {
  accent: (text) => !isColor(text) && "color",
  at: (text) => !isBeginning(text) && "choice",
  config: (text) => !fromLink(text) && "config",
  preset: (text) => !Object.hasOwn(PRESETS, text) && "choice",
  data: (text) => /^\w+:/.test(text) && !isWebAddress(text) && "address",
};

/** A count of operations, or a place as in a link, each part of which is known. @param {string} text */
function isBeginning(text) {
  const count = numberOf(text);
  if (count !== undefined) return Number.isInteger(count) && count >= 0;
  return Object.keys(placeFromText(text)).length === text.split(",").length;
}

/** A whole address of the web. @param {string} text */
export function isWebAddress(text) {
  try {
    const { protocol, hostname } = new URL(text);
    return /^https?:\/\/\S+$/i.test(text) && /^https?:$/.test(protocol) && hostname !== "";
  } catch {
    return false;
  }
}

/** An address of the web, or a file's beside the post. @param {string} text */
const isPicture = (text) => isWebAddress(text) || (!/^[a-z][\w+.-]*:|\s|^https?\/|^\/\/|\\/i.test(text) && text !== "");

/** @param {Values} values @returns {Record<string, Fault>} By attribute. */
export function faultsOf(values) {
  /** @type {Record<string, Fault>} */
  const faults = {};
  for (const attribute of attributesOf(sceneOf(values))) {
    const { name, range } = attribute;
    const text = values[name];
    const kind = faultOf(attribute, text) ?? (text && OWN[name]?.(text));
    if (kind) faults[name] = { kind, text: text ?? "", range };
  }
  const [from, to] = ["from", "to"].map((name) => attributesOf(sceneOf(values)).find((one) => one.name === name));
  const at = (/** @type {typeof from} */ one) =>
    one && !faults[one.name] ? one.values?.indexOf(values[one.name]) : -1;
  const [first, last] = [at(from) ?? -1, at(to) ?? -1];
  if (last >= 0 && last < first) faults.to = { kind: "order", text: values.to };
  return faults;
}

/**
 * @param {Partial<import("./snippets.js").PostTexts> & { page?: string }} texts
 * @returns {Record<string, Fault>} By text.
 */
export function textFaultsOf({ id, poster, page }) {
  /** @type {Record<string, Fault>} */
  const faults = {};
  if (id && !/^[a-z][\w-]*$/i.test(id)) faults.id = { kind: "id", text: id };
  if (poster && !isPicture(poster)) faults.poster = { kind: "picture", text: poster };
  if (page && !isWebAddress(page)) faults.page = { kind: "address", text: page };
  return faults;
}

/** Without what is wrong. @template {object} T @param {T} all @param {object} faults @returns {T} */
export const without = (all, faults) =>
  /** @type {T} */ (Object.fromEntries(Object.entries(all).filter(([name]) => !Object.hasOwn(faults, name))));

/** @param {AuthorWords} words @param {Fault} fault */
export function faultText({ faults: own }, { kind, text, range = [0, 0] }) {
  switch (kind) {
    case "range":
      return own.range(...range);
    case "config":
    case "order":
    case "id":
      return own[kind];
    default:
      return own[kind](text);
  }
}
