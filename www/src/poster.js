/**
 * A picture of what a reader sees, as the text of an SVG that needs nothing around it: drawings with their styles
 * written into them, canvases as images, words where they stand. Loaded on demand.
 */
const SVG = "http://www.w3.org/2000/svg";

/** Room around the picture, and between its parts, in pixels. */
const [MARGIN, GAP] = [16, 12];

/** Controls, which a picture leaves out; formulas are drawn by the browser alone. */
const LEFT_OUT = "button:not(.term), input, select, textarea, progress, details, math, .heard";

/** Of an element of a drawing, beside what it inherits from no style: what it is painted with. */
const PAINT = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-opacity",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "paint-order",
  "opacity",
];
const TYPE = ["font-family", "font-size", "font-style", "font-weight", "text-anchor"];

/** What they are where nothing is written. @type {Record<string, string>} */
const INITIAL = {
  "fill-opacity": "1",
  stroke: "none",
  "stroke-opacity": "1",
  "stroke-width": "1px",
  "stroke-dasharray": "none",
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
  "paint-order": "normal",
  opacity: "1",
  "font-style": "normal",
  "text-anchor": "start",
};

/** Attributes that say where something is drawn; the others are for those who work with it. */
const PLACED = /^(aria-.*|class|data-.*|id|part|role|style|tabindex)$/;

/** @param {string} name @param {Record<string, string | number>} [attributes] */
function make(name, attributes = {}) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  return node;
}

/** @param {CSSStyleDeclaration} style */
const isUnpainted = ({ fill, stroke }) =>
  /^(none|rgba\(0, 0, 0, 0\)|transparent)$/.test(fill) && /^(none|rgba\(0, 0, 0, 0\)|transparent)$/.test(stroke);

/**
 * A part of a drawing with its style written into it; undefined where nothing of it is seen.
 * @param {Element} source @param {string} font The family of what it stands in.
 * @returns {Element | undefined}
 */
function drawn(source, font) {
  const style = getComputedStyle(source);
  const isShape = source instanceof SVGGeometryElement;
  if (
    style.display === "none" ||
    source.localName === "title" ||
    (isShape && (style.visibility === "hidden" || isUnpainted(style)))
  )
    return undefined;
  const isText = source instanceof SVGTextContentElement;
  if (isText && style.visibility === "hidden") return undefined;
  const copy = make(source.localName);
  for (const { name, value } of source.attributes)
    if (!PLACED.test(name) && !/^on/.test(name)) copy.setAttribute(name, value);
  // What a group has is computed for what it holds.
  for (const name of isShape || isText ? [...PAINT, ...(isText ? TYPE : [])] : ["opacity"]) {
    const value = style.getPropertyValue(name);
    if (value === INITIAL[name] || (name === "font-family" && value === font)) copy.removeAttribute(name);
    else if (value) copy.setAttribute(name, value);
  }
  for (const child of source.childNodes) {
    const part = child instanceof Element ? drawn(child, font) : child instanceof Text ? child.cloneNode() : undefined;
    if (part) copy.append(part);
  }
  return copy;
}

/** @param {Text} node @param {number} start @param {number} end */
function boxes(node, start, end) {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return Array.from(range.getClientRects()).filter(({ width }) => width > 0);
}

/**
 * The lines in which a text stands: its words, or of one that is broken its letters, by their height.
 * @param {Text} node
 * @returns {{ text: string, box: DOMRect }[]}
 */
function linesOf(node) {
  /** @type {{ text: string, box: DOMRect }[]} */
  const lines = [];
  const put = (/** @type {string} */ text, /** @type {DOMRect | undefined} */ box, space = "") => {
    const line = lines.at(-1);
    if (!box) return;
    if (line && Math.abs(line.box.top - box.top) < 2) line.text += space + text;
    else lines.push({ text, box });
  };
  for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
    const [box, ...more] = boxes(node, index, index + word.length);
    if (more.length === 0) put(word, box, " ");
    else for (let i = 0; i < word.length; i++) put(word[i], boxes(node, index + i, index + i + 1)[0], i ? "" : " ");
  }
  return lines;
}

/** @type {CanvasRenderingContext2D | null | undefined} */
let ruler;

class Poster {
  /**
   * @param {DOMRect} place
   * @param {number} top Where it begins in the poster.
   * @param {Element} into
   * @param {string} font
   */
  constructor(place, top, into, font) {
    this.into = into;
    this.font = font;
    this.x = (/** @type {number} */ x) => Math.round((x - place.left + MARGIN) * 10) / 10;
    this.y = (/** @type {number} */ y) => Math.round((y - place.top + top) * 10) / 10;
  }

  /** @param {string} name @param {DOMRect} box @param {Record<string, string | number>} more */
  #box(name, { left, top, width, height }, more) {
    return make(name, {
      x: this.x(left),
      y: this.y(top),
      width: Math.round(width * 10) / 10,
      height: Math.round(height * 10) / 10,
      ...more,
    });
  }

  /** @param {Text} node @param {CSSStyleDeclaration} style */
  #text(node, style) {
    if (ruler === undefined) ruler = document.createElement("canvas").getContext("2d");
    if (!ruler) return;
    ruler.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const { fontBoundingBoxAscent: ascent } = ruler.measureText("");
    for (const { text, box } of linesOf(node)) {
      const line = make("text", {
        x: this.x(box.left),
        y: this.y(box.top + ascent),
        fill: style.color,
        "font-size": style.fontSize,
        "font-weight": style.fontWeight,
        ...(style.fontFamily === this.font ? {} : { "font-family": style.fontFamily }),
      });
      line.textContent = text;
      this.into.append(line);
    }
  }

  /** @param {SVGSVGElement} source */
  #drawing(source) {
    const copy = drawn(source, this.font);
    const box = source.getBoundingClientRect();
    if (!copy) return;
    for (const [name, value] of Object.entries({
      x: this.x(box.left),
      y: this.y(box.top),
      width: box.width,
      height: box.height,
      overflow: "visible",
    })) {
      copy.setAttribute(name, String(value));
    }
    this.into.append(copy);
  }

  /** @param {Node} node */
  add(node) {
    if (node instanceof Text && node.parentElement) return this.#text(node, getComputedStyle(node.parentElement));
    if (!(node instanceof Element) || node.matches(LEFT_OUT)) return undefined;
    const style = getComputedStyle(node);
    const box = node.getBoundingClientRect();
    if (style.display === "none" || style.visibility === "hidden") return undefined;
    if (node instanceof SVGSVGElement) return this.#drawing(node);
    if (node instanceof HTMLCanvasElement) {
      if (node.width && node.height)
        this.into.append(this.#box("image", box, { href: node.toDataURL(), preserveAspectRatio: "none" }));
      return undefined;
    }
    const ground = style.backgroundColor;
    if (!/^(rgba\(0, 0, 0, 0\)|transparent)$/.test(ground))
      this.into.append(this.#box("rect", box, { fill: ground, rx: parseFloat(style.borderRadius) || 0 }));
    for (const child of (node.shadowRoot ?? node).childNodes) this.add(child);
    return undefined;
  }
}

/**
 * What stands in some parts of a scene, one below the other, on the theme's ground.
 * @param {import("lit").LitElement} scene
 * @param {string[]} selectors Of the parts, with ">>>" before what is in the shadow of one; a part
 * that is not there is left out. @param {string} title
 */
export async function posterOf(scene, selectors, title) {
  await scene.updateComplete;
  const find = (/** @type {string} */ path) =>
    path
      .split(" >>> ")
      .reduce(
        (/** @type {Element | null | undefined} */ node, selector) => node?.shadowRoot?.querySelector(selector),
        scene,
      );
  const style = getComputedStyle(scene);
  const parts = selectors
    .flatMap((selector) => find(selector) ?? [])
    .filter((part) => part.getBoundingClientRect().height > 0);
  const poster = make("svg", { role: "img", "font-family": style.fontFamily, "font-size": style.fontSize });
  const name = make("title");
  name.textContent = title;
  const ground = make("rect", { width: "100%", height: "100%", fill: style.getPropertyValue("--gn-surface").trim() });
  poster.append(name, ground);
  let [width, height] = [0, MARGIN];
  for (const part of parts) {
    const box = part.getBoundingClientRect();
    new Poster(box, height, poster, style.fontFamily).add(part);
    width = Math.max(width, box.width);
    height += box.height + GAP;
  }
  const size = [Math.ceil(width + 2 * MARGIN), Math.ceil(height - GAP + MARGIN)];
  poster.setAttribute("width", String(size[0]));
  poster.setAttribute("height", String(size[1]));
  poster.setAttribute("viewBox", `0 0 ${size[0]} ${size[1]}`);
  return new XMLSerializer().serializeToString(poster);
}
