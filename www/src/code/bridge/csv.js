/** Separated text as `pd.read_csv` reads it: types, names and missing values of columns are those that pandas finds. */
import { PythonError } from "./errors.js";

const MISSING = new Set(
  [
    "",
    "#N/A",
    "#N/A N/A",
    "#NA",
    "-1.#IND",
    "-1.#QNAN",
    "-NaN",
    "-nan",
    "1.#IND",
    "1.#QNAN",
    "<NA>",
    "N/A",
    "NA",
  ].concat(["NULL", "NaN", "None", "n/a", "nan", "null"]),
);
const TRUTH = new Map(["True", "TRUE", "true", "False", "FALSE", "false"].map((word, i) => [word, i < 3]));
const INTEGER = /^\s*[+-]?\d+\s*$/;
const NUMBER = /^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/;
const INFINITE = /^\s*[+-]?inf(inity)?\s*$/i;

/**
 * A column: integers and numbers as numbers (`NaN` where one is missing), truth as 0 and 1, text with `null`.
 * @typedef {{ name: string, kind: "int" | "float" | "bool" | "str", values: Float64Array | (string | null)[] }} Column
 */

/** The cells of each line that is not empty. @param {string} text @param {string} separator @returns {string[][]} */
function cells(text, separator) {
  /** @type {string[][]} */ const lines = [];
  let [line, cell, quoted, some] = [/** @type {string[]} */ ([]), "", false, false];
  const end = () => {
    if (some || line.length || cell) lines.push([...line, cell]);
    [line, cell, some] = [[], "", false];
  };
  const source = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  for (let at = 0; at < source.length; at++) {
    const letter = source[at];
    if (letter === '"' && (quoted || !cell)) {
      some = true;
      if (quoted && source[at + 1] === '"') cell += source[++at];
      else quoted = !quoted;
    } else if (quoted) cell += letter;
    else if (letter === separator) {
      line.push(cell);
      cell = "";
    } else if (letter === "\n") end();
    else cell += letter;
  }
  end();
  return lines;
}

/** @param {string} word */
const toNumber = (word) =>
  MISSING.has(word) ? NaN : INFINITE.test(word) ? (word.includes("-") ? -Infinity : Infinity) : Number(word);

/** @param {string} name @param {string[]} words @returns {Column} */
function column(name, words) {
  const there = words.filter((word) => !MISSING.has(word));
  if (there.length && there.length === words.length && there.every((word) => TRUTH.has(word)))
    return { name, kind: "bool", values: Float64Array.from(words, (word) => Number(TRUTH.get(word))) };
  if (there.every((word) => NUMBER.test(word) || INFINITE.test(word))) {
    const isInteger = there.length === words.length && words.length > 0 && there.every((word) => INTEGER.test(word));
    return { name, kind: isInteger ? "int" : "float", values: Float64Array.from(words, toNumber) };
  }
  return { name, kind: "str", values: words.map((word) => (MISSING.has(word) ? null : word)) };
}

/** `Unnamed: 0` of a cell without text, `a.1` of a second a. @param {string[]} header */
function columnNames(header) {
  /** @type {Set<string>} */ const taken = new Set();
  return header.map((word, i) => {
    const name = word || `Unnamed: ${i}`;
    let free = name;
    for (let n = 1; taken.has(free); n++) free = `${name}.${n}`;
    taken.add(free);
    return free;
  });
}

/**
 * @param {string} text
 * @param {{ separator?: string, header?: boolean, names?: string[] | null }} options `header`: the first line is one.
 * @returns {Column[]}
 */
export function parseCsv(text, { separator = ",", header = true, names = null }) {
  const lines = cells(text, separator);
  if (!lines.length) throw new PythonError("ValueError", "No columns to parse from file");
  const width = lines[0].length;
  const long = lines.findIndex((line) => line.length > width);
  if (long > 0) {
    const saw = `Expected ${width} fields in line ${long + 1}, saw ${lines[long].length}`;
    throw new PythonError("ValueError", `Error tokenizing data. C error: ${saw}\n`);
  }
  const rows = header ? lines.slice(1) : lines;
  const found = names ?? (header ? columnNames(lines[0]) : lines[0].map((_, i) => String(i)));
  return found.map((name, i) =>
    column(
      name,
      rows.map((line) => line[i] ?? ""),
    ),
  );
}
