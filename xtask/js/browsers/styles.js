// Properties, values, selectors and rules of CSS that a promised browser lacks.

import { parse, walk } from "@eslint/css-tree";
import { compatData, lacking } from "./support.js";

/** @import { Feature } from "./support.js" */
/** @typedef {{ feature: string, lack: string[], from: number, to: number }} Gap Where in the text, in characters. */
/** @typedef {any} Node Of a syntax tree; css-tree has no types. */

/** A name with a prefix is a fallback by itself. @param {string} name */
const isPrefixed = (name) => name.startsWith("-");

/**
 * The parts of `css.types` that hold functions, by name: "round", "color-mix".
 * @returns {Map<string, readonly [path: string, feature: Feature]>}
 */
function functionsOf() {
  const { types } = compatData().css;
  const found = [
    "color",
    "gradient",
    "easing-function",
    "transform-function",
    "basic-shape",
    "filter-function",
    "image",
  ].flatMap((group) =>
    Object.entries(types[group] ?? {}).map(
      ([name, feature]) => /** @type {const} */ ([name, [`css.types.${group}.${name}`, feature]]),
    ),
  );
  return new Map([
    ...Object.entries(types).map(([name, feature]) => /** @type {const} */ ([name, [`css.types.${name}`, feature]])),
    ...found,
  ]);
}
/** @type {ReturnType<typeof functionsOf> | undefined} */
let functions;

/** Units that the data keeps together. @type {[RegExp, string][]} */
const UNITS = [
  [/^d(vw|vh|vi|vb|vmin|vmax)$/, "viewport_percentage_units_dynamic"],
  [/^l(vw|vh|vi|vb|vmin|vmax)$/, "viewport_percentage_units_large"],
  [/^s(vw|vh|vi|vb|vmin|vmax)$/, "viewport_percentage_units_small"],
  [/^cq/, "container_query_length_units"],
];

/** @param {string} unit */
const unitName = (unit) => UNITS.find(([pattern]) => pattern.test(unit))?.[1] ?? unit;

/**
 * What a node of a value needs.
 * @param {string} property
 * @param {Node} node
 * @returns {[path: string, feature: Feature | undefined][]}
 */
function needsOfValue(property, node) {
  const { css } = compatData();
  const own = css.properties[property] ?? {};
  const at = `css.properties.${property}`;
  if (node.type === "Identifier") return [[`${at}.${node.name}`, own[node.name]]];
  if (node.type === "Dimension")
    return [[`css.types.length.${node.unit}`, css.types.length[unitName(node.unit.toLowerCase())]]];
  if (node.type !== "Function") return [];
  const name = node.name.toLowerCase();
  functions ??= functionsOf();
  const [path, feature] = functions.get(name) ?? [`${at}.${name}`, own[name]];
  const relative = node.children?.first?.name === "from" && feature?.relative_syntax;
  return [
    [path, feature],
    ...(relative ? [/** @type {[string, Feature]} */ ([`${path}.relative_syntax`, relative])] : []),
  ];
}

/** @param {Node} declaration @returns {[path: string, feature: Feature | undefined, node: Node][]} */
function needsOfDeclaration(declaration) {
  const property = declaration.property.toLowerCase();
  /** @type {[string, Feature | undefined, Node][]} */
  const needs = property.startsWith("--")
    ? []
    : [[`css.properties.${property}`, compatData().css.properties[property], declaration]];
  walk(declaration.value, (/** @type {Node} */ node) => {
    // What a custom property holds is read where it is used; its functions and units are the same everywhere.
    if (!isPrefixed(node.name ?? ""))
      needs.push(
        ...needsOfValue(property, node).map(
          ([path, feature]) => /** @type {[string, Feature | undefined, Node]} */ ([path, feature, node]),
        ),
      );
  });
  return needs;
}

/** @param {Node} node @returns {[path: string, feature: Feature | undefined][]} */
function needsOfNode(node) {
  const { selectors, "at-rules": rules } = compatData().css;
  switch (node.type) {
    case "PseudoClassSelector":
    case "PseudoElementSelector":
      return isPrefixed(node.name) ? [] : [[`css.selectors.${node.name}`, selectors[node.name]]];
    case "NestingSelector":
      return [["css.selectors.nesting", selectors.nesting]];
    case "Atrule":
      return [[`css.at-rules.${node.name}`, rules[node.name]]];
    case "Feature":
      return [[`css.at-rules.media.${node.name}`, rules[node.kind]?.[node.name]]];
    default:
      return [];
  }
}

/**
 * @param {string} path
 * @param {Feature | undefined} feature
 * @param {Node} node
 * @param {number} base
 * @returns {Gap[]}
 */
function gapOf(path, feature, node, base) {
  const lack = lacking(feature);
  return lack.length
    ? [{ feature: path, lack, from: base + node.loc.start.offset, to: base + node.loc.end.offset }]
    : [];
}

/**
 * Whether another declaration of the same block has the property with a prefix.
 * @param {Node} block
 * @param {string} property
 */
const hasPrefixed = (block, property) =>
  (block?.children?.toArray() ?? []).some(
    (/** @type {Node} */ other) =>
      other.type === "Declaration" && other.property.endsWith(`-${property}`) && isPrefixed(other.property),
  );

/**
 * @param {string} text A style sheet, a list of declarations or a selector.
 * @param {"stylesheet" | "declarationList" | "selectorList"} [context]
 * @param {number} [base] Where the text begins in its file.
 * @returns {Gap[]}
 */
export function gapsInStyles(text, context = "stylesheet", base = 0) {
  /** @type {Gap[]} */
  const gaps = [];
  walk(parse(text, { context, positions: true }), {
    /** @this {any} @param {Node} node */
    enter(node) {
      // What asks first has its fallback.
      if (node.type === "Atrule" && node.name === "supports") return walk.skip;
      if (node.type === "Declaration") {
        const needs = hasPrefixed(this.block, node.property) ? [] : needsOfDeclaration(node);
        gaps.push(...needs.flatMap(([path, feature, at]) => gapOf(path, feature, at, base)));
        return walk.skip;
      }
      const { nesting } = compatData().css.selectors;
      const nested =
        node.type === "Rule" && this.rule && this.rule !== node
          ? [/** @type {[string, Feature]} */ (["css.selectors.nesting", nesting])]
          : [];
      gaps.push(...[...needsOfNode(node), ...nested].flatMap(([path, feature]) => gapOf(path, feature, node, base)));
      return undefined;
    },
  });
  return gaps;
}

/**
 * What a string of a script is: a style sheet, declarations of an element's own style, or neither.
 * @param {string} text @returns {"stylesheet" | "declarationList" | undefined}
 */
export function kindOfStyles(text) {
  if (/^\s*[:.@#*][^{};]*\{/.test(text)) return "stylesheet";
  const [, property] = /^\s*([a-z-]+)\s*:/.exec(text) ?? [];
  return property && (property.startsWith("--") || property in compatData().css.properties)
    ? "declarationList"
    : undefined;
}
