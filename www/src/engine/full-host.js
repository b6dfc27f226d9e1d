/**
 * The engine of the playground: the full package; in a worker it begins to answer by itself. Beside `host.js` the only
 * module that imports a compiled package.
 *
 * @import { DataConfig, RunConfig, SavedExperiment } from "../../pkg-full/glassnet.js"
 * @import { DataConfig as PageData } from "../experiment/types.js"
 */
import start, * as glassnet from "../../pkg-full/glassnet.js";
import { FORMATS } from "./formats.js";
import { serve } from "./serve.js";

/**
 * Data as the engine takes them, and the file that stands for their text.
 * @param {PageData} data
 * @returns {[data: DataConfig, file?: Blob]}
 */
function withFile(data) {
  const { text } = /** @type {{ text?: unknown }} */ (data ?? {});
  if (!(text instanceof Blob)) return [/** @type {DataConfig} */ (data)];
  return [/** @type {DataConfig} */ ({ ...data, text: "" }), text];
}

/** A file is read in pieces of so many bytes. */
const PIECE = 1_000_000;

/** The bytes of a file on the reader's disk, which may have changed since it was opened. @param {Blob} file */
async function read(file) {
  try {
    return await file.arrayBuffer();
  } catch (failure) {
    const [expected, received] = ["a file as it was when it was opened", String(failure)];
    const message = `file: expected ${expected}, received ${received}`;
    throw Object.assign(new Error(message), { code: "file_changed", what: "file", expected, received });
  }
}

/** The bytes of a file in the engine; nobody else holds them. @param {Blob} file */
async function bytesOf(file) {
  const bytes = new glassnet.FileBytes(file.size);
  const { port1: away, port2 } = new MessageChannel();
  port2.close();
  for (let at = 0; at < file.size; at += PIECE) {
    const piece = await read(file.slice(at, at + PIECE));
    bytes.push(new Uint8Array(piece));
    // Handed to nobody, its memory is free at once, not when garbage is collected.
    away.postMessage(null, [piece]);
  }
  away.close();
  return bytes;
}

/** A saved experiment with the text of its file. @param {SavedExperiment} saved */
async function withText(saved) {
  const [data, file] = withFile(saved?.config?.data);
  if (!file || data.source !== "csv") return saved;
  const { text } = glassnet.decodeBytes(await read(file), data.reading?.encoding);
  return { ...saved, config: { ...saved.config, data: { ...data, text } } };
}

/** An engine on this very thread. */
export function fullHost() {
  /** @type {Parameters<typeof serve>[1]} */
  const handles = new Map();
  /** @param {number} handle @returns {any} */
  const at = (handle) => {
    const found = handles.get(handle);
    if (found) return found;
    throw Object.assign(new Error("the engine was restarted, expected a table anew"), { code: "engine_restarted" });
  };
  /** @type {(table: number, config: object) => glassnet.Experiment} */
  const experiment = (table, config) => new glassnet.Experiment(at(table), config);
  const makers = {
    async Table(/** @type {PageData} */ given) {
      const [data, file] = withFile(given);
      return glassnet.Table.load(data, file && (await bytesOf(file)));
    },
    tableOf: (/** @type {number} */ made) => at(made).table(),
    Experiment: experiment,
    openExperiment: async (/** @type {SavedExperiment} */ saved) => glassnet.Experiment.open(await withText(saved)),
    Comparison(/** @type {number} */ table, /** @type {object} */ config, /** @type {RunConfig[]} */ runs, epochs = 0) {
      const start = experiment(table, config);
      try {
        return start.compare(runs, epochs);
      } finally {
        start.free();
      }
    },
  };
  const { activationCurve, activationNames, decodeBytes } = glassnet;
  const functions = { activationCurve, activationNames, decodeBytes, ...FORMATS };
  return serve({ start, reset: glassnet.__wbg_reset_state, makers, functions }, handles);
}

/**
 * The memory of all typed arrays in an answer: each is a copy of its own, and is handed over instead of copied again.
 * @param {unknown} value
 * @returns {ArrayBuffer[]}
 */
function buffersOf(value) {
  if (ArrayBuffer.isView(value)) return [/** @type {ArrayBuffer} */ (value.buffer)];
  if (Array.isArray(value)) return typeof value[0] === "object" ? value.flatMap(buffersOf) : [];
  return value && typeof value === "object" ? Object.values(value).flatMap(buffersOf) : [];
}

/** Requests come as messages with a number, answers go back with the same. */
function work() {
  const engine = fullHost();
  self.onmessage = async ({ data: { id, request } }) => {
    const answer = await engine.answer(request);
    self.postMessage({ id, answer }, { transfer: buffersOf(answer) });
  };
}

if ("WorkerGlobalScope" in globalThis) work();
