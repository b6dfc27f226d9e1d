/**
 * Reads what an author pastes: an element, an iframe, an address, a shortcode or an include; also from the middle of a
 * page. Pure, and it runs nothing of what it reads.
 *
 * @typedef {import("./embed.js").Values} Values
 */
import { valuesFrom } from "./embed.js";

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

/** @param {string | undefined} address @returns {Iterable<[string, string]> | undefined} */
function queryPairs(address) {
  const query = /\?([^#\s]*)/.exec(address ?? "")?.[1];
  return query === undefined ? undefined : new URLSearchParams(query);
}

/**
 * What a text holds of an embed; undefined where it holds none.
 * @param {string} text @returns {Values | undefined}
 */
export function read(text) {
  const element = tag(text, "glass-net");
  // The file of a shortcode or include has a tag too, with no attribute that one could read.
  if (element !== undefined && !/\{\{ range |\{% for /.test(element)) return valuesFrom(htmlPairs(element));
  const used = /\{\{<\s*glass-net\s([^]*?)>\}\}/.exec(text) ?? /\{%\s*include\s+glass-net\.html\s([^]*?)%\}/.exec(text);
  if (used) return valuesFrom(parameters(used[1]));
  const frame = tag(text, "iframe");
  const source = frame === undefined ? undefined : Object.fromEntries(htmlPairs(frame)).src;
  const address =
    source ??
    /(?:[\w.:/-]*\/)?(?:embed|author|index)\.html\?[^\s<>")]*/.exec(text)?.[0] ??
    /^\?\S+$/.exec(text.trim())?.[0];
  const pairs = queryPairs(address);
  return pairs && valuesFrom(pairs);
}
