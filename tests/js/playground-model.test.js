/** The pure parts of the model panel: optimizers and their settings beside recorded Keras, places of layers. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ACTIVATIONS, fullName, LOSSES, nameOf, offered } from "../../www/src/panels/model/names.js";
import {
  clipChange,
  clipOf,
  OPTIMIZERS,
  optimizerOf,
  placeForNew,
  placesOf,
  withOptimizer,
  withRule,
} from "../../www/src/panels/model/optimizers.js";

/** @param {object} model @returns {any} */
const model = (model) => ({ layers: [{ units: 1 }], ...model });

/** What Keras recorded of an optimizer. @param {string} name */
const recorded = (name) =>
  JSON.parse(readFileSync(`tests/fixtures/keras-extra/default-${name}.json`, "utf8")).config.optimizer;

test("every setting is one that Keras knows by that name", () => {
  for (const [name, { settings }] of Object.entries(OPTIMIZERS)) {
    const config = recorded(name);
    assert.equal(config.name.toLowerCase(), name);
    for (const [, keras] of settings) assert.ok(keras in config, `${name}: ${keras}`);
  }
});

test("every numeric or boolean setting that Keras has of its own is offered", () => {
  const ofAll =
    /^(name|learning_rate$|weight_decay|clip|global_clipnorm|use_ema|ema_|loss_scale|gradient_accumulation)/;
  for (const [name, { settings }] of Object.entries(OPTIMIZERS)) {
    const own = Object.keys(recorded(name)).filter((key) => !ofAll.test(key));
    assert.deepEqual(settings.map(([, keras]) => keras).sort(), own.sort(), name);
  }
});

test("an optimizer is an object whichever way it was written", () => {
  assert.deepEqual(optimizerOf(model({ optimizer: "adam" })), { name: "adam" });
  assert.deepEqual(optimizerOf(model({})), { name: "sgd" });
  assert.deepEqual(optimizerOf(model({ optimizer: { name: "adam", learningRate: 1 }, learningRate: 0.5 })), {
    name: "adam",
    learningRate: 0.5,
  });
});

test("a name is the same whichever way Keras lets it be written", () => {
  /** @type {[string, string][]} */
  const names = [
    ["MSE", "mean_squared_error"],
    ["MeanSquaredError", "mean_squared_error"],
    ["KLD", "kl_divergence"],
    ["KLDivergence", "kl_divergence"],
    ["SparseCategoricalCrossentropy", "sparse_categorical_crossentropy"],
    ["LogCosh", "log_cosh"],
    ["HeNormal", "he_normal"],
    ["normal", "random_normal"],
    ["Zeros", "zeros"],
    ["zero", "zeros"],
    ["swish", "silu"],
    ["R2Score", "r2_score"],
    ["leaky_relu", "leaky_relu"],
    ["LeakyReLU", "leaky_relu"],
    ["meanSquaredError", "mean_squared_error"],
    ["reLU6", "relu6"],
    ["squaredHinge", "squared_hinge"],
    ["l1_l2", "l1_l2"],
  ];
  for (const [written, full] of names) assert.equal(fullName(written), full);
  assert.equal(nameOf({ name: "HeNormal" }, "glorot_uniform"), "he_normal");
  for (const name of ["Adam", "ADAM", "adam"])
    assert.deepEqual(optimizerOf(model({ optimizer: { name, beta1: 0.5 } })), { name: "adam", beta1: 0.5 });
  assert.deepEqual(optimizerOf(model({ optimizer: "RMSprop" })), { name: "rmsprop" });
});

test("a setting that is left empty is Keras's default again", () => {
  const changed = withOptimizer(model({ optimizer: { name: "adam", beta1: 0.5 } }), { beta1: undefined, epsilon: 0.1 });
  assert.deepEqual(changed, { optimizer: { name: "adam", epsilon: 0.1 }, learningRate: undefined });
});

test("another optimizer keeps what it can be set to", () => {
  const former = model({ optimizer: { name: "sgd", learningRate: 0.1, momentum: 0.9, nesterov: true, clipnorm: 1 } });
  assert.deepEqual(withRule(former, "rmsprop").optimizer, {
    name: "rmsprop",
    learningRate: 0.1,
    momentum: 0.9,
    clipnorm: 1,
  });
  assert.deepEqual(withRule(former, "adam").optimizer, { name: "adam", learningRate: 0.1, clipnorm: 1 });
});

test("at most one clip is set", () => {
  const { optimizer } = withOptimizer(model({ optimizer: { name: "sgd", clipnorm: 2 } }), clipChange("clipvalue"));
  assert.deepEqual(optimizer, { name: "sgd", clipvalue: 1 });
  assert.equal(clipOf(/** @type {any} */ (optimizer)), "clipvalue");
  assert.equal(clipOf({ name: "sgd" }), undefined);
});

test("hidden layers count from one, the last dense layer is the output, Dropout has no place", () => {
  const layers = /** @type {any} */ ([
    { units: 3 },
    { type: "Dropout", rate: 0.1 },
    { type: "Dense", units: 3 },
    { units: 1 },
  ]);
  assert.deepEqual(
    placesOf(layers).map(({ kind, hidden, output }) => [kind, hidden, output]),
    [
      ["Dense", 1, false],
      ["Dropout", undefined, false],
      ["Dense", 2, false],
      ["Dense", undefined, true],
    ],
  );
  assert.equal(placeForNew(layers), 3);
});

test("names that are not offered are offered once they are in use", () => {
  assert.deepEqual(offered(["a", "b"], "b"), ["a", "b"]);
  assert.deepEqual(offered(["a", "b"], "c"), ["a", "b", "c"]);
  assert.equal(nameOf({ name: "huber", delta: 2 }, "mse"), "huber");
  assert.equal(fullName("mse"), "mean_squared_error");
  assert.equal(new Set(ACTIVATIONS).size, ACTIVATIONS.length);
  assert.equal(Object.values(LOSSES).flat().length, 12);
});
