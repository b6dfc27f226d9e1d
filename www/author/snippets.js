/**
 * The texts that an author pastes, as HTML takes them: `engines.js` has those of single engines, `places.js` says which
 * goes where. Pure.
 *
 * @typedef {object} PostTexts What an author says of an embed, beside its attributes.
 * @property {string} id By which links of the post name it; may be empty.
 * @property {string} title What it is called for those who do not see it.
 * @property {string} sentence What stands in its place where it cannot be shown.
 * @property {string} caption Below it; may be empty.
 * @property {string} poster The address of the poster image.
 * @typedef {object} Embed
 * @property {import("./embed.js").Values} values
 * @property {string} base The folder of the site, with a slash at its end.
 * @property {PostTexts} texts
 * @property {string} lang Of the texts.
 * @property {number} height Of an iframe, in pixels.
 * @property {{ width: number, height: number }} [size] Of the poster image.
 */
import { pairsOf, queryOf } from "./embed.js";
import { reserveRule } from "./reserve.js";

/** @type {Record<string, string>} */
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** For text and for attributes between double quotes. @param {string} text */
export const escapeHtml = (text) => text.replace(/[&<>"]/g, (letter) => ENTITIES[letter]);

/** Where Markdown or a template reads the text too: what either would take for its own is written by its code. */
const escapeTemplate = (/** @type {string} */ text) =>
  escapeHtml(text).replace(/[{}*_`[\]\\~|]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** How the tags of a place are written. @typedef {"html" | "jsx" | "line"} Form */

/** Lines of a program stay lines, also where a template or a filter takes line breaks away. @param {string} text */
const escapeLines = (text) => escapeHtml(text).replace(/\r?\n/g, "&#10;");

/** @param {[string, string]} pair */
const attribute = ([name, value]) => (value === "" ? ` ${name}` : ` ${name}="${escapeLines(value)}"`);

/**
 * A style as text, or as the object that JSX takes.
 * @param {Form} form
 * @param {Record<string, string>} rules By their names in JavaScript.
 */
function style(form, rules) {
  const pairs = Object.entries(rules);
  if (form === "jsx") return ` style={{ ${pairs.map(([name, value]) => `${name}: "${value}"`).join(", ")} }}`;
  const dashed = (/** @type {string} */ name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return ` style="${pairs.map(([name, value]) => `${dashed(name)}: ${value}`).join("; ")}"`;
}

/** The page of the iframe. @param {Embed} embed @param {boolean} [strict] */
export const addressOf = ({ values, base }, strict) =>
  `${base}embed.html?${queryOf(pairsOf(values), strict)}`.replace(/\?$/, "");

/** @param {string} inner @param {Embed} embed @param {Form} form */
function withCaption(inner, { texts: { caption } }, form) {
  if (!caption) return inner;
  if (form === "line") return `${inner}<br><small>${escapeTemplate(caption)}</small>`;
  return `<figure${style(form, { margin: "0", width: "100%" })}>\n${inner}\n<figcaption>${escapeTemplate(caption)}</figcaption>\n</figure>`;
}

/** Width and height also as attributes, since some hosts take styles away. @param {Embed} embed @param {Form} [form] */
export function iframe(embed, form = "html") {
  const { texts, height } = embed;
  const look = style(form, { width: "100%", height: `${height}px`, border: "0" });
  const id = texts.id && attribute(["id", texts.id]);
  const frame = `<iframe${id} src="${escapeHtml(addressOf(embed))}" title="${escapeHtml(texts.title)}"
        width="100%" height="${height}" loading="lazy"${look}></iframe>`;
  return withCaption(frame, embed, form);
}

/** The script that gives iframes the height of their content. @param {Embed} embed */
export const autoHeight = ({ base }) => `<script src="${escapeHtml(base)}host.js" defer></script>`;

/** @param {Embed} embed @param {Form} form */
function image({ texts: { poster, title }, size }, form) {
  const measures = size ? ` width="${size.width}" height="${size.height}"` : "";
  return `<img src="${escapeHtml(poster)}" alt="${escapeHtml(title)}"${measures}${style(form, {
    maxWidth: "100%",
    height: "auto",
  })}${form === "jsx" ? " />" : ">"}`;
}

/** @param {Embed} embed */
const link = (embed) => `<a href="${escapeHtml(addressOf(embed))}">${escapeTemplate(embed.texts.sentence)}</a>`;

/**
 * What is in the element until it is there, and where it never will be: nothing that would end a paragraph.
 * @param {Embed} embed
 * @param {Form} [form]
 */
export const fallback = (embed, form = "html") =>
  form === "line" ? `${image(embed, form)} ${link(embed)}` : `\n  ${image(embed, form)}\n  ${link(embed)}\n`;

/** @param {Embed} embed @returns {[string, string][]} The attributes of the element, its id among them. */
export const attributesOf = ({ values, texts: { id } }) => [
  ...(id ? [/** @type {[string, string]} */ (["id", id])] : []),
  ...pairsOf(values),
];

/**
 * A program as text between the tags: it is read in feeds and where there is no script.
 * @param {Embed} embed
 */
function programElement(embed) {
  const { code, ...values } = embed.values;
  const pairs = attributesOf({ ...embed, values })
    .map(attribute)
    .join("");
  return `<glass-net${pairs}><pre><code>\n${escapeHtml(code.trimEnd())}\n</code></pre></glass-net>`;
}

/** The element with picture, sentence and caption. @param {Embed} embed @param {Form} [form] */
export const element = (embed, form = "html") =>
  withCaption(
    form === "html" && embed.values.scene === "code" && embed.values.code
      ? programElement(embed)
      : pictureElement(embed, form),
    embed,
    form,
  );

/** @param {Embed} embed @param {Form} form */
const pictureElement = (embed, form) =>
  `<glass-net${attributesOf(embed).map(attribute).join("")}>${fallback(embed, form)}</glass-net>`;

/** @param {Embed} embed */
export const scriptOf = ({ base }) => `${base}glass-net.js`;

/** @param {Embed} embed */
export const moduleScript = (embed) => `<script type="module" src="${escapeHtml(scriptOf(embed))}"></script>`;

/** What belongs into the head of a page: the script, and the place that is kept until it runs. @param {Embed} embed */
export const head = (embed) => `${moduleScript(embed)}\n<style>\n${reserveRule(embed.values)}\n</style>`;

/** @param {Embed} embed */
export const withModule = (embed) => `${moduleScript(embed)}\n${element(embed)}`;

/** One line without a block element, for what breaks other HTML up into paragraphs. @param {Embed} embed */
export const oneLine = (embed) => `${moduleScript(embed)}${element(embed, "line")}`;

/** @param {Embed} embed */
export const withClassic = (embed) =>
  `<script src="${escapeHtml(embed.base)}glass-net.classic.js" charset="utf-8" defer></script>\n${element(embed)}`;

/** What an image's address is for another site that shows it. @param {string} poster @param {string} page */
const absolute = (poster, page) => (/^[a-z]+:/i.test(poster) || !page ? poster : new URL(poster, page).href);

/**
 * A page of its own, for hosts that show a card for a link.
 * @param {Embed} embed
 * @param {string} [page] Its address, where that is known.
 */
export function card(embed, page = "") {
  const {
    texts: { title, sentence: about, poster },
    lang,
    size,
  } = embed;
  const meta = (/** @type {string} */ property, /** @type {string | number} */ content) =>
    `    <meta property="og:${property}" content="${escapeHtml(String(content))}">\n`;
  return `<!doctype html>
<html lang="${escapeHtml(lang)}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escapeHtml(title)}</title>
    <meta name="description" content="${escapeHtml(about)}">
${meta("type", "website")}${page ? meta("url", page) : ""}${meta("title", title)}${meta("description", about)}${meta(
    "image",
    absolute(poster, page),
  )}${size ? meta("image:width", size.width) + meta("image:height", size.height) : ""}    ${head(embed).replace(/\n/g, "\n    ")}
  </head>
  <body style="color-scheme: light dark; margin: 0 auto; max-width: 1216px; padding: 16px">
    ${element(embed).replace(/\n/g, "\n    ")}
  </body>
</html>
`;
}

/** @param {string} text */
const escapeMarkdown = (text) => text.replace(/[\\[\]`*_<>]/g, "\\$&");

/** An address in Markdown; one with what Markdown reads stands in brackets. @param {string} address */
const target = (address) =>
  /[\s()<>]/.test(address) ? `<${address.replace(/[<>\n]/g, encodeURIComponent)}>` : address;

/** Picture and sentence as links, where neither iframe nor script is taken. @param {Embed} embed */
export function markdown(embed) {
  const { title, sentence, poster, caption } = embed.texts;
  const address = target(addressOf(embed, true));
  const picture = `![${escapeMarkdown(title)}](${target(poster)})`;
  const below = caption ? `\n\n*${escapeMarkdown(caption)}*` : "";
  return `[${picture}](${address})\n\n[${escapeMarkdown(sentence)}](${address})${below}`;
}
