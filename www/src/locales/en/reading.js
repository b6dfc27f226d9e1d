import { isOne, many } from "./count.js";

const count = (/** @type {number} */ n) => n.toLocaleString("en");
const quoted = (/** @type {readonly string[]} */ words) => words.map((word) => `“${word}”`).join(", ");
const inAll = (/** @type {number} */ cells) => (isOne(cells) ? "" : ` There are ${many(cells, "such cell")}.`);

/** @type {import("../playground.js").Words["reading"]} */
export const reading = {
  change: "Change",
  retry: "Read it in another way",
  found: "find out",
  rows: (rows, columns) => `${many(rows, "row")}, ${many(columns, "column")}`,
  encodings: {
    "utf-8": "UTF-8",
    "utf-16le": "UTF-16",
    "utf-16be": "UTF-16 (BE)",
    "euc-kr": "EUC-KR (CP949, Korean)",
    "windows-1252": "Windows-1252 (Western)",
    "windows-1250": "Windows-1250 (Central European)",
    "windows-1251": "Windows-1251 (Cyrillic)",
    shift_jis: "Shift_JIS (Japanese)",
    "euc-jp": "EUC-JP (Japanese)",
    gb18030: "GB18030 (Chinese)",
    big5: "Big5 (Chinese)",
  },
  separators: { ",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars", whitespace: "blanks" },
  separated: (name) => `separated by ${name}`,
  decimals: { ".": "decimal point", ",": "decimal comma" },
  signs: { ".": "point", ",": "comma", "'": "apostrophe", " ": "space" },
  none: "none",
  grouped: (sign) => `thousands by ${sign}`,
  headers: { true: "first line is the header", false: "no header" },
  commented: (sign) => `comments after ${sign}`,
  skipped: (n) => `${many(n, "line")} skipped`,
  blank: (n) => `${many(n, "blank row")} left out`,
  missing: (words) => `${quoted(words)} ${isOne(words.length) ? "is" : "are"} missing`,
  truths: (yes, no) => `“${yes}” is 1, “${no}” is 0`,
  labels: {
    encoding: "Encoding",
    separator: "Separator",
    decimal: "Decimal sign",
    thousands: "Thousands sign",
    header: "First line",
    comment: "Comment sign",
    skipRows: "Lines to skip",
    naValues: "Words for missing",
    trueValues: "Words for 1",
    falseValues: "Words for 0",
  },
  wordsHint: "Put commas between several. Empty cells, NA, NaN and null are always missing.",
  doubts: {
    also_fits: (other) => `Separated by ${other} it would be a table, too.`,
    decimal_or_thousands: (_, example) => `The sign in “${example}” may be a decimal sign or one of thousands.`,
    maybe_names: () => "The first line may be names.",
    maybe_values: () => "The first line may be values, not names.",
    undecided: () => "The encoding is not certain. Choose the one in which the letters are right.",
  },
  sample: (name, word) => (word ? `${word} · ${name}` : name),
  readAs: (other) => `Read as ${other}`,
  notes: {
    sep_line: ({ separator }) => `The first line, sep=${separator}, names the separator.`,
    missing_words: ({ words, cells, columns }) =>
      `In ${columns.join(", ")}, ${quoted(words)} was read as missing in ${many(cells, "cell")}.`,
    truth_columns: ({ columns }) => `True and false in ${columns.join(", ")} were read as 1 and 0.`,
    too_large: ({ column, row, value, cells }) =>
      `${value} in ${column}, row ${count(row)}, is too large for a 32-bit number (up to about 3.4 × 10³⁸).${inAll(cells)}`,
    becomes_zero: ({ column, row, value, cells }) =>
      `${value} in ${column}, row ${count(row)}, is so small that it becomes 0 as a 32-bit number.${inAll(cells)}`,
    long_integers: ({ column, value }) =>
      `The numbers of ${column}, such as ${value}, are so long that different ones would become equal: they stay text.`,
    text_among_numbers: ({ column, row, value, cells }) =>
      `${column} is nearly all numbers, but row ${count(row)} holds “${value}”, so it was read as text.${inAll(cells)}`,
  },
};
