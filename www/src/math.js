/**
 * Formulas as plain data, written as native MathML or as text.
 *
 * A line of a formula becomes several `<math>` elements, split before =, + and −, because browsers do not break lines
 * inside one; so a long sum wraps on a phone.
 */
import { html, mathml, nothing } from "lit";
import { numberParts, superscript } from "./format.js";
import { nameText } from "./names.js";

/** @import { Name } from "./names.js" */
/** @import { NumberParts } from "./format.js" */

/**
 * What a part of a formula stands for; becomes the class `gn-` + role.
 * @typedef {"input" | "weight" | "bias" | "sum" | "output" | "target" | "gradient" | "slope" | "rate" | "loss"
 *   | "result"} Role
 */

/**
 * @typedef {{ type: "row", items: MathNode[], role?: Role }
 *   | { type: "number", parts: NumberParts, role?: Role }
 *   | { type: "name", name: Name, role?: Role }
 *   | { type: "operator", text: string, form: "infix" | "prefix" | "postfix" }
 *   | { type: "fraction", top: MathNode, bottom: MathNode }
 *   | { type: "power", base: MathNode, exponent: MathNode }} MathNode
 */

/** @param {MathNode[]} items @returns {MathNode} */
export const row = (...items) => ({
  type: "row",
  items: items.flatMap((item) => (item.type === "row" && !item.role ? item.items : [item])),
});

/** @param {MathNode} node @param {Role} role @returns {MathNode} */
export const marked = (node, role) =>
  node.type === "number" || node.type === "name" ? { ...node, role } : { type: "row", items: [node], role };

/** @param {number} value @param {number} [digits] @param {Role} [role] @returns {MathNode} */
export const number = (value, digits, role) => ({ type: "number", parts: numberParts(value, digits), role });

/** @param {Name} of @param {Role} [role] @returns {MathNode} */
export const name = (of, role) => ({ type: "name", name: of, role });

/** A letter or word: L, e, tanh. @param {string} text @returns {MathNode} */
export const symbol = (text) => name({ symbol: text });

/** @param {string} text @param {"infix" | "prefix" | "postfix"} [form] @returns {MathNode} */
export const operator = (text, form = "infix") => ({ type: "operator", text, form });

/** @param {MathNode} top @param {MathNode} bottom @returns {MathNode} */
export const fraction = (top, bottom) => ({ type: "fraction", top, bottom });

/** @param {MathNode} base @param {MathNode} exponent @returns {MathNode} */
export const power = (base, exponent) => ({ type: "power", base, exponent });

/** @param {MathNode} body */
export const parenthesised = (body) => row(operator("(", "prefix"), body, operator(")", "postfix"));

/** @param {string} text @param {MathNode[]} nodes */
export const joined = (text, nodes) => row(...nodes.flatMap((node, i) => (i ? [operator(text), node] : [node])));

/**
 * A negative number after an operator stands in brackets; a power of ten as well, lest its × be misread.
 * @param {MathNode} node
 */
export const operand = (node) =>
  node.type === "number" && (node.parts.sign || node.parts.exponent !== undefined) ? parenthesised(node) : node;

/** @param {string} text @param {MathNode[]} nodes numbers that are brought together, the first as it is */
export const operation = (text, ...nodes) =>
  joined(
    text,
    nodes.map((node, i) => (i ? operand(node) : node)),
  );

/** ∂of/∂by @param {MathNode} of @param {MathNode} by */
export const partial = (of, by) => fraction(row(symbol("∂"), of), row(symbol("∂"), by));

/** @param {MathNode} node @returns {MathNode[]} */
const itemsOf = (node) => (node.type === "row" ? node.items : [node]);

/** @param {MathNode} node */
const isInfix = (node) => node.type === "operator" && node.form === "infix";

/** @param {MathNode} node */
function grouped(node) {
  const text = toText(node);
  return itemsOf(node).some(isInfix) ? `(${text})` : text;
}

/** @param {NumberParts} parts */
const numberText = ({ sign, digits, exponent }) =>
  sign + digits + (exponent === undefined ? "" : ` × 10${superscript(exponent)}`);

/**
 * The formula as one line of text, for labels.
 * @param {MathNode} node
 * @returns {string}
 */
export function toText(node) {
  switch (node.type) {
    case "row":
      return node.items.map(toText).join("");
    case "number":
      return numberText(node.parts);
    case "name":
      return nameText(node.name);
    case "operator":
      return node.form === "infix" ? (node.text === "," ? ", " : ` ${node.text} `) : node.text;
    case "fraction":
      return `${grouped(node.top)}/${grouped(node.bottom)}`;
    case "power": {
      const exponent = toText(node.exponent);
      return toText(node.base) + (/^\d+$/.test(exponent) ? superscript(+exponent) : `^(${exponent})`);
    }
  }
}

/**
 * ŷ is set as y with a hat, since MathML slants only plain letters. A hat that may not stretch stands far above in
 * WebKit.
 * @param {string} text
 */
const letter = (text) =>
  text === "ŷ" ? mathml`<mover accent="true"><mi>y</mi><mo>^</mo></mover>` : mathml`<mi>${text}</mi>`;

/** @param {Name["index"]} index @returns {unknown} */
const below = (index) =>
  typeof index === "number"
    ? mathml`<mn>${index}</mn>`
    : Array.isArray(index)
      ? mathml`<mrow>${index.map(nameMath)}</mrow>`
      : index && nameMath(index);

/** @param {Name} name @returns {unknown} */
const nameMath = ({ symbol: text, index }) =>
  index === undefined ? letter(text) : mathml`<msub>${letter(text)}${below(index)}</msub>`;

/** @param {NumberParts} parts */
const numberMath = ({ sign, digits, exponent }) =>
  exponent === undefined
    ? mathml`<mn>${sign}${digits}</mn>`
    : mathml`<mn>${sign}${digits}</mn><mo>×</mo><msup><mn>10</mn><mn>${String(exponent).replace("-", "−")}</mn></msup>`;

/**
 * The sign of a value is shown by a colour too; bare constants have no role and stay plain.
 * @param {NumberParts} parts
 * @param {Role} role
 */
const numberClass = ({ sign, digits }, role) =>
  `gn-${role}${/[1-9∞]/.test(digits) ? (sign ? " gn-negative" : " gn-positive") : ""}`;

/**
 * One node inside `<math>`.
 * @param {MathNode} node
 * @returns {unknown}
 */
export function toMathML(node) {
  const role = "role" in node && node.role ? `gn-${node.role}` : nothing;
  switch (node.type) {
    case "row":
      return mathml`<mrow class=${role}>${node.items.map(toMathML)}</mrow>`;
    case "number":
      return mathml`<mrow class=${
        node.role ? numberClass(node.parts, node.role) : nothing
      }>${numberMath(node.parts)}</mrow>`;
    case "name":
      return mathml`<mrow class=${role}>${nameMath(node.name)}</mrow>`;
    case "operator":
      return mathml`<mo form=${node.form} stretchy="false">${node.text}</mo>`;
    case "fraction":
      return mathml`<mfrac>${toMathML(node.top)}${toMathML(node.bottom)}</mfrac>`;
    case "power":
      return mathml`<msup>${toMathML(node.base)}${toMathML(node.exponent)}</msup>`;
  }
}

/** @param {MathNode} item @param {RegExp} signs */
const isOneOf = (item, signs) => item.type === "operator" && signs.test(item.text);

/** Whether a bracket that opens here holds two numbers alone. @param {readonly MathNode[]} items */
const isShort = (items) =>
  items
    .slice(
      0,
      items.findIndex((item) => isOneOf(item, /\)/)),
    )
    .filter((item) => isOneOf(item, /[+−]/)).length < 2;

/** Where a line may be broken: not within a short bracket. @param {MathNode} node @returns {MathNode[][]} */
export function pieces(node) {
  /** @type {MathNode[][]} */
  const found = [[]];
  let isWhole = false;
  itemsOf(node).forEach((item, i, items) => {
    if (isOneOf(item, /\(/)) isWhole = isShort(items.slice(i));
    if (isOneOf(item, /\)/)) isWhole = false;
    if (!isWhole && isOneOf(item, /[=+−←]/) && found[found.length - 1].length > 0) found.push([]);
    found[found.length - 1].push(item);
  });
  return found;
}

/**
 * A formula that wraps between its pieces and is read out as one.
 * @param {MathNode} node
 */
export const mathLine = (node) =>
  html`<span class="gn-math" role="math" aria-label=${toText(node)}
    ><span aria-hidden="true"
      >${pieces(node).map(
        (items) =>
          html`<math translate="no" displaystyle="true"><mrow>${items.map(toMathML)}</mrow></math
            ><wbr />`,
      )}</span
    ></span
  >`;
