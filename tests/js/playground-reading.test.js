/** How a text was read: told in one line, chosen anew, in both languages. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadPlaygroundWords } from "../../www/src/locales/playground.js";
import {
  byOption,
  choicesOf,
  leavesNames,
  readingLine,
  sampleOf,
  valueText,
  withChange,
  wordOf,
  wordsIn,
  wordsText,
} from "../../www/src/panels/data/reading.js";

const [{ reading: ko }, { reading: en }] = await Promise.all([loadPlaygroundWords("ko"), loadPlaygroundWords("en")]);

/** @param {object} part @returns {any} */
const read = (part) => ({
  separator: ",",
  decimal: ".",
  thousands: "",
  header: true,
  encoding: undefined,
  comment: "",
  skipRows: 0,
  skipBlankRows: true,
  naValues: [],
  trueValues: [],
  falseValues: [],
  units: {},
  textColumns: [],
  skippedRows: 0,
  blankRows: 0,
  alternatives: [],
  notes: [],
  ...part,
});
const table = { rows: 4, columns: ["x", "y"] };

test("one line says what a file was taken for", () => {
  const german = read({ encoding: "utf-8", separator: ";", decimal: "," });
  assert.equal(
    readingLine(en, german, table),
    "UTF-8 · separated by semicolons · decimal comma · 4 rows, 2 columns · first line is the header",
  );
  assert.equal(readingLine(ko, german, table), "UTF-8 · 세미콜론으로 구분 · 소수점은 쉼표 · 4행 2열 · 첫 줄은 열 이름");
  const bare = read({ header: false, separator: "whitespace" });
  assert.equal(
    readingLine(en, bare, { rows: 1, columns: ["x1", "x2"] }),
    "separated by blanks · decimal point · 1 row, 2 columns · no header",
  );
});

test("what was found besides is in the line, and only that", () => {
  const found = read({
    thousands: ",",
    comment: "#",
    skippedRows: 1,
    blankRows: 2,
    naValues: ["?"],
    trueValues: ["True"],
    falseValues: ["False"],
  });
  assert.equal(
    readingLine(en, found, table),
    "separated by commas · decimal point · thousands by comma · 4 rows, 2 columns · first line is the header · comments after #" +
      " · 1 line skipped · 2 blank rows left out · “?” is missing · “True” is 1, “False” is 0",
  );
  assert.equal(
    readingLine(en, read({}), { rows: 3, columns: ["x"] }),
    "decimal point · 3 rows, 1 column · first line is the header",
    "one column is separated by nothing",
  );
});

test("a value without a name is told as it is", () => {
  assert.equal(valueText(en, "separator", "~"), "~");
  assert.equal(valueText(ko, "encoding", "koi8-r"), "koi8-r");
  assert.deepEqual(
    ["decimal", "thousands", "header"].map((option) =>
      valueText(ko, /** @type {any} */ (option), option === "header" ? false : ","),
    ),
    ["소수점은 쉼표", "쉼표", "열 이름 없음"],
  );
});

test("every option that is chosen has choices in both languages, and words are typed", () => {
  for (const own of [ko, en]) {
    for (const option of /** @type {const} */ (["encoding", "separator", "decimal", "thousands", "header", "comment"]))
      assert.ok(Object.keys(choicesOf(own, option) ?? {}).length > 1, option);
    assert.equal(choicesOf(own, "naValues"), undefined);
  }
  assert.deepEqual(wordsIn(" ?, not known ,,-"), ["?", "not known", "-"]);
  assert.equal(wordsText(["?", "-"]), "?, -");
  assert.deepEqual(wordsIn(wordsText(undefined)), []);
});

test("what the reader chose stays when another option changes, and the rest is found anew", () => {
  assert.deepEqual(withChange(read({ separator: ";" }), { encoding: "utf-8", decimal: "," }, { separator: "\t" }), {
    encoding: "utf-8",
    decimal: ",",
    separator: "\t",
  });
});

test("where nobody knows what was chosen all stays, but units by names that are others now", () => {
  /** @type {any} */
  const accepted = { separator: ";", decimal: ",", units: { price: "€" }, textColumns: ["id"] };
  assert.deepEqual(withChange(accepted, undefined, { decimal: "." }), { ...accepted, decimal: "." });
  assert.deepEqual(withChange(accepted, undefined, { header: false }), { separator: ";", decimal: ",", header: false });
  assert.deepEqual(
    withChange({ decimal: ".", thousands: "," }, undefined, { decimal: "," }),
    { decimal: "," },
    "a sign that is another now is found anew",
  );
  assert.deepEqual(withChange({ decimal: ",", thousands: "" }, undefined, { thousands: "," }), { thousands: "," });
  assert.deepEqual([leavesNames("thousands"), leavesNames("separator")], [true, false]);
});

test("doubts about one option stand together, and a word shows how an encoding has it", () => {
  /** @type {any[]} */
  const doubts = [
    { option: "encoding", value: "big5" },
    { option: "decimal", value: "," },
    { option: "encoding", value: "gb18030" },
  ];
  assert.deepEqual(byOption(doubts), [[doubts[0], doubts[2]], [doubts[1]]]);
  assert.equal(wordOf('x,"y z";Цена,Âge'), "Цена");
  assert.equal(wordOf("x,y"), "");
});

test("a sample of a file ends with a line, and is all of a short one", async () => {
  const long = new Blob(["가나,다라\n".repeat(4000)]);
  const sample = await sampleOf(long);
  assert.ok(sample.length < long.size);
  assert.equal(new TextDecoder("utf-8", { fatal: true }).decode(sample).at(-1), "\n");
  assert.equal((await sampleOf(long.slice(0, 9))).length, 9);
});
