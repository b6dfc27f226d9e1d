/** What a reader changes in an experiment, and the text of a link. */
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  addLayer,
  fitOf,
  fromLink,
  linkText,
  modelOf,
  moveLayer,
  removeLayer,
  withData,
  withFit,
  withLayer,
  withModel,
} from "../../www/src/experiment/config.js";
import { presetExactly, presetOf, PRESETS } from "../../www/src/experiment/presets.js";

/** @typedef {import("../../www/src/experiment/types.js").ExperimentConfig} ExperimentConfig */

/** @type {ExperimentConfig} */
const given = {
  data: { source: "xor" },
  features: ["x"],
  target: "label",
  model: { layers: [{ units: 3 }, { units: 2 }, { units: 1 }] },
};
/** @param {ExperimentConfig} config */
const units = (config) => modelOf(config).layers.map((layer) => ("units" in layer ? layer.units : undefined));

test("layers are added, removed, moved and changed; the former configuration stays as it was", () => {
  const before = JSON.stringify(given);
  assert.deepEqual(units(addLayer(given, 1, { units: 7 })), [3, 7, 2, 1]);
  assert.deepEqual(units(removeLayer(given, 0)), [2, 1]);
  assert.deepEqual(units(moveLayer(given, 0, 2)), [2, 1, 3]);
  assert.deepEqual(units(moveLayer(given, 2, 0)), [1, 3, 2]);
  assert.deepEqual(units(withLayer(given, 1, { units: 9 })), [3, 9, 1]);
  assert.equal(JSON.stringify(given), before);
});

test("what is not given is the tutorial's", () => {
  const bare = /** @type {ExperimentConfig} */ ({ data: { source: "advertising" } });
  assert.deepEqual(units(bare), [10, 1]);
  assert.equal(fitOf(bare).batchSize, 5);
  assert.equal(modelOf(withModel(bare, { loss: "huber" })).loss, "huber");
  assert.deepEqual(units(withModel(bare, { loss: "huber" })), [10, 1]);
  assert.deepEqual(fitOf(withFit(bare, { epochs: 3 })), { ...fitOf(bare), epochs: 3 });
});

test("other data forgets the columns that were chosen, and keeps the model", () => {
  const other = withData(given, { source: "moons" });
  assert.deepEqual(Object.keys(other).sort(), ["data", "model"]);
  assert.equal(other.data.source, "moons");
});

test("a link brings back every preset, and letters of any language", () => {
  const named = /** @type {ExperimentConfig} */ ({ ...given, target: "매출 €" });
  for (const config of [...Object.values(PRESETS), named]) {
    const text = linkText(config) ?? "";
    assert.match(text, /^[\w-]+$/);
    assert.deepEqual(fromLink(text), config);
  }
});

test("a reader's own data is in no link, nor is what would be too long", () => {
  assert.equal(linkText({ data: { source: "csv", text: "a,b\n1,2" } }), undefined);
  assert.equal(linkText(withModel(given, { layers: Array.from({ length: 900 }, () => ({ units: 1 })) })), undefined);
});

test("a text that is no link's is none", () => {
  for (const text of ["", "!", "bm9wZQ", "e30", "bnVsbA"]) assert.equal(fromLink(text), undefined);
});

test("a preset is known again however long it is trained and from whichever weights, and by nothing else", () => {
  for (const [name, config] of Object.entries(PRESETS)) {
    assert.equal(presetOf(structuredClone(config)), name);
    assert.equal(presetOf(withModel(withFit(config, { epochs: 3 }), { seed: 9 })), name);
    assert.equal(presetExactly({ ...config, task: undefined }), name);
    assert.equal(presetExactly(withFit(config, { epochs: 3 })), "");
    assert.equal(presetOf(withData(config, { source: "moons" })), "");
    assert.equal(presetOf(withModel(config, { loss: "huber" })), "");
  }
});
