/** The lab with the compiled engine itself: what a reader asks for, what is rejected, and training as it goes on. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { yieldToEvents } from "../../www/src/engine/yield.js";
import { FullEngine } from "../../www/src/engine/full-client.js";
import { fullHost } from "../../www/src/engine/full-host.js";
import { experimentFromAttributes } from "../../www/src/experiment/attributes.js";
import { withFit, withLayer, withModel } from "../../www/src/experiment/config.js";
import { DATA_SETS } from "../../www/src/experiment/data-sets.js";
import { turn } from "../../www/src/experiment/draw-scheduler.js";
import { Lab } from "../../www/src/experiment/lab.js";
import { PRESETS } from "../../www/src/experiment/presets.js";
import { Experiment } from "../../www/pkg-full/glassnet.js";

// Node's fetch reads no files.
globalThis.fetch = async (address) =>
  new Response(readFileSync(new URL(String(address))), { headers: { "content-type": "application/wasm" } });

/** A lab with an engine on this very thread. */
async function lab(config = PRESETS.xor) {
  const { answer } = fullHost();
  const made = new Lab(new FullEngine((request) => yieldToEvents().then(() => answer(request)), 5));
  assert.equal(await made.change(() => config), true);
  return made;
}

/** @param {Lab} of */
const bits = (of) => Array.from(new Uint32Array(of.frame?.weights.slice().buffer ?? new ArrayBuffer(0)));

/** @param {EventTarget} target @param {string} event */
const next = (target, event) => new Promise((resolve) => target.addEventListener(event, resolve, { once: true }));

for (const name of /** @type {(keyof typeof PRESETS)[]} */ (Object.keys(PRESETS))) {
  test(`the preset ${name} is taken by the engine, and takes a step`, async () => {
    const here = await lab(PRESETS[name]);
    assert.ok(here.setup);
    await here.batch();
    assert.equal(here.state?.updates, 1);
    assert.equal(here.setup.config.data.source, PRESETS[name].data.source);
  });
}

for (const { name: data } of DATA_SETS) {
  test(`the built-in data ${data} by themselves are met with a model that can learn them`, async () => {
    const here = await lab((await experimentFromAttributes({ data, epochs: "2" })).config);
    await here.toEnd();
    assert.deepEqual(here.state?.end, { why: "finished" });
    const [first, last] = here.history.history.loss;
    assert.ok(last < first, `${first} ${last}`);
  });
}

test("a batch is one update, an epoch ends where it ends, and the end is the end", async () => {
  const here = await lab(withFit(PRESETS.xor, { epochs: 3 }));
  const each = here.setup?.iterationsPerEpoch ?? 0;
  await here.batch();
  assert.equal(here.state?.updates, 1);
  await here.epoch();
  assert.deepEqual([here.state?.epoch, here.state?.batch, here.state?.updates], [1, 0, each]);
  await here.toEnd();
  assert.deepEqual(here.state?.end, { why: "finished" });
  assert.equal(here.state?.updates, 3 * each);
  assert.equal(here.history.epoch.length, 3);
  await here.batch();
  assert.equal(here.state?.updates, 3 * each, "after the end nothing is trained");
});

for (const layer of [
  { type: "BatchNormalization" },
  { type: "LayerNormalization" },
  { type: "Activation", activation: "relu" },
  { type: "Flatten" },
]) {
  test(`a model with ${layer.type} is taken, and takes a step`, async () => {
    const here = await lab(PRESETS.xor);
    const model = { .../** @type {any} */ (PRESETS.xor.model), layers: [{ units: 4 }, layer, { units: 1 }] };
    assert.equal(await here.change({ model }), true);
    assert.equal(here.setup?.layers[1].kind, layer.type);
    await here.batch();
    assert.equal(here.state?.updates, 1);
  });
}

test("what follows from the data is taken with it, and kept by a change that comes before it was", async () => {
  const here = await lab(PRESETS.xor);
  /** @type {(number | undefined)[]} */
  const seen = [];
  here.addEventListener("setup", () => seen.push(here.setup?.config.model.seed));
  /** @param {import("../../www/src/experiment/types.js").Setup} setup */
  const complete = (setup) => ({ model: { ...setup.config.model, seed: 7 } });
  const asked = here.change({ data: { source: "moons" }, model: undefined }, complete);
  const changed = here.change({ scaling: "min_max" });
  assert.deepEqual(await Promise.all([asked, changed]), [false, true]);
  assert.deepEqual([here.config.data.source, here.config.scaling, here.config.model?.seed], ["moons", "min_max", 7]);
  assert.deepEqual(seen, [7], "no half of it was taken");
  const overtaken = here.change({ data: { source: "circles" }, model: undefined }, complete);
  await Promise.all([overtaken, here.change(() => PRESETS.xor)]);
  assert.deepEqual(here.setup?.config.model.seed, PRESETS.xor.model?.seed ?? 0, "another model is another model");
});

test("training to an update goes on from here or begins again, to the same bits, and the last request holds", async () => {
  const [here, other] = [await lab(PRESETS.xor), await lab(PRESETS.xor)];
  for (let update = 0; update < 20; update++) await other.batch();
  await here.trainTo(20);
  assert.deepEqual(bits(here), bits(other));
  await here.trainTo(90);
  assert.equal(here.state?.updates, 90);
  await here.trainTo(20);
  assert.deepEqual(bits(here), bits(other));
  await Promise.all([here.run(), here.trainTo(5), here.trainTo(70), here.trainTo(20)]);
  assert.equal(here.state?.updates, 20);
  assert.deepEqual(bits(here), bits(other));
});

test("training to an update is done also while nobody looks", async () => {
  const here = await lab(PRESETS.xor);
  here.rest(true);
  await here.trainTo(30);
  assert.deepEqual([here.state?.updates, here.isResting], [30, true]);
});

test("a run stops where it is paused, and goes on from there to the same bits", async () => {
  const config = withFit(PRESETS.xor, { epochs: 2000 });
  const [here, other] = [await lab(config), await lab(config)];
  const running = here.run();
  while (!here.state?.updates) await next(here, "frame");
  here.pause();
  await running;
  const { updates = 0 } = here.state ?? {};
  assert.ok(updates > 0 && !here.state?.end && !here.running);
  await here.toEnd();
  await other.toEnd();
  assert.deepEqual(bits(here), bits(other));
});

test("at a pace no more batches are taken than it allows", async () => {
  const here = await lab(withFit(PRESETS.xor, { epochs: 2000 }));
  here.pace = 1e-6;
  const running = here.run();
  while (!here.state?.updates) await next(here, "frame");
  here.pause();
  await running;
  assert.equal(here.state?.updates, 1);
});

test("a validation error names the setting, and the former experiment stays as it was", async () => {
  const here = await lab();
  await here.epoch();
  const before = { setup: here.setup, updates: here.state?.updates, weights: bits(here) };
  assert.equal(await here.change((config) => withLayer(config, 0, { units: -1 })), false);
  assert.equal(here.validationError?.path, "model.layers[0].units");
  assert.deepEqual({ setup: here.setup, updates: here.state?.updates, weights: bits(here) }, before);
  assert.equal(await here.change((config) => withLayer(config, 0, { units: 5 })), true);
  assert.equal(here.validationError, undefined);
  assert.equal(here.setup?.layers[0].units, 5);
});

test("of two changes at once both count, and the later one is what remains", async () => {
  const here = await lab();
  const [first, second] = await Promise.all([
    here.change((config) => withLayer(config, 0, { units: 3 })),
    here.change((config) => withModel(config, { seed: 9 })),
  ]);
  assert.deepEqual([first, second], [false, true]);
  assert.equal(here.setup?.layers[0].units, 3);
  assert.equal(here.config.model?.seed, 9);
});

test("reset brings the same start weights back, another seed brings others", async () => {
  const here = await lab();
  const start = bits(here);
  await here.epoch();
  assert.notDeepEqual(bits(here), start);
  await here.reset();
  assert.deepEqual(bits(here), start);
  assert.equal(here.state?.updates, 0);
  await here.reset(77);
  assert.notDeepEqual(bits(here), start);
  assert.equal(here.config.model?.seed, 77);
});

test("a frame holds what is wanted, and no more", async () => {
  const here = await lab();
  await here.batch();
  assert.deepEqual(Object.keys(here.frame ?? {}), ["weights"]);
  here.subscribe("activations", true);
  here.subscribe("losses", true);
  await next(here, "frame");
  await here.batch();
  assert.deepEqual(Object.keys(here.frame ?? {}).sort(), ["activations", "losses", "weights"]);
  assert.equal(here.frame?.activations?.[0].length, 2);
  assert.equal(here.frame?.losses?.update.at(-1), 2);
});

test("while nobody looks it rests, and then goes on", async () => {
  const here = await lab(withFit(PRESETS.xor, { epochs: 5 }));
  here.rest(true);
  const running = here.toEnd();
  for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve));
  assert.equal(here.state?.updates, 0);
  here.rest(false);
  await running;
  assert.deepEqual(here.state?.end, { why: "finished" });
});

test("after a panic the experiment begins again, and says so", async () => {
  const here = await lab();
  await here.batch();
  const { fitFor } = Experiment.prototype;
  Experiment.prototype.fitFor = () => {
    throw new WebAssembly.RuntimeError("unreachable");
  };
  const again = next(here, "setup");
  await here.batch();
  Experiment.prototype.fitFor = fitFor;
  await again;
  await next(here, "validation-error");
  assert.equal(/** @type {any} */ (here.validationError)?.failure.code, "engine_panic");
  assert.equal(here.state?.updates, 0);
  await here.batch();
  assert.equal(here.state?.updates, 1);
});

test("while a picture is still to be drawn a paced run goes on and shows nothing new, then it does", async () => {
  const here = await lab(withFit(PRESETS.xor, { epochs: 10_000 }));
  here.pace = 500;
  let shown = 0;
  here.addEventListener("frame", () => shown++);
  /** @type {(time: number) => void} */
  let draw = () => {};
  globalThis.requestAnimationFrame = (callback) => {
    draw = callback;
    return 0;
  };
  const drawn = turn();
  globalThis.requestAnimationFrame = (callback) => Number(setTimeout(callback));
  // What was asked for before it trains is shown once.
  const running = here.run();
  while ((here.state?.updates ?? 0) < 100) await yieldToEvents();
  assert.ok(shown <= 1, `${shown} frames`);
  const before = shown;
  draw(0);
  await drawn;
  while (shown === before) await yieldToEvents();
  here.pause();
  await running;
});
