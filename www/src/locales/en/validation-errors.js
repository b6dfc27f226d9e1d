import { are, isOne, many } from "./count.js";

const count = (/** @type {string} */ digits) => Number(digits).toLocaleString("en");

/** @type {import("../playground.js").Words["validationErrors"]} */
export const validationErrors = {
  emptyFile: () => "It is empty. Bring a CSV with column names in its first line and values below.",
  onlyHeader: () => "There are column names but no rows. Write values below the names.",
  raggedLine: (_, line, expected, received) =>
    `Line ${count(line)} has ${many(
      count(received),
      "cell",
    )}, but the first has ${count(expected)}. Mend that line, or read the file in another way.`,
  openQuote: () => 'A cell that begins with a quote (") is never closed. Remove the odd quote and open it again.',
  tooManyColumns: (_, most, received) =>
    `It has ${many(count(received), "column")}. Up to ${count(most)} can be opened: keep only those that you need.`,
  tooManyRows: (_, most) => `There are too many rows. Up to ${count(most)} can be opened: leave some out.`,
  tooManyCells: (_, most) =>
    `There are too many cells. Rows times columns may be ${count(most)} at most: leave some out.`,
  textInColumn: (_, row, column, text) =>
    `Row ${count(row)} of the column ${column} holds “${text}”, which is not a number. Set the column to “not used”, or mend that cell in the file.`,
  missingInColumn: (_, row, column) =>
    `Row ${count(row)} of the column ${column} is empty. Set the column to “not used”, or fill that cell in the file.`,
  noFeatures: () =>
    "No column can be a feature. There must be one of numbers without empty cells, apart from the target.",
  noTarget: () => "No column can be the target. There must be one without empty cells.",
  classCount: (_, least, most, received, column) =>
    `The column ${column} has ${
      isOne(received) ? "only one value" : `${count(received)} different values`
    }. Classification takes ${least} to ${most}: choose regression, or another column as the target.`,
  testSize: (place) => `${place} is a number above 0 and below 1: 0.3 tests with three rows in ten.`,
  emptySide: (_, rows, test, train) =>
    `${many(count(rows), "row")} would be ${count(train)} to train on and ${count(test)} to test on. Either needs at least one: try 0.3.`,
  tooLargeInColumn: (_, row, column, value) =>
    `${value} in row ${count(row)} of the column ${column} is too large for a 32-bit number. Scale the features, or set the column to “not used”.`,
  allMissing: () =>
    "No row is without a missing value. Set columns with many to “not used”, or fill them with the mean.",
  noMean: (_, column) =>
    `No row to train on has a value of ${column}, so there is no mean. Set the column to “not used”.`,
  noText: () => "This is not a text file. Open a CSV file; save a spreadsheet as CSV first.",
  wrongEncoding: (_, encoding) => `The file is not in the encoding ${encoding}. Choose another.`,
  sameSign: () => "One sign cannot mean two things. Choose another.",
  noLayer: () => "There must be at least one Dense layer.",
  lastDropout: () =>
    "A Dropout can neither be the last layer nor stand right before another. Put a Dense layer after it.",
  oneOutput: () => "There is one value to predict, so the output layer must have 1 unit.",
  twoClasses: () => "There are two classes, so the output layer must have 1 unit or 2.",
  unitsPerClass: (_, classes) =>
    `There ${are(classes)} ${many(
      classes,
      "class",
      "classes",
    )}, so the output layer must have ${many(classes, "unit")}.`,
  softmaxOfOne: () => "Softmax takes at least two units. With one, its output is always 1.",
  lossForNumbers: () =>
    "A loss for classes cannot be used to predict numbers (regression). Choose one such as mean_squared_error.",
  notTyped: (place, text) => `${place}: “${text}” is not a number. Enter a number.`,
  integer: (place, received) => `${place} must be an integer, 0 or more; it was ${received}.`,
  tooManyParameters: (_, most, received) =>
    `The model has ${many(
      count(received),
      "parameter",
    )}. So that pausing works at once, the most is ${count(most)}. Take fewer units or layers.`,
  tooManyForRows: (_, most, rows, received) =>
    `The model has ${many(
      count(received),
      "parameter",
    )}. With ${many(count(rows), "row")}, the most is ${count(most)}. Take fewer units or rows.`,
  batchTooHeavy: (_, most, parameters, received) =>
    `A batch has ${many(count(received), "row")}. A model of ${many(
      count(parameters),
      "parameter",
    )} takes ${count(most)} at a time. Make the batch or the model smaller.`,
  nearestName: (place, nearest, names, received) =>
    `${place}: “${received}” is not known. Did you mean “${nearest}”? There are: ${names}.`,
  unknownName: (place, names, received) => `${place}: “${received}” is not known. There are: ${names}.`,
  between: (place, from, to, received) => `${place} can be ${count(from)} to ${count(to)}; it was ${received}.`,
  atMost: (place, most, received) => `${place}: at most ${count(most)}, but there ${are(received)} ${count(received)}.`,
  belowOne: (place, received) => `${place} must be 0 or more and below 1; it was ${received}.`,
  aboveZero: (place, received) => `${place} must be above 0; it was ${received}.`,
  orMore: (place, least, received) => `${place} must be ${least} or more; it was ${received}.`,
};
