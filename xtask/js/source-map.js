// Source maps, version 3, of what our own steps of the build change.

/** @typedef {number[]} Segment Column, then source, its line and its column, all from 0, and maybe a name. */
/** @typedef {{ mappings: string, sources: string[], sourcesContent?: (string | null)[], names: string[] }} SourceMap */

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** @param {number} value */
function written(value) {
  let rest = value < 0 ? (-value << 1) | 1 : value << 1;
  let text = "";
  do {
    const digit = rest & 31;
    rest >>>= 5;
    text += DIGITS[rest ? digit | 32 : digit];
  } while (rest);
  return text;
}

/** @param {string} text */
function numbersIn(text) {
  const numbers = [];
  let [value, shift] = [0, 0];
  for (const character of text) {
    const digit = DIGITS.indexOf(character);
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    numbers.push(value & 1 ? -(value >>> 1) : value >>> 1);
    [value, shift] = [0, 0];
  }
  return numbers;
}

/** @param {string} mappings @returns {Segment[][]} For each line. */
export function decoded(mappings) {
  const last = [0, 0, 0, 0, 0];
  return mappings.split(";").map((line) => {
    last[0] = 0;
    const segments = line ? line.split(",") : [];
    return segments.map((segment) => numbersIn(segment).map((step, at) => (last[at] += step)));
  });
}

/** @param {readonly Segment[][]} lines */
export function encoded(lines) {
  const last = [0, 0, 0, 0, 0];
  return lines
    .map((segments) => {
      last[0] = 0;
      return segments
        .map((segment) =>
          segment
            .map((value, at) => {
              const step = value - last[at];
              last[at] = value;
              return written(step);
            })
            .join(""),
        )
        .join(",");
    })
    .join(";");
}

/** A text that is changed step by step and knows of each character where it stood. */
export class TracedText {
  /** @param {string} source */
  constructor(source) {
    this.source = source;
    this.text = source;
    this.origins = Array.from({ length: source.length }, (_, at) => at);
  }

  /** @param {RegExp} pattern @param {(match: string) => string} change */
  replace(pattern, change) {
    const { text, origins } = this;
    let [end, result] = [0, ""];
    /** @type {number[]} */
    const moved = [];
    for (const { 0: match, index } of text.matchAll(pattern)) {
      const instead = change(match);
      result += text.slice(end, index) + instead;
      for (let at = end; at < index; at++) moved.push(origins[at]);
      for (let count = 0; count < instead.length; count++) moved.push(origins[index]);
      end = index + match.length;
    }
    for (let at = end; at < text.length; at++) moved.push(origins[at]);
    [this.text, this.origins] = [result + text.slice(end), moved];
    return this;
  }

  /** With a segment for every word. */
  get map() {
    const starts = [0, ...Array.from(this.source.matchAll(/\n/g), ({ index }) => index + 1)];
    let [line, offset] = [0, 0];
    const lines = this.text.split("\n").map((text) => {
      const segments = Array.from(text.matchAll(/\w+|[^\w\s]+/g), ({ index }) => {
        const origin = this.origins[offset + index];
        while (line && starts[line] > origin) line--;
        while (line + 1 < starts.length && starts[line + 1] <= origin) line++;
        return [index, 0, line, origin - starts[line]];
      });
      offset += text.length + 1;
      return segments;
    });
    return { version: 3, names: [], sources: [""], mappings: encoded(lines) };
  }
}

/** @typedef {import("vite").Rolldown.OutputBundle} Bundle */
/** @typedef {import("vite").Rolldown.OutputChunk} Chunk */

/**
 * The map of a chunk in its bundle, changed.
 * @param {Bundle} bundle @param {Chunk} chunk @param {(map: SourceMap) => void} change
 */
function changeMap(bundle, chunk, change) {
  const asset = bundle[`${chunk.fileName}.map`];
  if (asset?.type !== "asset") return;
  const map = JSON.parse(String(asset.source));
  change(map);
  asset.source = JSON.stringify(map);
}

/** @param {string} text @param {string} line */
function placesOf(text, line) {
  const places = [];
  for (let at = line.indexOf(text); at >= 0; at = line.indexOf(text, at + text.length)) places.push(at);
  return places;
}

/** Takes a text out of a chunk wherever it stands. @param {Bundle} bundle @param {Chunk} chunk @param {string} text */
export function takeOut(bundle, chunk, text) {
  if (!chunk.code.includes(text)) return;
  const cuts = chunk.code.split("\n").map((line) => placesOf(text, line));
  chunk.code = chunk.code.replaceAll(text, "");
  changeMap(bundle, chunk, (map) => {
    const lines = decoded(map.mappings).map((segments, line) =>
      segments.map(([column, ...rest]) => {
        const before = (cuts[line] ?? []).filter((cut) => cut < column);
        const within = before.length ? Math.max(0, before[before.length - 1] + text.length - column) : 0;
        return [column + within - before.length * text.length, ...rest];
      }),
    );
    map.mappings = encoded(lines);
  });
}

/** Puts a line before a chunk. @param {Bundle} bundle @param {Chunk} chunk @param {string} line */
export function putFirst(bundle, chunk, line) {
  chunk.code = `${line}\n${chunk.code}`;
  changeMap(bundle, chunk, (map) => {
    map.mappings = `;${map.mappings}`;
  });
}
