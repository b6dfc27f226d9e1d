/** Programs as people who come from Keras or TensorFlow.js write them. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import start, {
  Dataset,
  Scaler,
  Sequential,
  advertising,
  setRandomSeed,
  toCategorical,
  trainTestSplit,
} from "../../www/pkg-full/glassnet.js";

await start({ module_or_path: readFileSync("www/pkg-full/glassnet_bg.wasm") });

/** What real Keras recorded of some of them. */
const { cases } = JSON.parse(readFileSync("tests/fixtures/keras-api.json", "utf8"));
const recorded = (/** @type {string} */ wanted) => cases.find((/** @type {any} */ { name }) => name === wanted);

const near = (/** @type {number} */ received, /** @type {number} */ expected, digits = 4) =>
  assert.ok(Math.abs(received - expected) < 10 ** -digits, `expected ${expected}, received ${received}`);

const largest = (/** @type {ArrayLike<number>} */ row) => Array.from(row).indexOf(Math.max(...Array.from(row)));

const XOR = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];
const LINE = Array.from({ length: 20 }, (_, row) => [row / 10 - 1]);
const ON_LINE = LINE.map(([x]) => [2 * x - 1]);

/** @param {string} name */
function fitted(name) {
  const { model, x, y, fit, expected } = recorded(name);
  const { weights, ...config } = model;
  const made = new Sequential(config);
  made.setWeights(weights);
  return { made, x, y, expected, history: made.fit(x, y, { shuffle: false, ...fit }).history };
}

test("1. xor is learned, with Keras's probabilities", () => {
  const { made, expected } = fitted("xor");
  const probabilities = [...made.predict(XOR)];
  probabilities.forEach((probability, row) => near(probability, expected.predict[row][0]));
  assert.deepEqual(probabilities.map(Math.round), [0, 1, 1, 0]);
});

test("2. three classes of flowers, with Keras's accuracy", () => {
  const { made, x, y, history, expected } = fitted("three classes of flowers");
  history.val_accuracy.forEach((accuracy, epoch) => near(accuracy, expected.history.val_accuracy[epoch]));
  const [rows, predictions] = [x.length, made.predict(x)];
  const classes = Array.from({ length: rows }, (_, row) => largest(predictions.slice(row * 3, row * 3 + 3)));
  const right = classes.filter((found, row) => found === y[row][0]).length;
  near(right / rows, made.evaluate(x, y).accuracy);
});

test("3. a straight line is found: slope 2, intercept -1", () => {
  const { made, history, expected } = fitted("a straight line");
  near(history.loss[19], expected.history.loss[19]);
  const [[[slope]], [intercept]] = /** @type {[number[][], number[]]} */ (made.getWeights());
  near(slope, 2, 1);
  near(intercept, -1, 1);
});

test("4. early stopping restores the best weights, as Keras does", () => {
  const { made, x, y, history, expected } = fitted("early stopping that restores the best weights");
  assert.equal(history.loss.length, expected.epochs.length);
  near(made.evaluate(x, y).loss, expected.evaluate.loss);
});

test("5. a callback predicts after each epoch", () => {
  const made = new Sequential({ inputs: 1, layers: [{ units: 1 }], optimizer: "adam" });
  /** @type {number[]} */
  const seen = [];
  made.fit(LINE, ON_LINE, { epochs: 4, callbacks: [{ onEpochEnd: () => void seen.push(made.predict([[0.5]])[0]) }] });
  assert.equal(seen.length, 4);
  assert.equal(seen[3], made.predict([[0.5]])[0]);
});

test("6. a rare class is found once it weighs more", () => {
  const x = LINE.map(([value]) => [value, value ** 2]);
  const y = LINE.map(([value]) => [value > 0.75 ? 1 : 0]);
  const found = (/** @type {Record<number, number>} */ classWeight) => {
    const made = new Sequential({
      inputs: 2,
      layers: [{ units: 1, activation: "sigmoid" }],
      loss: "binary_crossentropy",
    });
    made.compile({ optimizer: { name: "adam", learningRate: 0.05 } });
    made.fit(x, y, { epochs: 40, classWeight });
    return [...made.predict(x)].filter((probability) => probability > 0.5).length;
  };
  assert.ok(found({ 0: 1, 1: 20 }) > found({ 0: 1, 1: 1 }));
});

test("7. a model goes through a file and predicts the same", () => {
  const { made, x } = fitted("xor");
  const file = JSON.stringify(made.save());
  made.free();
  const loaded = Sequential.load(JSON.parse(file));
  assert.deepEqual([...loaded.predict(x)].map(Math.round), [0, 1, 1, 0]);
});

test("8. the weights of a layer are taken over by another model", () => {
  const layers = [{ units: 3, name: "shared" }, { units: 1 }];
  const [teacher, pupil] = [1, 2].map((seed) => new Sequential({ inputs: 2, layers, seed }));
  pupil.getLayer("shared").setWeights(teacher.getLayer("shared").getWeights());
  assert.deepEqual(pupil.layers[0].getWeights(), teacher.layers[0].getWeights());
  assert.notDeepEqual(pupil.layers[1].getWeights(), teacher.layers[1].getWeights());
});

test("9. the hidden features of a row are read off", () => {
  const { made } = fitted("xor");
  const [hidden, output] = made.activations([[1, 0]]);
  assert.deepEqual(
    [hidden.shape, output.shape],
    [
      [1, 4],
      [1, 1],
    ],
  );
  const [, , kernel, [bias]] = /** @type {[any, any, number[][], number[]]} */ (made.getWeights());
  const sum = kernel.reduce((all, [weight], unit) => all + weight * hidden.values[unit], bias);
  near(output.values[0], 1 / (1 + Math.exp(-sum)));
});

test("10. a loop of batches trains until the loss is small", () => {
  const made = new Sequential({ inputs: 1, layers: [{ units: 1 }], optimizer: { name: "sgd", learningRate: 0.2 } });
  let steps = 0;
  while (made.trainOnBatch(LINE, ON_LINE) > 1e-4) steps += 1;
  assert.ok(steps > 1 && made.testOnBatch(LINE, ON_LINE).loss < 1e-4);
});

test("11. validation data has its own loss and metrics in history", () => {
  const made = new Sequential({ inputs: 1, layers: [{ units: 1 }], metrics: ["mae"] });
  const { history } = made.fit(LINE, ON_LINE, { epochs: 2, validationData: [[[0]], [[-1]]] });
  assert.deepEqual(Object.keys(history), ["loss", "mae", "val_loss", "val_mae"]);
  const { loss, mae } = made.evaluate([[0]], [[-1]]);
  assert.deepEqual([history.val_loss[1], history.val_mae[1]], [loss, mae]);
});

test("12. the learning rate falls by a function of the epoch", () => {
  const made = new Sequential({ inputs: 1, layers: [{ units: 1 }], optimizer: { name: "sgd", learningRate: 0.5 } });
  const schedule = (/** @type {number} */ _epoch, /** @type {number} */ rate) => rate / 2;
  const { history } = made.fit(LINE, ON_LINE, { epochs: 3, callbacks: { type: "LearningRateScheduler", schedule } });
  assert.deepEqual(history.learning_rate, [0.25, 0.125, 0.0625]);
});

test("13. the learning rate falls once the loss does", () => {
  const made = new Sequential({ inputs: 1, layers: [{ units: 1, kernel: [[0]], useBias: false }] });
  const callbacks = [/** @type {const} */ ({ type: "ReduceLROnPlateau", monitor: "loss", patience: 2, factor: 0.5 })];
  // Opposite targets cannot both be met, so the loss stays at 1.
  const { history } = made.fit([[1], [1]], [[1], [-1]], { epochs: 4, callbacks });
  history.learning_rate.forEach((rate, epoch) => near(rate, [0.01, 0.01, 0.01, 0.005][epoch], 7));
});

test("14. rows go in as typed arrays, and predictions have the model's shape", () => {
  const made = new Sequential({ inputs: 2, layers: [{ units: 3 }] });
  const rows = Float64Array.of(0, 1, 1, 0);
  assert.deepEqual(made.outputShape, [null, 3]);
  assert.deepEqual(made.predict(rows), made.predict([[0, 1], [1, 0]])); // prettier-ignore
  assert.equal(made.predict(rows).length, 2 * 3);
});

test("15. a data set is shuffled, batched and fitted", () => {
  const rows = Dataset.fromTensorSlices(LINE, ON_LINE).shuffle(20, 1).batch(5);
  const made = new Sequential({ inputs: 1, layers: [{ units: 1 }], optimizer: { name: "sgd", learningRate: 0.2 } });
  const { loss } = made.fit(rows, { epochs: 10 }).history;
  assert.ok(loss[9] < loss[0] / 100);
  near(made.evaluate(rows).loss, made.evaluate(LINE, ON_LINE).loss, 6);
});

test("16. features are scaled by those that are trained with", () => {
  const scaler = Scaler.fit("standard", [[0], [10], [20]]);
  // Mean 10, deviation √(200 / 3).
  near(scaler.transform([[20]])[0], 10 / Math.sqrt(200 / 3));
  near(scaler.inverse(scaler.transform([[7]]))[0], 7);
});

test("17. a table is split into rows to train and to test with, and fitted", () => {
  const table = advertising();
  const numbers = (/** @type {string} */ name) => /** @type {Float64Array} */ (table.column(name));
  const [tv, sales] = [numbers("TV"), numbers("Sales")];
  const { train, test: held } = trainTestSplit(tv.length, 0.25, 1);
  assert.equal(train.length + held.length, tv.length);
  const pick = (/** @type {ArrayLike<number>} */ column, /** @type {Uint32Array} */ rows) =>
    Array.from(rows, (row) => [column[row]]);
  const scaler = Scaler.fit("standard", pick(tv, train));
  const made = new Sequential({ inputs: 1, layers: [{ units: 1 }], optimizer: { name: "adam", learningRate: 0.1 } });
  const before = made.evaluate(scaler.transform(pick(tv, held)), pick(sales, held)).loss;
  made.fit(scaler.transform(pick(tv, train)), pick(sales, train), { epochs: 40 });
  assert.ok(made.evaluate(scaler.transform(pick(tv, held)), pick(sales, held)).loss < before / 4);
});

test("18. classes as one-hot targets train as class numbers do", () => {
  const weights = (/** @type {any} */ loss, /** @type {any} */ y) => {
    const made = new Sequential({ inputs: 1, layers: [{ units: 3, activation: "softmax" }], loss });
    made.fit([[0], [1], [2]], y, { epochs: 5 });
    return made.flatWeights();
  };
  const [sparse, oneHot] = [
    weights("sparse_categorical_crossentropy", [[0], [2], [1]]),
    weights("categorical_crossentropy", toCategorical([0, 2, 1], 3)),
  ];
  sparse.forEach((weight, at) => near(weight, oneHot[at], 6));
});

test("19. the summary counts (2 + 1) · 4 + (4 + 1) · 1 parameters", () => {
  const made = new Sequential([{ units: 4, activation: "relu", inputShape: [2] }, { units: 1 }]);
  assert.match(made.summary(), /Total params: 17 /);
});

test("20. dropout drops while training alone", () => {
  const made = new Sequential([{ units: 8, inputShape: [2] }, { type: "Dropout", rate: 0.5 }, { units: 1 }]);
  assert.deepEqual(made.predict(XOR), made.predict(XOR));
  assert.notEqual(made.trainOnBatch(XOR, [0, 0, 0, 0]), made.testOnBatch(XOR, [0, 0, 0, 0]).loss);
});

test("21. one seed makes a program repeatable", () => {
  const run = () => {
    setRandomSeed(42);
    const made = new Sequential([{ units: 4, inputShape: [1] }, { type: "Dropout", rate: 0.3 }, { units: 1 }]);
    return made.fit(LINE, ON_LINE, { epochs: 3 }).history.loss;
  };
  assert.deepEqual(run(), run());
});

test("22. training goes on with a smaller learning rate after another compile", () => {
  const made = new Sequential({ inputs: 1, layers: [{ units: 1, kernel: [[0]], useBias: false }] });
  made.compile({ optimizer: { name: "sgd", learningRate: 0.25 } });
  made.trainOnBatch([[1]], [[1]]);
  made.compile({ optimizer: { name: "sgd", learningRate: 0.125 } });
  made.trainOnBatch([[1]], [[1]]);
  // 0 + 0.25 · 2 · 1 = 0.5, then 0.5 + 0.125 · 2 · 0.5 = 0.625.
  assert.deepEqual(made.getWeights(), [[[0.625]]]);
});

test("23. a regularizer is part of the loss", () => {
  const layer = { units: 1, kernel: [[3]], useBias: false, kernelRegularizer: { l2: 0.1 } };
  const made = new Sequential({ inputs: 1, layers: [layer] });
  // (3 · 1 - 3)² + 0.1 · 3².
  near(made.evaluate([[1]], [[3]]).loss, 0.9);
});

test("24. a page that stays alive shows the loss of each epoch", async () => {
  const made = new Sequential({ inputs: 1, layers: [{ units: 1 }] });
  /** @type {number[]} */
  const shown = [];
  const onEpochEnd = async (/** @type {number} */ _epoch, /** @type {Record<string, number>} */ logs) => {
    await new Promise((resolve) => setTimeout(resolve));
    shown.push(logs.loss);
  };
  const { history } = await made.fitAsync(LINE, ON_LINE, { epochs: 3, callbacks: [{ onEpochEnd }] });
  assert.deepEqual(shown, history.loss);
});

test("25. an architecture is written as JSON, changed and built", () => {
  const made = new Sequential([{ units: 4, inputShape: [2] }, { units: 1 }]);
  const json = JSON.parse(JSON.stringify(made));
  json.layers[0].units = 7;
  assert.equal(new Sequential(json).layers[0].units, 7);
  assert.equal(made.layers[0].units, 4);
});
