/**
 * Validation errors of the engine in the reader's words: no half sentence of the engine's own English stays in the
 * Korean.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadPlaygroundWords } from "../../www/src/locales/playground.js";
import { knownValidationError, VALIDATION_ERROR_KINDS } from "../../www/src/panels/views/validation-error-kinds.js";
import { failureText } from "../../www/src/panels/views/validation-error.js";

const [ko, en] = await Promise.all([loadPlaygroundWords("ko"), loadPlaygroundWords("en")]);

/**
 * What the engine says, by the kind that it is.
 * @type {[keyof typeof VALIDATION_ERROR_KINDS, what: string, expected: string, received: string, korean: RegExp][]}
 */
const SAID = [
  ["emptyFile", "data.text: CSV", "a header and at least 1 row", "an empty text", /비어 있어요/],
  ["onlyHeader", "data.text: CSV", "a header and at least 1 row", "only a header", /행이 없어요/],
  [
    "raggedLine",
    "data.text: line 1203 of the CSV",
    "2 cells",
    "1 cell",
    /1,203번째 줄에 칸이 1개 있는데 첫 줄에는 2개/,
  ],
  ["openQuote", "data.text: CSV", "a closing quote", "an open quote at the end of the text", /따옴표/],
  ["tooManyColumns", "data.text: columns", "at most 1000", "10000", /열이 10,000개예요. 1,000개까지/],
  ["tooManyRows", "data.text: rows", "at most 200000", "200001", /200,000행까지/],
  ["tooManyCells", "data.text: cells", "at most 5000000", "5000001", /5,000,000까지/],
  [
    "textInColumn",
    "features: row 3 of column 지역 이름",
    "a number",
    'the text "서울"',
    /지역 이름 열의 3행에 수가 아닌 “서울”/,
  ],
  ["missingInColumn", "features: row 0 of column b", "a number", "a missing value", /b 열의 0행이 비어/],
  ["noFeatures", "features", "at least 1 column", "0", /특성으로 쓸 열이 없어요/],
  [
    "noTarget",
    "target",
    "a column of numbers, or of 2 to 100 classes, mostly without missing values",
    "none",
    /타깃으로 쓸 열이 없어요/,
  ],
  [
    "tooLargeInColumn",
    "features: row 2 of column p",
    "a number of at most 3.4e38, the largest of float32",
    "1e39, which is too large",
    /p 열의 2행 1e39는 .*너무 커요/,
  ],
  ["allMissing", "rows", "at least 1 row without a missing value", "none", /빈 값이 없는 행이 하나도/],
  [
    "noMean",
    "features: column power",
    "a training row that has it, as its mean fills the others",
    "none",
    /power 열이 모두 비어/,
  ],
  [
    "noText",
    "bytes",
    "text in UTF-8, UTF-16 or a Western, Korean or Japanese encoding",
    "bytes of no such text",
    /텍스트 파일이 아니에요/,
  ],
  [
    "wrongEncoding",
    "data.reading.encoding",
    "the label of an encoding that the bytes are in, such as utf-8, euc-kr or windows-1252",
    '"euc-jp"',
    /euc-jp 인코딩이 아니에요/,
  ],
  ["sameSign", "data.reading.comment", "another character than the separator", "';' for both", /같은 기호를 두 가지로/],
  ["classCount", "target", "2 to 100 classes", "131 in Sales", /서로 다른 값이 131개/],
  ["testSize", "split.testSize", "a part between 0 and 1 or a count of rows", "0", /0보다 크고 1보다 작은/],
  [
    "emptySide",
    "split.testSize",
    "at least 1 of the 200 rows on either side",
    "200 to test with and 0 to train with",
    /학습 0행, 테스트 200행/,
  ],
  ["noLayer", "model.layers", "at least 1 layer", "none", /층이 하나는/],
  ["lastDropout", "model.layers", "a dense layer after Dropout", "none", /Dropout은 마지막 층/],
  ["oneOutput", "model.layers[1].units", "1 unit, as there is one target", "3", /유닛도 1개여야/],
  ["twoClasses", "model.layers[1].units", "1 unit for the two classes, or 2", "3", /1개나 2개여야/],
  ["unitsPerClass", "model.layers[1].units", "3 units, one a class", "1", /유닛도 3개여야/],
  ["softmaxOfOne", "model.layers[1].units", "2 or more for softmax", "1", /소프트맥스/],
  ["lossForNumbers", "model.loss", "a loss for numbers, as the task is regression", "hinge", /회귀/],
  ["notTyped", "model.layers[0].units", "an integer from 0", 'the text "ten"', /1번째 층 · 유닛 수에 “ten”/],
  ["integer", "fit.seed", "an integer from 0", "-3", /시드는 .*정수여야 하는데 -3을/],
  [
    "tooManyParameters",
    "model.layers",
    "at most 1000000 weights and biases",
    "1050625",
    /1,050,625개.*1,000,000개까지/,
  ],
  [
    "tooManyForRows",
    "model.layers",
    "at most 5000 weights and biases for 200000 rows",
    "5001",
    /200,000행일 때는 5,000개까지/,
  ],
  ["batchTooHeavy", "fit.batchSize", "at most 64 rows a batch for 500000 parameters", "128", /한 번에 64행까지/],
  ["nearestName", "data.source", "moons or one of blobs, circles", "moon", /“moons”을/],
  ["unknownName", "model.loss", "one of mse, mae", "most", /쓸 수 있는 것: mse, mae/],
  ["between", "data.rows", "1 to 200000", "0", /행 수는 1부터 200,000까지/],
  ["atMost", "model.layers", "at most 64", "200", /층은 64까지인데 200이에요/],
  ["belowOne", "model.layers[0].rate", "0 or more and below 1", "1", /0 이상 1 미만/],
  ["aboveZero", "model.optimizer.learningRate", "a number above 0", "-1", /학습률은 0보다 커야/],
  ["orMore", "fit.batchSize", "1 or more", "0", /1 이상이어야/],
];

for (const [kind, what, expected, received, korean] of SAID) {
  test(`${kind}: ${what} | ${expected} | ${received}`, () => {
    const failure = { code: "shape", what, expected, received };
    const fits = Object.entries(VALIDATION_ERROR_KINDS).find(([, pattern]) =>
      pattern.test(`${what} | ${expected} | ${received}`),
    );
    assert.equal(fits?.[0], kind);
    assert.match(failureText(ko, failure), korean);
    for (const text of [failureText(ko, failure), failureText(en, failure)]) assert.doesNotMatch(text, /undefined|NaN/);
    assert.doesNotMatch(failureText(ko, failure), /\b(at most|or more|cells?|column|row|number|expected)\b/);
  });
}

test("every kind is told in a test", () => {
  assert.deepEqual(SAID.map(([kind]) => kind).sort(), Object.keys(VALIDATION_ERROR_KINDS).sort());
});

test("what is of no known kind is left to the general words", () => {
  assert.equal(
    knownValidationError(ko, "", { what: "target", expected: "what is of no kind", received: "c" }),
    undefined,
  );
});

test("what is too large for the page is told how it goes on in Keras, in both languages", () => {
  const rows = { code: "out_of_range", what: "data.text: rows", expected: "at most 200000", received: "200001" };
  const weights = { what: "model", expected: "at most 100000 weights and biases", received: "200000" };
  const file = { code: "too_large", what: "file", expected: "20 MB", received: "31 MB" };
  const units = { what: "model.layers[1].units", expected: "1 to 4096", received: "5000" };
  for (const words of [ko, en])
    for (const failure of [rows, weights, file, units]) {
      const text = failureText(words, failure);
      assert.ok(text.endsWith(` ${words.errors.larger}`), text);
      assert.match(text, /200,000|100,000|20 MB|4,096/);
    }
  const other = { code: "out_of_range", what: "data.text: CSV", expected: "a header", received: "an empty text" };
  for (const failure of [other, { ...units, received: "0" }])
    assert.ok(!failureText(en, failure).includes(en.errors.larger));
});
