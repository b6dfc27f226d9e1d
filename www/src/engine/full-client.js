/**
 * The way from the playground to its engine: a worker that all elements of the page share, or the page's own thread
 * where a worker cannot be had (a policy of the page, a classic script).
 *
 * @import { Transport } from "./client.js"
 * @import { Answer, Call, Request } from "./serve.js"
 */
import { yieldToEvents } from "./yield.js";
import { Engine } from "./client.js";
import { hasSimd } from "./simd.js";
import { startWorker } from "./start-worker.js";

/**
 * How long the engine may train before it reads its next message, in milliseconds: pause answers sooner than 50 ms.
 */
const SLICE = { worker: 20, page: 8 };

/** On the page's own thread, one request a turn. @returns {Transport} */
function onThisThread() {
  /** @type {Promise<{ answer: Transport }> | undefined} */
  let engine;
  return async (request) => {
    engine ??= import("./full-host.js").then(({ fullHost }) => fullHost());
    await yieldToEvents();
    return (await engine).answer(request);
  };
}

/** Where the engine cannot run: it is not even fetched. @type {Transport} */
const rejecting = async () => ({
  failure: {
    message: "the full engine: expected a browser with SIMD in WebAssembly, received one without",
    code: "engine_simd",
  },
});

/** Answers of a worker; where no worker can be started, all requests go to another host. */
class WorkerWay {
  /** @type {Map<number, { request: Request, resolve: (answer: Answer) => void }>} */
  #waiting = new Map();
  #next = 1;
  #started = false;

  /** @param {Worker} worker @param {() => Transport} instead */
  constructor(worker, instead) {
    this.worker = worker;
    worker.onmessage = ({ data: { id, answer } }) => {
      this.#started = true;
      this.#waiting.get(id)?.resolve(answer);
      this.#waiting.delete(id);
    };
    worker.onerror = ({ message }) => {
      if (!this.#started) return this.#giveUp(instead());
      for (const { resolve } of this.#waiting.values()) resolve({ failure: { message, code: "engine_start" } });
      this.#waiting.clear();
    };
  }

  /** @param {Request} request @returns {Promise<Answer>} */
  send(request) {
    return new Promise((resolve) => {
      this.#waiting.set(this.#next, { request, resolve });
      this.worker.postMessage({ id: this.#next++, request });
    });
  }

  /** @param {Transport} other */
  #giveUp(other) {
    this.worker.terminate();
    for (const { request, resolve } of this.#waiting.values()) other(request).then(resolve);
    this.#waiting.clear();
  }
}

/** What the playground asks of the engine. */
export class FullEngine extends Engine {
  /** @param {Transport} transport @param {number} slice */
  constructor(transport, slice) {
    super(transport);
    this.slice = slice;
  }

  /**
   * In a worker, or where that fails on the page's own thread.
   * @param {() => boolean} able Whether the browser can run it.
   */
  static start(able = hasSimd) {
    if (!able()) return new FullEngine(rejecting, SLICE.page);
    /** @returns {Transport} */
    const here = () => {
      engine.slice = SLICE.page;
      return (engine.transport = onThisThread());
    };
    /** @type {FullEngine} */
    const engine = new FullEngine(async (request) => (await way)(request), SLICE.worker);
    const way = startWorker()
      .then((worker) => new WorkerWay(worker, here))
      .then((way) => (/** @type {Request} */ request) => way.send(request), here);
    return engine;
  }

  /** Whether long computations would hold up the page. */
  get onPage() {
    return this.slice === SLICE.page;
  }

  /**
   * Sets something up that lives in the engine until it is freed: the table of a configuration's data or of an
   * experiment, an experiment or a comparison on a table, an experiment that was saved.
   * @param {"Table" | "tableOf" | "Experiment" | "Comparison" | "openExperiment"} what @param {unknown[]} args
   */
  async make(what, ...args) {
    return new Handle(this, await this.ask({ make: what, args }));
  }

  /**
   * Bytes as text, in the encoding that is named or in the likeliest.
   * @param {Uint8Array} bytes
   * @param {string} [encoding]
   * @returns {Promise<import("../../../src/bindings/types.js").DecodedText>}
   */
  decode(bytes, encoding) {
    return this.ask({ run: "decodeBytes", args: [bytes, encoding] });
  }

  /**
   * A model as files of another tool.
   * @param {import("../../pkg-full/glassnet.js").SavedModel} saved
   * @param {string} format
   * @param {import("../../pkg-formats/formats.js").ExportOptions} [options]
   * @returns {Promise<import("../../pkg-formats/formats.js").ModelFile[]>}
   */
  exportModel(saved, format, options = {}) {
    return this.ask({ run: "exportModel", args: [saved, format, options] });
  }

  /**
   * A run as the files by which Keras goes on with it on several workers; their names have folders.
   * @param {import("../../pkg-full/glassnet.js").RunForWorkers} run
   * @returns {Promise<import("../../pkg-formats/formats.js").ModelFile[]>}
   */
  exportForWorkers(run) {
    return this.ask({ run: "exportForWorkers", args: [run] });
  }

  /**
   * A model out of files of another tool.
   * @param {import("../../pkg-formats/formats.js").ModelFile[]} files
   * @returns {Promise<import("../../pkg-full/glassnet.js").SavedModel>}
   */
  importModel(files) {
    return this.ask({ run: "importModel", args: [files] });
  }
}

/** Something that lives in the engine. */
export class Handle {
  /** @param {FullEngine} engine @param {number} handle */
  constructor(engine, handle) {
    this.engine = engine;
    this.handle = handle;
  }

  /** @param {string} method @param {unknown[]} args */
  call(method, ...args) {
    return this.engine.ask({ handle: this.handle, method, args });
  }

  /** Several calls with one message there and one back. @param {Call[]} calls @returns {Promise<any[]>} */
  calls(calls) {
    return this.engine.ask({ handle: this.handle, calls });
  }

  /** Nobody waits for it, and an engine that was restarted has nothing to free. */
  free() {
    this.engine.ask({ free: this.handle }).catch(() => {});
  }
}

/** @type {FullEngine | undefined} */
let shared;

/** The engine that all playgrounds of a page share. */
export const fullEngine = () => (shared ??= FullEngine.start());
