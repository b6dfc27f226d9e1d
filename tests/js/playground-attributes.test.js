/** What an author asks for in attributes, as an experiment. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { experimentFromAttributes } from "../../www/src/experiment/attributes.js";
import { linkKeys, linkText } from "../../www/src/experiment/config.js";
import { DATA_SETS } from "../../www/src/experiment/data-sets.js";
import { PRESETS, presetForData } from "../../www/src/experiment/presets.js";

/** @param {Record<string, string>} given @param {keyof typeof PRESETS} [first] */
const ask = (given, first) => experimentFromAttributes(given, first);

/** @param {Record<string, string>} given @param {keyof typeof PRESETS} [first] */
const configOf = async (given, first) => (await ask(given, first)).config;

test("without attributes it is the scene's first preset, unchanged", async () => {
  assert.deepEqual(await ask({}), { config: PRESETS["tutorial-2"] });
  assert.deepEqual(await ask({}, "xor"), { config: PRESETS.xor });
});

test("a preset that is not known leaves the scene's first in its place, and says so", async () => {
  for (const preset of ["lunch", "toString"]) {
    const { config, failure } = await ask({ preset }, "spiral");
    assert.equal(config, PRESETS.spiral);
    const { code, what, expected, received } = /** @type {any} */ (failure);
    assert.deepEqual([code, what, received], ["unknown_name", "preset", preset]);
    assert.match(expected, /^one of tutorial-2, .*spiral$/);
  }
});

test("data bring the preset that suits them, and leave the columns of other data behind", async () => {
  const moons = await configOf({ data: "moons" });
  assert.deepEqual([moons.data, moons.model], [{ source: "moons" }, PRESETS.xor.model]);
  const gate = await configOf({ data: "and_gate" });
  assert.deepEqual([gate.data, gate.split], [{ source: "and_gate" }, null]);
  const plane = await configOf({ data: "plane" });
  assert.equal(plane.features, undefined);
  assert.equal((await configOf({ data: "xor", preset: "spiral" })).model, PRESETS.spiral.model);
});

test("every data set of the engine starts with a preset of its task, its own where there is one", () => {
  const gates = { and_gate: "xor", or_gate: "xor", xor_gate: "xor" };
  const presets = { ...gates, advertising: "tutorial-2", circles: "xor", moons: "xor", plane: "relu", sine: "relu" };
  const expected = { ...presets, xor: "xor", spirals: "spiral", blobs: "softmax" };
  assert.deepEqual(Object.fromEntries(DATA_SETS.map(({ name }) => [name, presetForData(name)])), expected);
  assert.equal(presetForData("lunch"), undefined);
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
  assert.deepEqual(await ask({ config, preset: "xor" }), { config: { ...PRESETS.spiral, scaling: "standard" } });
  assert.equal((await configOf({ config, epochs: "3" })).fit?.epochs, 3);
});

test("data that cannot be had leave the preset's in their place, and say why", async () => {
  Object.assign(globalThis, {
    document: { baseURI: "https://blog.example/post/" },
    location: new URL("https://blog.example/post/"),
  });
  const { config, failure } = await ask({ preset: "xor", data: "https://elsewhere.example/a.csv", epochs: "2" });
  assert.equal(/** @type {any} */ (failure).code, "other_origin");
  assert.deepEqual([config.data.source, config.fit?.epochs], ["xor", 2]);
});

/** @param {string} address @param {number[]} bytes */
function serve(address, bytes) {
  Object.assign(globalThis, {
    document: { baseURI: "https://blog.example/post/" },
    location: new URL("https://blog.example/post/"),
    fetch: async (/** @type {URL} */ url) =>
      url.href === address ? new Response(Uint8Array.from(bytes)) : new Response(null, { status: 404 }),
  });
}

test("a link to rows at an address brings them as they were read then, with what was decided of them", async () => {
  // Prénom;Âge in Latin-1.
  serve("https://blog.example/post/rows.csv", [...Buffer.from("Pr\u00e9nom;\u00c2ge\nA;40\n", "latin1")]);
  const reading = { separator: ";", encoding: "windows-1252" };
  /** @type {import("../../www/src/experiment/types.js").ExperimentConfig} */
  const decided = {
    data: { source: "csv", text: "-", name: "rows.csv", reading },
    target: "\u00c2ge",
    features: ["Pr\u00e9nom"],
    scaling: "standard",
  };
  const keys = linkKeys(decided, "https://blog.example/post/rows.csv");
  assert.ok(keys?.data);
  const { config, fetched, failure } = await ask(/** @type {any} */ (keys));
  assert.equal(failure, undefined);
  const { text, ...data } = /** @type {{ text?: unknown }} */ (config.data);
  assert.deepEqual({ ...config, data }, { ...decided, data: { source: "csv", name: "rows.csv", reading } });
  assert.ok(text instanceof Blob);
  assert.equal(Buffer.from(await text.arrayBuffer()).toString("latin1"), "Pr\u00e9nom;\u00c2ge\nA;40\n");
  assert.deepEqual([fetched?.text === text, fetched?.address], [true, "https://blog.example/post/rows.csv"]);
});

test("a link whose rows cannot be had begins with the preset, and says why", async () => {
  serve("https://blog.example/none", []);
  const keys = linkKeys({ data: { source: "csv", text: "-" } }, "https://blog.example/gone.csv") ?? { config: "" };
  for (const given of [keys, { config: keys.config }]) {
    const { config, failure } = await ask({ preset: "xor", ...given });
    assert.equal(config, PRESETS.xor);
    assert.match(/** @type {any} */ (failure).code, /no_file|other_data/);
  }
});
