/**
 * The worker of a session: Brython with the stand-ins, and the full engine beside it, so that a program's calls are
 * answered at once. It begins to work by itself.
 *
 * @import { Fault } from "./interpreter/errors.js"
 * @import { Printed } from "./interpreter/printing.js"
 * @import { InspectRequest, Inspected, WatchEvent } from "./bridge.js"
 */
import start, * as glassnet from "../../pkg-full/glassnet.js";
import { BRYTHON, STAND_INS } from "../../pkg-python/library.js";
import { createBridge } from "./bridge.js";
import { createInterpreter } from "./interpreter.js";
import { beforeBrython } from "./interpreter/before.js";
import { LIBRARY, prefetch } from "./interpreter/library.js";
import { heldBy, MOST } from "./interpreter/memory.js";
import { Flood, Printing } from "./interpreter/printing.js";

/**
 * @typedef {{ run: number, name: string, source: string }
 *   | { file: { name: string, text: string } }
 *   | { inspect: number, request: InspectRequest }} ToWorker
 * @typedef {{ started: true } | { beat: true } | { unable: "policy" | "start", message: string }
 *   | { printed: Printed[] } | { watch: WatchEvent } | { flood: true }
 *   | { done: number, ms: number, fault?: Fault }
 *   | { inspected: number, value: Inspected }} FromWorker
 */

/** How often the page hears that the engine works, in milliseconds. */
const BEAT = 1000;

/** How often memory is measured, in milliseconds. */
const MEASURE = 100;

/** What leads out of the page: a program has no use for it. */
const OUTWARD = [
  "fetch",
  "XMLHttpRequest",
  "WebSocket",
  "EventSource",
  "WebTransport",
  "indexedDB",
  "caches",
  "Worker",
];

/** @param {FromWorker} message @param {ArrayBuffer[]} [transfer] */
const send = (message, transfer = []) => self.postMessage(message, { transfer });

/** The memory of typed arrays, which are copies: it is handed over. @param {unknown} value @returns {ArrayBuffer[]} */
function buffersOf(value) {
  if (ArrayBuffer.isView(value)) return [/** @type {ArrayBuffer} */ (value.buffer)];
  return value && typeof value === "object" ? Object.values(value).flatMap(buffersOf) : [];
}

/** Whether text may become program here, which Brython's translations have to. */
function mayEvaluate() {
  try {
    return Boolean(new Function("return 1"));
  } catch {
    return false;
  }
}

/** A script by its address, which bundlers leave alone: some cannot split a worker. @param {string} address */
const script = (address) => import(/* webpackIgnore: true */ /* @vite-ignore */ address);

/** A fetch of either that fails is told. */
async function load() {
  beforeBrython(self);
  await Promise.all([script(BRYTHON).then(() => script(STAND_INS)), start()]);
}

/** A file's name, whatever path a program has for it. @param {string} path */
const nameIn = (path) => path.split(/[\\/]/).at(-1) ?? "";

class Session {
  /** @type {Map<string, string>} */
  files = new Map();
  /** @type {string[]} The lines of the cell that runs. */
  lines = [];
  /** When the page last heard. */
  heard = 0;
  /** When its memory was last measured. */
  measured = 0;
  flooded = false;

  constructor() {
    this.printing = new Printing((printed) => send({ printed }));
    const read = (/** @type {string} */ path) => {
      const [name, text] = [nameIn(path), this.files.get(nameIn(path))];
      return text === undefined ? undefined : { name, text };
    };
    this.bridge = createBridge({
      glassnet,
      files: { read, names: () => [...this.files.keys()] },
      output: (text, { replaces }) => this.write(text, false, replaces),
      watch: (watch) => send({ watch }, buffersOf(watch)),
      source: (line) => this.lines[line - 1],
    });
    const brython = /** @type {any} */ (globalThis).__BRYTHON__;
    this.python = createInterpreter({
      brython,
      library: LIBRARY,
      call: (text) => this.call(text),
      write: (text, isError) => this.write(text, isError),
      read: (name) => read(name)?.text,
      tick: () => {
        this.printing.flushDue();
        const now = performance.now();
        if (now - this.measured < MEASURE) return;
        this.measured = now;
        if (heldBy(brython.frame_obj) > MOST) throw this.python.exception("MemoryError", "");
      },
    });
  }

  /** @param {string} text */
  call(text) {
    const answer = this.bridge.call(text);
    const now = performance.now();
    if (now - this.heard > BEAT) {
      this.heard = now;
      send({ beat: true });
    }
    return answer;
  }

  /** @param {string} text @param {boolean} isError @param {boolean} [replaces] */
  write(text, isError, replaces) {
    try {
      this.printing.write(text, isError, replaces);
    } catch (error) {
      if (!(error instanceof Flood)) throw error;
      // A program that catches it and goes on is ended by the page.
      if (this.flooded) send({ flood: true });
      this.flooded = true;
      throw this.python.exception("RuntimeError", "too much output");
    }
  }

  /** @param {{ run: number, name: string, source: string }} message */
  async run({ run, name, source }) {
    const program = this.python.prepare({ name, source });
    const begun = performance.now();
    this.lines = source.split("\n");
    this.flooded = false;
    this.printing.begin();
    let fault;
    if ("fault" in program) ({ fault } = program);
    else {
      await prefetch(program.imports);
      fault = program.run();
    }
    this.printing.flush();
    send({ done: run, ms: performance.now() - begun, fault: this.flooded ? { ...asFlood(fault) } : fault });
  }
}

/** @param {Fault | undefined} fault @returns {Fault} */
const asFlood = (fault) => ({
  type: "RuntimeError",
  message: "too much output",
  traceback: "RuntimeError: too much output",
  ...fault,
  kind: "error",
  notThere: ["output", "print"],
});

async function work() {
  if (!mayEvaluate()) return send({ unable: "policy", message: "" });
  /** @type {Session} */
  let session;
  try {
    await load();
    session = new Session();
  } catch (error) {
    return send({ unable: "start", message: String(error) });
  }
  for (const name of OUTWARD) Reflect.deleteProperty(self, name) && Reflect.set(self, name, undefined);
  self.onmessage = ({ data }) => {
    const message = /** @type {ToWorker} */ (data);
    if ("file" in message) session.files.set(message.file.name, message.file.text);
    else if ("run" in message) session.run(message);
    else send({ inspected: message.inspect, value: session.bridge.inspect(message.request) });
  };
  return send({ started: true });
}

if ("WorkerGlobalScope" in globalThis) work();
