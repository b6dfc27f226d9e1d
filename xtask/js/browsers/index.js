// Rules for eslint: nothing is used that a promised browser lacks, by MDN's compatibility data. What is used all the
// same, because
// nothing is lost without it, is named in eslint.config.js with the reason.

import { lackingAll, needOfGlobal, needOfMember, needOfOwn, needsOfMarkup } from "./scripts.js";
import { gapsInStyles, kindOfStyles } from "./styles.js";

/** @import { Need } from "./scripts.js" */
/** @typedef {any} Node Of a syntax tree. @typedef {any} Context */

const messages = { lacks: "{{feature}}: not in {{lack}}" };
const schema = [{ type: "object", additionalProperties: { type: "string" } }];
const meta = /** @type {const} */ ({ type: "problem", messages, schema });

/** @param {Context} context @returns {(feature: string, lack: string[], loc: unknown) => void} */
const reporter = (context) => (feature, lack, loc) => {
  const [reasons = {}] = context.options;
  const allowed = Object.keys(reasons).some((name) => feature === name || feature.startsWith(`${name}.`));
  if (lack.length && !allowed) context.report({ loc, messageId: "lacks", data: { feature, lack: lack.join(", ") } });
};

/**
 * The text of a template, as long as in the source: what is computed is blank.
 * @param {Node} quasi
 * @param {string} source
 */
function blanked({ quasis, range }, source) {
  let text = " ";
  for (const {
    range: [from, to],
    tail,
  } of quasis) {
    // A piece stands between "`" or "}" and "`" or "${".
    text = text.padEnd(from + 1 - range[0]) + source.slice(from + 1, to - (tail ? 1 : 2));
  }
  return text.padEnd(range[1] - range[0]);
}

/** Style sheets: files, what stands in css`…`, and strings that are styles. */
const styles = {
  meta: { ...meta, languages: ["css/css", "js/js"] },
  create(/** @type {Context} */ context) {
    const tell = reporter(context);
    const { sourceCode } = context;
    const check = (
      /** @type {string} */ text,
      base = 0,
      kind = /** @type {"stylesheet" | "declarationList" | undefined} */ ("stylesheet"),
    ) => {
      for (const { feature, lack, from, to } of kind ? gapsInStyles(text, kind, base) : []) {
        tell(feature, lack, { start: sourceCode.getLocFromIndex(from), end: sourceCode.getLocFromIndex(to) });
      }
    };
    return {
      StyleSheet: () => check(sourceCode.text),
      TaggedTemplateExpression: (/** @type {Node} */ { tag, quasi }) =>
        tag.name === "css" && check(blanked(quasi, sourceCode.text), quasi.range[0]),
      ":not(TaggedTemplateExpression) > TemplateLiteral": (/** @type {Node} */ node) => {
        const text = blanked(node, sourceCode.text);
        check(text, node.range[0], kindOfStyles(text));
      },
      Literal: (/** @type {Node} */ { value, range }) =>
        typeof value === "string" && check(value, range[0] + 1, kindOfStyles(value)),
    };
  },
};

/** Methods that take a selector. */
const SELECTING = new Set(["querySelector", "querySelectorAll", "closest", "matches"]);
/** @param {Node} node */
const isSelecting = (node) => node.type === "CallExpression" && SELECTING.has(node.callee.property?.name);

/** Whether a use asks first whether it is there: `x?.y`, `typeof x`, `"y" in x`. @param {Node} node */
const isOther = ({ parent, optional }) =>
  optional ||
  (parent.optional && parent.type === "CallExpression") ||
  (parent.type === "UnaryExpression" && parent.operator === "typeof") ||
  (parent.type === "MemberExpression" && parent.optional);

/** Objects, members, selectors and elements in scripts. */
const scripts = {
  meta,
  create(/** @type {Context} */ context) {
    const tell = reporter(context);
    const { sourceCode } = context;
    const tellNeed = (/** @type {Need} */ need, /** @type {unknown} */ loc) => tell(need[0], lackingAll(need), loc);
    const isGlobal = (/** @type {Node} */ node) =>
      node.type === "Identifier" &&
      sourceCode
        .getScope(node)
        .references.some(
          (/** @type {Node} */ { identifier, resolved }) => identifier === node && !resolved?.defs.length,
        );
    const at = (/** @type {number} */ from, /** @type {number} */ length) => ({
      start: sourceCode.getLocFromIndex(from),
      end: sourceCode.getLocFromIndex(from + length),
    });
    /** @param {Node} node A string with a selector, or the pieces of one. @param {string} text @param {number} base */
    const select = (node, text, base) => {
      if (!/(^|[^:]):[a-z-]+/.test(text) || /[\n;{]/.test(text)) return;
      for (const { feature, lack } of gapsInStyles(text, "selectorList", base)) tell(feature, lack, node.loc);
    };
    return {
      Identifier: (/** @type {Node} */ node) =>
        isGlobal(node) && !isOther(node) && tellNeed(needOfGlobal(node.name), node.loc),
      MemberExpression(/** @type {Node} */ node) {
        const { object, property, computed } = node;
        if (
          computed ||
          property.type !== "Identifier" ||
          isOther(node) ||
          isOther({ parent: node.parent, optional: false })
        )
          return;
        const own = isGlobal(object) ? needOfOwn(object.name, property.name) : undefined;
        if (own) tellNeed(own, property.loc);
        else if (object.type !== "ThisExpression")
          tellNeed(needOfMember(property.name, node.parent.callee === node), property.loc);
      },
      CallExpression: (/** @type {Node} */ node) => {
        const [first] = node.arguments;
        if (!isSelecting(node) || !first) return;
        if (first.type === "Literal") select(first, String(first.value), first.range[0]);
        if (first.type === "TemplateLiteral") select(first, blanked(first, sourceCode.text), first.range[0]);
      },
      // A selector in a constant, with what every selector of the kind that fails has: a pseudo-class that takes an
      // argument.
      Literal: (/** @type {Node} */ node) =>
        typeof node.value === "string" &&
        !isSelecting(node.parent) &&
        /^[^\s;{}]*:[a-z-]+\(/.test(node.value) &&
        select(node, node.value, node.range[0]),
      TaggedTemplateExpression: (/** @type {Node} */ { tag, quasi }) => {
        if (!["html", "svg", "mathml"].includes(tag.name)) return;
        for (const { need, at: from, length } of needsOfMarkup(blanked(quasi, sourceCode.text)))
          tellNeed(need, at(quasi.range[0] + from, length));
      },
    };
  },
};

export default { rules: { styles, scripts } };
