/**
 * Sessions of Python programs: the cells of one name share a worker, and with it their variables. A session runs cells,
 * stops them, and tells what they print, what the page may draw, and how they end.
 *
 * @import { Fault } from "./interpreter/errors.js"
 * @import { InspectRequest, Inspected } from "./bridge.js"
 * @import { FromWorker } from "./worker.js"
 */
import { hasSimd } from "../engine/simd.js";
import { PythonWorker } from "./python-worker.js";

/**
 * A cell of a page. `element` says where it stands; without it cells stand in the order in which they came.
 * @typedef {{ id: string, source: () => string, element?: Element }} Cell
 *
 * @typedef {"idle" | "loading" | "running" | "asking"} SessionState "asking": ten seconds without a call of the engine
 *   and without output; the reader says whether it goes on.
 *
 * @typedef {object} Failure
 * @property {string} cell The id of the cell that ran.
 * @property {"syntax" | "error" | "memory" | "policy" | "start"} kind "policy": the page forbids what an interpreter
 *   needs; "start": something could not be fetched, or the browser lacks it.
 * @property {string} type Python's name of the exception.
 * @property {string} message
 * @property {string} [at] The id of the cell that the line is of, which another may have called.
 * @property {number} [line]
 * @property {number} [column]
 * @property {string} traceback
 * @property {[code: string, what: string]} [notThere]
 */

/**
 * Events, each a CustomEvent:
 * `begin` { cell }, `state` { cell, state }, `output` { cell, text, replaces, isError }, `watch` { cell, event },
 * `done` { cell, ms }, `failure` a Failure, `lost` { cell }: the variables are gone, `files` { names }.
 */

/** How long a program may keep silent before the reader is asked, in milliseconds. */
const SILENCE = 10_000;

/** Before the reader is near, nothing is fetched; a session whose worker ended starts another ahead. */
export class CodeSession extends EventTarget {
  /** @type {Map<string, Cell>} */
  #cells = new Map();
  /** @type {Map<string, string>} */
  #files = new Map();
  /** The number that a cell has in tracebacks, from when it ran first. @type {Map<string, string>} */
  #names = new Map();
  /** @type {PythonWorker | undefined} */
  #worker;
  /** @type {{ cell: string, end: (ended: boolean) => void } | undefined} */
  #running;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #watchdog;
  /** Whether there are variables that can be lost. */
  #hasRun = false;
  /** @type {SessionState} */
  state = "idle";

  /** What programs may read, by name. */
  get files() {
    return [...this.#files.keys()];
  }

  /** @param {Cell} cell */
  add(cell) {
    this.#cells.set(cell.id, cell);
  }

  /** @param {string} id */
  remove(id) {
    if (this.#running?.cell === id) this.stop();
    this.#cells.delete(id);
    if (this.#cells.size) return;
    this.#worker?.end();
    this.#worker = undefined;
  }

  /** Starts the worker ahead: somebody is about to run something. */
  warm() {
    this.#worker ??= this.#open();
    return this.#worker;
  }

  /** The cells as they stand on the page. @returns {Cell[]} */
  #inOrder() {
    const cells = [...this.#cells.values()];
    return cells.sort(({ element: a }, { element: b }) => {
      if (!a || !b) return 0;
      return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
    });
  }

  /** As tracebacks have it. @param {string} id */
  #nameOf(id) {
    return `cell ${this.#inOrder().findIndex((cell) => cell.id === id) + 1}`;
  }

  /**
   * Runs a cell; true where it came to its end. A session that is at work runs no other.
   * @param {string} id
   */
  async run(id) {
    const cell = this.#cells.get(id);
    if (!cell || this.#running) return false;
    return this.#runOne(cell);
  }

  /** Runs the cells before one, up to the first that fails; not the one itself. @param {string} id */
  async runAbove(id) {
    const cells = this.#inOrder();
    for (const cell of cells.slice(
      0,
      cells.findIndex((one) => one.id === id),
    ))
      if (!(await this.run(cell.id))) return false;
    return true;
  }

  /** @param {Cell} cell @returns {Promise<boolean>} */
  #runOne(cell) {
    return new Promise((end) => {
      this.#running = { cell: cell.id, end };
      this.tell("begin", { cell: cell.id });
      if (!hasSimd()) return this.#fail("start", "simd");
      const worker = this.warm();
      this.#enter(worker.isStarted ? "running" : "loading");
      const name = this.#nameOf(cell.id);
      this.#names.set(name, cell.id);
      worker.send({ run: 1, name, source: cell.source() });
      this.#hasRun = true;
      if (worker.isStarted) this.#listen();
      return undefined;
    });
  }

  #open() {
    const worker = new PythonWorker((message) => this.#worker === worker && this.#take(message));
    for (const [name, text] of this.#files) worker.send({ file: { name, text } });
    return worker;
  }

  /** @param {FromWorker | { died: string }} message */
  #take(message) {
    if ("unable" in message) return this.#give(message.unable, message.message);
    if ("died" in message) return this.#lose(message.died);
    if ("started" in message && this.#running) this.#enter("running");
    if (!this.#running) return undefined;
    const { cell } = this.#running;
    this.#listen();
    if ("printed" in message) for (const one of message.printed) this.tell("output", { cell, ...one });
    if ("watch" in message) this.tell("watch", { cell, event: message.watch });
    if ("flood" in message) return this.#flood();
    if ("done" in message) return message.fault ? this.#fault(message.fault) : this.#finish(message.ms);
    return undefined;
  }

  /** Waits for the next that is heard. */
  #listen() {
    clearTimeout(this.#watchdog);
    if (this.state === "asking") this.#enter("running");
    this.#watchdog = setTimeout(() => this.#running && this.#enter("asking"), SILENCE);
  }

  /** The reader waits on. */
  keepOn() {
    if (this.state === "asking") this.#listen();
  }

  /** @param {SessionState} state */
  #enter(state) {
    this.state = state;
    this.tell("state", { cell: this.#running?.cell, state });
  }

  /** @param {boolean} ended */
  #leave(ended) {
    clearTimeout(this.#watchdog);
    const running = this.#running;
    this.#running = undefined;
    this.state = "idle";
    this.tell("state", { cell: running?.cell, state: "idle" });
    running?.end(ended);
  }

  /** @param {number} ms */
  #finish(ms) {
    this.tell("done", { cell: this.#running?.cell, ms });
    this.#leave(true);
  }

  /** @param {Fault} fault */
  #fault({ cell, ...fault }) {
    const at = cell === undefined ? undefined : this.#names.get(cell);
    this.tell("failure", { cell: this.#running?.cell, at, ...fault });
    this.#leave(false);
  }

  /** @param {"policy" | "start" | "memory"} kind @param {string} message */
  #fail(kind, message) {
    this.tell("failure", { cell: this.#running?.cell, kind, type: "", message, traceback: "" });
    this.#leave(false);
  }

  /**
   * A worker that cannot start is not the last word: the next run tries again.
   * @param {"policy" | "start"} kind @param {string} message
   */
  #give(kind, message) {
    this.#worker?.end();
    this.#worker = undefined;
    this.#hasRun = false;
    if (this.#running) this.#fail(kind, message);
  }

  /** The program caught what ended its output and goes on printing. */
  #flood() {
    const [type, message] = ["RuntimeError", "too much output"];
    const notThere = ["output", "print"];
    this.tell("failure", {
      cell: this.#running?.cell,
      kind: "error",
      type,
      message,
      traceback: `${type}: ${message}`,
      notThere,
    });
    this.#replace();
    this.#leave(false);
  }

  /** The worker ended by itself, as when memory is full. @param {string} message */
  #lose(message) {
    if (this.#running) this.#fail("memory", message);
    this.#replace();
  }

  /** Ends what runs: the worker goes, and with it all variables; another is started ahead. */
  stop() {
    if (!this.#running) return;
    this.#replace();
    this.#leave(false);
  }

  #replace() {
    this.#worker?.end();
    this.#worker = this.#open();
    const had = this.#hasRun;
    this.#hasRun = false;
    this.#names.clear();
    if (had) this.tell("lost", {});
  }

  /** @param {string} name @param {string} text */
  addFile(name, text) {
    this.#files.set(name, text);
    this.#worker?.send({ file: { name, text } });
    this.tell("files", { names: this.files });
  }

  /**
   * What only the engine knows, while no program runs; nothing while one does.
   * @param {InspectRequest} request
   * @returns {Promise<Inspected>}
   */
  async inspect(request) {
    if (this.#running || !this.#worker) return undefined;
    return this.#worker.inspect(request);
  }

  /** @param {string} type @param {object} detail */
  tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

/** @type {Map<string, CodeSession>} */
const sessions = new Map();

/** The session that cells of a name share, or one of its own. @param {string} [name] */
export function codeSession(name) {
  if (!name) return new CodeSession();
  const session = sessions.get(name) ?? new CodeSession();
  sessions.set(name, session);
  return session;
}
