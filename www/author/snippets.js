/**
 * The texts that an author pastes: one function for each place where they go. Pure.
 *
 * @typedef {object} Embed
 * @property {import("./embed.js").Values} values
 * @property {string} base The folder of the site, with a slash at its end.
 * @property {string} title What it is called for those who do not see it.
 * @property {string} sentence What stands in its place where it cannot be shown.
 * @property {string} lang Of title and sentence.
 * @property {number} height Of an iframe, in pixels.
 * @property {string} poster The address of the poster image.
 * @property {{ width: number, height: number }} [size] Of the poster image.
 */
import { pairsOf, queryOf } from "./embed.js";

/** @type {Record<string, string>} */
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** For text and for attributes between double quotes. @param {string} text */
export const escapeHtml = (text) => text.replace(/[&<>"]/g, (letter) => ENTITIES[letter]);

/** @param {[string, string]} pair */
const attribute = ([name, value]) => (value === "" ? ` ${name}` : ` ${name}="${escapeHtml(value)}"`);

/** The page of the iframe. @param {Embed} embed @param {boolean} [strict] */
export const addressOf = ({ values, base }, strict) =>
  `${base}embed.html?${queryOf(pairsOf(values), strict)}`.replace(/\?$/, "");

/** @param {Embed} embed */
export const iframe = (embed) => `<iframe src="${escapeHtml(addressOf(embed))}" title="${escapeHtml(embed.title)}"
        loading="lazy" style="width: 100%; height: ${embed.height}px; border: 0"></iframe>`;

/** The script that gives iframes the height of their content. @param {Embed} embed */
export const autoHeight = ({ base }) => `<script src="${escapeHtml(base)}host.js" defer></script>`;

/** @param {Embed} embed @param {string} [inner] */
export const element = ({ values }, inner = "") =>
  `<glass-net${pairsOf(values).map(attribute).join("")}>${inner}</glass-net>`;

/** @param {Embed} embed */
export const moduleScript = ({ base }) => `<script type="module" src="${escapeHtml(base)}glass-net.js"></script>`;

/** @param {Embed} embed */
const classicScript = ({ base }) =>
  `<script src="${escapeHtml(base)}glass-net.classic.js" charset="utf-8" defer></script>`;

/** @param {Embed} embed */
const image = ({ poster, title, size }) =>
  `<img src="${escapeHtml(poster)}" alt="${escapeHtml(title)}"${
    size ? ` width="${size.width}" height="${size.height}"` : ""
  } style="max-width: 100%; height: auto">`;

/** @param {Embed} embed */
const sentence = (embed) => `<p><a href="${escapeHtml(addressOf(embed))}">${escapeHtml(embed.sentence)}</a></p>`;

/** What is in the element until it is there, and where it never will be. @param {Embed} embed */
const fallback = (embed) => `\n  ${image(embed)}\n  ${sentence(embed)}\n`;

/** @param {Embed} embed */
export const withModule = (embed) => `${moduleScript(embed)}\n${element(embed)}`;

/** @param {Embed} embed */
export const withClassic = (embed) => `${classicScript(embed)}\n${element(embed)}`;

/** @param {Embed} embed */
export const withFallback = (embed) => element(embed, fallback(embed));

/** What an image's address is for another site that shows it. @param {string} poster @param {string} page */
const absolute = (poster, page) => (/^[a-z]+:/i.test(poster) || !page ? poster : new URL(poster, page).href);

/**
 * A page of its own, for hosts that show a card for a link.
 * @param {Embed} embed
 * @param {string} [page] Its address, where that is known.
 */
export function card(embed, page = "") {
  const { title, sentence: about, lang, poster, size } = embed;
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
  )}${size ? meta("image:width", size.width) + meta("image:height", size.height) : ""}    ${moduleScript(embed)}
  </head>
  <body style="color-scheme: light dark; margin: 0 auto; max-width: 1216px; padding: 16px">
    ${withFallback(embed).replace(/\n/g, "\n    ")}
  </body>
</html>
`;
}

/** The file of a Hugo shortcode: every parameter is an attribute. @param {Embed} embed */
export const hugoFile = (embed) => `${moduleScript(embed)}
<glass-net{{ range $name, $value := .Params }}{{ printf " %s=\\"%s\\"" $name (htmlEscape (string $value)) | safeHTMLAttr }}{{ end }}>{{ .Inner }}</glass-net>
`;

/**
 * A parameter of Hugo or Liquid; a flag has an empty text.
 * @param {(value: string) => string} quoted
 * @returns {(pair: [string, string]) => string}
 */
const parameter =
  (quoted) =>
  ([name, value]) =>
    ` ${name}=${quoted(value)}`;

/** @param {Embed} embed */
export const hugoUse = ({ values }) =>
  `{{< glass-net${pairsOf(values)
    .map(
      parameter((value) =>
        /["\\]/.test(value) && !value.includes("`") ? `\`${value}\`` : `"${value.replace(/"/g, '\\"')}"`,
      ),
    )
    .join("")} >}}{{< /glass-net >}}`;

/** The file of a Jekyll include. @param {Embed} embed */
export const jekyllFile = (embed) => `${moduleScript(embed)}
<glass-net{% for attribute in include %} {{ attribute[0] }}="{{ attribute[1] | escape }}"{% endfor %}></glass-net>
`;

/** @param {Embed} embed */
export const jekyllUse = ({ values }) =>
  `{% include glass-net.html${pairsOf(values)
    .map(
      parameter((value) =>
        value.includes('"') && !value.includes("'") ? `'${value}'` : `"${value.replace(/"/g, '\\"')}"`,
      ),
    )
    .join("")} %}`;

/** The HTML of a pen. @param {Embed} embed */
export const codePen = (embed) => `${moduleScript(embed)}\n${withFallback(embed)}`;

/** @param {string} text */
const escapeMarkdown = (text) => text.replace(/[\\[\]`*_<>]/g, "\\$&");

/** @param {Embed} embed */
export const markdown = (embed) =>
  `[![${escapeMarkdown(embed.title)}](<${embed.poster.replace(
    /[<>\n]/g,
    encodeURIComponent,
  )}>)](<${addressOf(embed, true)}>)`;
