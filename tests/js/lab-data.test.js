/** The data of a lab in the engine: a text is sent and read once, whatever else of the experiment changes. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { yieldToEvents } from "../../www/src/engine/yield.js";
import { FullEngine } from "../../www/src/engine/full-client.js";
import { fullHost } from "../../www/src/engine/full-host.js";
import { isSameConfig, withData, withFit, withLayer, withModel } from "../../www/src/experiment/config.js";
import { Lab } from "../../www/src/experiment/lab.js";
import { PRESETS } from "../../www/src/experiment/presets.js";
import { Experiment } from "../../www/pkg-full/glassnet.js";

/** @import { ExperimentConfig } from "../../www/src/experiment/types.js" */

// Node's fetch reads no files.
globalThis.fetch = async (address) =>
  new Response(readFileSync(new URL(String(address))), { headers: { "content-type": "application/wasm" } });

const TEXT = `day;hours;score\n${Array.from({ length: 30 }, (_, i) => `${i};${(i * 7) % 11},5;${(i * 5) % 13}`).join("\n")}\n`;

/** @type {ExperimentConfig} */
const OWN = {
  data: { source: "csv", text: TEXT, name: "own.csv", reading: {} },
  model: { layers: [{ units: 4, activation: "tanh" }, { units: 1 }], seed: 3 },
};

/** A lab with an engine on this very thread, what was asked of it, and the handles that it holds. */
function newLab() {
  const { answer } = fullHost();
  /** @type {any[]} */
  const requests = [];
  const held = new Set();
  const engine = new FullEngine(async (request) => {
    requests.push(request);
    await yieldToEvents();
    const answered = await answer(request);
    if ("make" in request && "value" in answered) held.add(answered.value);
    if ("free" in request) held.delete(request.free);
    return answered;
  }, 5);
  const made = (/** @type {string} */ what) => requests.filter(({ make }) => make === what).length;
  const textsSent = () => requests.filter((request) => JSON.stringify(request).includes("hours;score")).length;
  return { lab: new Lab(engine), requests, made, textsSent, held };
}

/** @param {Lab} lab */
const bits = (lab) => Array.from(new Uint32Array(lab.frame?.weights.slice().buffer ?? new ArrayBuffer(0)));

/** What was freed is freed when the engine comes to it. */
const settled = async () => {
  for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve));
};

test("a change of the model, the training, the split or the scale sends no text and reads none", async () => {
  const { lab, made, textsSent, held } = newLab();
  assert.equal(await lab.change(() => OWN), true);
  for (const change of [
    (/** @type {ExperimentConfig} */ config) => withLayer(config, 0, { units: 9 }),
    (/** @type {ExperimentConfig} */ config) => withModel(config, { optimizer: "sgd" }),
    (/** @type {ExperimentConfig} */ config) => withFit(config, { epochs: 7 }),
    { split: { testSize: 0.5, seed: 1 } },
    { scaling: /** @type {const} */ ("standard") },
    { features: ["hours"] },
  ])
    assert.equal(await lab.change(change), true);
  assert.deepEqual([made("Experiment"), made("Table"), textsSent()], [7, 1, 1]);
  assert.equal(lab.setup?.layers[0].units, 9);
  await settled();
  assert.equal(held.size, 2, "an experiment and its table");
  lab.close();
  await settled();
  assert.equal(held.size, 0);
});

test("an experiment on a table that was there is, to the bit, the one that its text would make", async () => {
  const { lab } = newLab();
  await lab.change(() => OWN);
  await lab.change((config) => withLayer(config, 0, { units: 6 }));
  const fresh = newLab().lab;
  await fresh.change(() => withLayer(OWN, 0, { units: 6 }));
  assert.deepEqual(lab.setup, fresh.setup);
  for (const one of [lab, fresh]) await one.epoch();
  assert.ok(bits(lab).length);
  assert.deepEqual(bits(lab), bits(fresh));
  const saved = await lab.ask("save", true);
  assert.deepEqual({ ...saved, seconds: "" }, { ...(await fresh.ask("save", true)), seconds: "" });
  assert.equal(/** @type {any} */ (saved.config.data).text, TEXT);
});

test("another reading of the text reads it again, and a rejected one leaves the table that was there", async () => {
  const { lab, made, held } = newLab();
  await lab.change(() => OWN);
  const reread = (/** @type {object} */ reading) =>
    lab.change((config) => withData(config, { .../** @type {any} */ (config.data), reading }));
  assert.equal(await reread({ decimal: "x" }), false);
  assert.equal(lab.validationError?.path, "data.reading.decimal");
  assert.equal(await lab.change({ target: "nothing" }), false);
  assert.equal(await lab.change((config) => withLayer(config, 0, { units: 5 })), true);
  assert.equal(made("Table"), 2);
  assert.equal(await reread({ separator: ";", decimal: ",", header: false, skipRows: 1 }), true);
  assert.deepEqual([made("Table"), lab.setup?.data.columns[0].name], [3, "x1"]);
  assert.equal(await lab.change((config) => withLayer(config, 0, { units: 3 })), true);
  assert.equal(made("Table"), 3);
  await settled();
  assert.equal(held.size, 2);
});

test("of two changes at once both are on one table, and a file that is overtaken is let go", async () => {
  const { lab, made, held } = newLab();
  const units = (/** @type {ExperimentConfig} */ config) => withLayer(config, 0, { units: 8 });
  assert.deepEqual(await Promise.all([lab.change(() => OWN), lab.change(units)]), [false, true]);
  assert.equal(made("Table"), 1);
  const other = { ...OWN, data: { source: /** @type {const} */ ("csv"), text: "a,b\n1,2\n2,3\n3,5\n4,6\n" } };
  assert.deepEqual(await Promise.all([lab.change(() => other), lab.change(() => PRESETS.xor)]), [false, true]);
  assert.equal(lab.setup?.data.name, "xor");
  await settled();
  assert.equal(held.size, 2);
});

test("a model that follows from the data is set up on the table that was read for it", async () => {
  const { lab, made } = newLab();
  await lab.change(
    () => ({ ...OWN, model: undefined }),
    (setup) => ({ model: { ...setup.config.model, seed: 7 } }),
  );
  assert.deepEqual([lab.config.model?.seed, made("Experiment"), made("Table")], [7, 2, 1]);
});

test("a saved experiment brings its table, and what is changed of it reads nothing again", async () => {
  const { lab } = newLab();
  await lab.change(() => OWN);
  await lab.epoch();
  const saved = await lab.ask("save", true);
  const { lab: later, made, textsSent, held } = newLab();
  assert.equal(await later.open(saved), true);
  assert.deepEqual(bits(later), bits(lab));
  assert.equal(await later.change((config) => withLayer(config, 0, { units: 5 })), true);
  assert.deepEqual([made("Table"), textsSent()], [0, 1]);
  await settled();
  assert.equal(held.size, 2);
});

test("runs are compared on the table of the experiment", async () => {
  const { lab, made, textsSent, held } = newLab();
  await lab.change(() => OWN);
  const runs = [{ label: "all", batchSize: /** @type {const} */ ("all") }];
  const comparison = await lab.compare(runs, 2, { ...lab.config, scaling: "standard" });
  while (!(await comparison.runFor(50)).done);
  assert.equal((await comparison.curves()).length, 1);
  assert.deepEqual([made("Table"), textsSent()], [1, 1]);
  comparison.free();
  await settled();
  assert.equal(held.size, 2);
});

test("an engine that another experiment restarted reads the data again, and the change is taken", async () => {
  const { answer } = fullHost();
  const engine = () => new FullEngine((request) => yieldToEvents().then(() => answer(request)), 5);
  const [lab, other] = [new Lab(engine()), new Lab(engine())];
  for (const one of [lab, other]) assert.equal(await one.change(() => OWN), true);
  const { fitFor } = Experiment.prototype;
  Experiment.prototype.fitFor = () => {
    throw new WebAssembly.RuntimeError("unreachable");
  };
  await other.batch();
  Experiment.prototype.fitFor = fitFor;
  assert.equal(await lab.change((config) => withLayer(config, 0, { units: 5 })), true);
  assert.deepEqual([lab.validationError, lab.setup?.layers[0].units], [undefined, 5]);
});

test("configurations are the same by their values, wherever their text lies", () => {
  const copy = structuredClone(OWN);
  assert.equal(isSameConfig(OWN, copy), true);
  assert.equal(
    isSameConfig(OWN, { ...copy, data: { .../** @type {any} */ (copy.data), text: `${TEXT}1;2;3\n` } }),
    false,
  );
  assert.equal(isSameConfig(OWN, withData(copy, { .../** @type {any} */ (copy.data), name: "else.csv" })), false);
  assert.equal(isSameConfig(OWN, withFit(copy, { epochs: 3 })), false);
});

test("a file goes to the engine as it is: its text crosses no boundary, and means the same", async () => {
  const [own, other] = [newLab(), newLab()];
  const file = new Blob([TEXT]);
  assert.equal(await own.lab.change(() => withData(OWN, { source: "csv", text: file, name: "own.csv" })), true);
  assert.equal(await other.lab.change(() => OWN), true);
  for (const { lab } of [own, other]) await lab.epoch();
  assert.deepEqual(bits(own.lab), bits(other.lab));
  const { config, data } = /** @type {any} */ (own.lab.setup);
  assert.deepEqual([config.data.text, config.data.reading.encoding, data.rows], [undefined, "utf-8", 30]);
  assert.equal(/** @type {any} */ (own.lab.config.data).text, file);
  assert.deepEqual([own.textsSent(), own.made("Table")], [0, 1]);
  const saved = await own.lab.ask("save", true);
  assert.equal(/** @type {any} */ (saved.config.data).text, TEXT, "a saved session has it");
  // A session without its rows is opened with the file.
  const bare = /** @type {any} */ (await own.lab.ask("save", false));
  const opened = newLab();
  assert.equal(
    await opened.lab.open({ ...bare, config: { ...bare.config, data: { ...bare.config.data, text: file } } }),
    true,
  );
  assert.deepEqual(bits(opened.lab), bits(own.lab));
  for (const { lab } of [own, other, opened]) lab.close();
});

test("a file in another encoding is read as that, and another one may be chosen", async () => {
  const { lab } = newLab();
  const text = new Blob([Buffer.from("Pr\u00e9nom;\u00c2ge\n1;40\n2;41\n4;44\n", "latin1")]);
  const names = () => lab.setup?.data.columns.map(({ name }) => name);
  assert.equal(await lab.change(() => ({ data: { source: "csv", text } })), true);
  assert.deepEqual(names(), ["Pr\u00e9nom", "\u00c2ge"]);
  assert.equal(/** @type {any} */ (lab.config.data).reading.encoding, "windows-1252");
  assert.equal(await lab.change({ data: { source: "csv", text, reading: { encoding: "windows-1251" } } }), true);
  assert.deepEqual(names(), ["Pr\u0439nom", "\u0412ge"]);
  assert.equal(await lab.change({ data: { source: "csv", text, reading: { encoding: "utf-8" } } }), false);
  assert.match(String(/** @type {any} */ (lab.validationError).failure.what), /^data\.reading\.encoding/);
  assert.equal(await lab.change({ data: { source: "csv", text: new Blob([Uint8Array.of(0, 1, 2)]) } }), false);
  assert.equal(/** @type {any} */ (lab.validationError).failure.what, "bytes");
  lab.close();
});

test("a file that changed on the disk is named, and the former data stay", async () => {
  const { lab } = newLab();
  assert.equal(await lab.change({ data: { source: "csv", text: new Blob([TEXT]), name: "own.csv" } }), true);
  const former = lab.setup;
  class Changed extends Blob {
    slice() {
      return this;
    }
    /** @returns {Promise<ArrayBuffer>} */
    async arrayBuffer() {
      throw new DOMException("The requested file could not be read", "NotReadableError");
    }
  }
  assert.equal(await lab.change({ data: { source: "csv", text: new Changed([TEXT]), name: "other.csv" } }), false);
  const { code, what } = /** @type {any} */ (lab.validationError).failure;
  assert.deepEqual([code, what], ["file_changed", "file"]);
  assert.deepEqual(lab.setup, former);
  await lab.epoch();
  assert.ok((lab.state?.updates ?? 0) > 0, "and it trains on");
  lab.close();
});

test("a proposed experiment makes room before the completed one is set up, and is made again if that is rejected", async () => {
  const { lab, requests, held } = newLab();
  const { model, ...rest } = OWN;
  const kinds = () => requests.map((request) => ["make", "free", "handle"].find((kind) => kind in request));
  assert.equal(
    await lab.change(
      () => rest,
      () => ({ model }),
    ),
    true,
  );
  assert.deepEqual(kinds().slice(0, 5), ["make", "make", "handle", "free", "make"]);
  assert.equal(lab.setup?.layers[0].units, 4);
  assert.equal(
    await lab.change(
      () => rest,
      () => ({ model: { layers: [] } }),
    ),
    true,
  );
  assert.ok(Number(lab.setup?.layers.length) > 0, "the engine's own proposal");
  await settled();
  assert.equal(held.size, 2, "an experiment and its table");
  lab.close();
});
