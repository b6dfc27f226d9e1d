/** What an author asks for in attributes, as an experiment. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { askedFor } from "../../www/src/playground/asked.js";
import { linkText } from "../../www/src/playground/config.js";
import { PRESETS } from "../../www/src/playground/presets.js";

/** @param {Record<string, string>} given @param {keyof typeof PRESETS} [first] */
const configOf = async (given, first) => (await askedFor(given, first)).config;

test("without attributes it is the scene's first preset, unchanged", async () => {
  assert.deepEqual(await askedFor({}), { config: PRESETS["tutorial-2"] });
  assert.deepEqual(await askedFor({}, "xor"), { config: PRESETS.xor });
  assert.deepEqual(await askedFor({ preset: "lunch" }, "spiral"), { config: PRESETS.spiral });
});

test("data bring the preset that suits them, and leave the columns of other data behind", async () => {
  const moons = await configOf({ data: "moons" });
  assert.deepEqual([moons.data, moons.model], [{ source: "moons" }, PRESETS.xor.model]);
  const plane = await configOf({ data: "plane" });
  assert.equal(plane.features, undefined);
  assert.equal((await configOf({ data: "xor", preset: "spiral" })).model, PRESETS.spiral.model);
});

test("seed, epochs and validation change the preset, within their limits, and nonsense changes nothing", async () => {
  const { model, fit } = await configOf({ preset: "xor", seed: "7", epochs: "12", validation: "0.25" });
  assert.deepEqual([model?.seed, fit?.seed, fit?.epochs, fit?.validationSplit, fit?.batchSize], [7, 7, 12, 0.25, 10]);
  assert.equal((await configOf({ epochs: "1e9" })).fit?.epochs, 10_000);
  assert.equal((await configOf({ validation: "3" })).fit?.validationSplit, 0.9);
  assert.deepEqual(await configOf({ preset: "xor", seed: "x", epochs: "", validation: "half" }), PRESETS.xor);
});

test("a link's configuration comes before a preset", async () => {
  const config = linkText({ ...PRESETS.spiral, scaling: "standard" }) ?? "";
  assert.deepEqual(await askedFor({ config, preset: "xor" }), { config: { ...PRESETS.spiral, scaling: "standard" } });
  assert.equal((await configOf({ config, epochs: "3" })).fit?.epochs, 3);
});

test("data that cannot be had leave the preset's in their place, and say why", async () => {
  Object.assign(globalThis, { document: { baseURI: "https://blog.example/post/" }, location: new URL("https://blog.example/post/") });
  const { config, failure } = await askedFor({ preset: "xor", data: "https://elsewhere.example/a.csv", epochs: "2" });
  assert.equal(/** @type {any} */ (failure).code, "other_origin");
  assert.deepEqual([config.data.source, config.fit?.epochs], ["xor", 2]);
});
