/**
 * Reads what an author pastes: an element, an iframe, an address, a shortcode or an include, with the texts of the
 * post; also from the middle of a page. Pure, and it runs nothing of what it reads.
 *
 * @typedef {import("./embed.js").Values} Values
 * @typedef {Partial<import("./snippets.js").PostTexts>} Texts
 * @typedef {{ values: Values, texts: Texts, size?: { width: number, height: number } }} Pasted
 */
import { valuesFrom } from "./embed.js";
import { textsFrom } from "./state.js";

/** @type {Record<string, string>} */
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

/** @param {string} text */
const unescapeHtml = (text) =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (all, decimal, hex, name) =>
    decimal
      ? String.fromCodePoint(Math.min(+decimal, 0x10ffff))
      : hex
        ? String.fromCodePoint(Math.min(parseInt(hex, 16), 0x10ffff))
        : (ENTITIES[name] ?? all),
  );

const PAIR = /([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const PARAMETER = /([\w-]+)\s*=\s*(?:"((?:\\"|[^"])*)"|'([^']*)'|`([^`]*)`)/g;

/** @param {string} text @returns {[string, string][]} */
const htmlPairs = (text) =>
  Array.from(text.matchAll(PAIR), ([, name, double, single, bare]) => [
    name,
    unescapeHtml(double ?? single ?? bare ?? ""),
  ]);

/** @param {string} text @returns {[string, string][]} */
const parameters = (text) =>
  Array.from(text.matchAll(PARAMETER), ([, name, double, single, raw]) => [
    name,
    double?.replace(/\\"/g, '"') ?? single ?? raw ?? "",
  ]);

/**
 * The inside of the first tag of a name; quoted values may hold what would end it.
 * @param {string} text
 * @param {string} name
 */
const tag = (text, name) => new RegExp(`<${name}(?=[\\s/>])((?:"[^"]*"|'[^']*'|[^>"'])*)`, "i").exec(text)?.[1];

/** @param {string | undefined} address @returns {URLSearchParams | undefined} */
function queryPairs(address) {
  const query = /\?([^#\s]*)/.exec(address ?? "")?.[1];
  return query === undefined ? undefined : new URLSearchParams(query);
}

/** The words between the tags of an element. @param {string} text @param {string} name */
function wordsIn(text, name) {
  const inner = new RegExp(`<${name}(?:"[^"]*"|[^>"])*>([^<]*)</${name}>`, "i").exec(text)?.[1];
  return inner === undefined ? undefined : unescapeHtml(inner);
}

/** A program between the tags. @param {string} text @returns {[string, string][]} */
function programIn(text) {
  const code = /<glass-net(?:"[^"]*"|[^>"])*>\s*<pre[^>]*><code[^>]*>([^]*?)<\/code>/i.exec(text)?.[1];
  return code === undefined ? [] : [["code", unescapeHtml(code.replace(/<[^>]*>/g, "")).replace(/^\n|\s+$/g, "")]];
}

/** Picture, sentence and caption as HTML holds them. @param {string} text @returns {Pick<Pasted, "texts" | "size">} */
function insideOf(text) {
  // A style as JSX has it is no attribute.
  const image = Object.fromEntries(htmlPairs((tag(text, "img") ?? "").replace(/\{\{[^}]*\}\}/g, "")));
  const [width, height] = [Number(image.width), Number(image.height)];
  return {
    texts: {
      title: image.alt,
      poster: image.src,
      sentence: wordsIn(text, "a"),
      caption: wordsIn(text, "figcaption") ?? wordsIn(text, "small"),
    },
    ...(width > 0 && height > 0 ? { size: { width, height } } : {}),
  };
}

const unescapeMarkdown = (/** @type {string} */ text) => text.replace(/\\(.)/g, "$1");

/** A picture that is a link, a sentence that is one, and words below. @param {string} text @returns {Texts} */
function markdownTexts(text) {
  const picture = /\[!\[((?:\\.|[^\]\\])*)\]\((?:<([^>]*)>|([^)\s]*))\)\]\([^)]*\)([^]*)/.exec(text);
  if (!picture) return {};
  const [, title, bracketed, plain, rest] = picture;
  const poster = bracketed ?? plain;
  const sentence = /\[((?:\\.|[^\]\\])*)\]\([^)]*\)/.exec(rest)?.[1] ?? "";
  const caption = /^\*((?:\\.|[^*\\])*)\*$/m.exec(rest)?.[1] ?? "";
  const decoded = poster.replace(/%3[CE]|%0A/g, decodeURIComponent);
  return {
    title: unescapeMarkdown(title),
    poster: decoded,
    sentence: unescapeMarkdown(sentence),
    caption: unescapeMarkdown(caption),
  };
}

/**
 * @param {Iterable<readonly [string, string]>} pairs
 * @param {Pick<Pasted, "texts" | "size">} [inside]
 * @returns {Pasted}
 */
function pasted(pairs, { texts, size } = { texts: {} }) {
  const { id = "", caption = "" } = Object.fromEntries(pairs);
  return {
    values: valuesFrom(pairs),
    texts: textsFrom({ ...texts, id: id || texts.id, caption: caption || texts.caption }),
    ...(size && { size }),
  };
}

/**
 * What a text holds of an embed; undefined where it holds none.
 * @param {string} text @returns {Pasted | undefined}
 */
export function read(text) {
  const element = tag(text, "glass-net");
  // The file of a shortcode or include has a tag too, with no attribute that one could read.
  if (element !== undefined && !/\{\{ range |\{% for /.test(element))
    return pasted([...htmlPairs(element), ...programIn(text)], insideOf(text));
  const used = /\{\{<\s*glass-net\s([^]*?)>\}\}/.exec(text) ?? /\{%\s*include\s+glass-net\.html\s([^]*?)%\}/.exec(text);
  if (used) return pasted(parameters(used[1]), insideOf(text));
  const frame = tag(text, "iframe");
  const { src, id, title } = Object.fromEntries(htmlPairs(frame ?? ""));
  const address =
    src ??
    /(?:[\w.:/-]*\/)?(?:embed|author|index)\.html\?[^\s<>")]*/.exec(text)?.[0] ??
    /^\?\S+$/.exec(text.trim())?.[0];
  const pairs = queryPairs(address);
  if (!pairs) return undefined;
  // The address of this page holds the texts too.
  const own = { ...Object.fromEntries(pairs), ...markdownTexts(text) };
  return pasted(pairs, { texts: frame === undefined ? own : { id, title, caption: insideOf(text).texts.caption } });
}
