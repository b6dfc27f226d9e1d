// Objects, methods and elements of the platform that a promised browser lacks.

import { compatData, lacking } from "./support.js";

/** @import { Feature } from "./support.js" */
/** @typedef {any} Node Of a syntax tree. */
/**
 * @typedef {[path: string, features: Feature[]]} Need Any of the features would do: who has a member is not always
 *   known.
 */

/** Variables of a page that are objects of an interface. @type {Record<string, string>} */
const INSTANCES = {
  window: "Window",
  self: "Window",
  globalThis: "Window",
  document: "Document",
  navigator: "Navigator",
  performance: "Performance",
  history: "History",
  location: "Location",
  screen: "Screen",
  console: "console",
  customElements: "CustomElementRegistry",
  crypto: "Crypto",
};

/** Constructors and namespaces by name. @returns {Record<string, Feature>} */
const classes = () => ({ ...compatData().api, ...compatData().javascript.builtins });

/**
 * Where the object is not known, those are asked whose properties, and those whose methods, a page mostly has to do
 * with.
 */
const PROPERTIES = /^(Node|Element|HTMLElement|Document|ShadowRoot)$/;
const METHODS =
  /^(Node|Element|(HTML|SVG)\w*Element|Document|DocumentFragment|ShadowRoot|AbortSignal|Blob|Response|Request|CanvasRenderingContext2D|Array|TypedArray|ArrayBuffer|String|Iterator|Set|Map|Promise|RegExp)$/;

/** Every interface's member of a name that one of `common` has. @param {RegExp} common */
function membersOf(common) {
  /** @type {Map<string, Feature[]>} */
  const found = new Map();
  const known = new Set();
  for (const [owner, features] of Object.entries(classes())) {
    for (const [name, feature] of Object.entries(features)) {
      if (name.startsWith("__") || name.endsWith("_static")) continue;
      found.set(name, [...(found.get(name) ?? []), /** @type {Feature} */ (feature)]);
      if (common.test(owner)) known.add(name);
    }
  }
  return new Map([...found].filter(([name]) => known.has(name)));
}
/** @type {Record<"properties" | "methods", Map<string, Feature[]>> | undefined} */
let members;

/** @param {string} name @returns {Need} A variable that nobody declared. */
export const needOfGlobal = (name) => {
  const {
    api,
    javascript: { builtins },
  } = compatData();
  return [name, [builtins[name], api[name], api.Window?.[name], builtins.globalThis?.[name]].filter(Boolean)];
};

/** @param {string} owner A variable that nobody declared. @param {string} name @returns {Need | undefined} */
export function needOfOwn(owner, name) {
  const kind = INSTANCES[owner];
  const of = classes()[kind ?? owner];
  const feature = of?.[kind ? name : `${name}_static`] ?? of?.[name];
  return feature && [`${owner}.${name}`, [feature]];
}

/** @param {string} name @param {boolean} called @returns {Need} A member of what is not known. */
export function needOfMember(name, called) {
  members ??= { properties: membersOf(PROPERTIES), methods: membersOf(METHODS) };
  return [`.${name}`, members[called ? "methods" : "properties"].get(name) ?? []];
}

/**
 * Elements and attributes as a template writes them.
 * @param {string} markup
 * @returns {{ need: Need, at: number, length: number }[]}
 */
export function needsOfMarkup(markup) {
  const { html, svg, mathml } = compatData();
  const elements = (/** @type {string} */ name) =>
    [html, svg, mathml].map((language) => language.elements[name]).filter(Boolean);
  const globals = (/** @type {string} */ name) =>
    [html, svg, mathml].map((language) => language.global_attributes?.[name]).filter(Boolean);
  return Array.from(
    markup.matchAll(/<([a-z][\w-]*)((?:\s+[^\s"'<>=/]+(?:=(?:"[^"]*"|'[^']*'|[^\s"'<>]*))?)*)/g),
  ).flatMap(({ 0: all, 1: tag, 2: rest, index }) => [
    { need: /** @type {Need} */ ([`<${tag}>`, elements(tag)]), at: index, length: tag.length + 1 },
    ...Array.from(rest.matchAll(/\s\??([a-z][\w-]*)(?==|\s|$)/g), ({ 0: text, 1: name, index: place }) => {
      const own = elements(tag)
        .map((element) => element[name])
        .filter(Boolean);
      return {
        need: /** @type {Need} */ ([`<${tag} ${name}>`, own.length ? own : globals(name)]),
        at: index + all.length - rest.length + place,
        length: text.length,
      };
    }),
  ]);
}

/** The browsers that lack all of what would do. @param {Need} need @returns {string[]} */
export function lackingAll([, features]) {
  const lists = features.map(lacking);
  return lists.length && lists.every((list) => list.length)
    ? lists.reduce((least, list) => (list.length < least.length ? list : least))
    : [];
}
