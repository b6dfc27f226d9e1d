/**
 * One cell at work in its session: what it asks of it, and what came of that. Views read it; it tells its cell of every
 * change, once a frame.
 *
 * @import { CodeCell } from "./cell.js"
 * @import { CodeSession } from "./session.js"
 */
import { ConsoleText } from "./console.js";
import { withLines } from "./layer-lines.js";
import { neighbours } from "./neighbours.js";
import { Recording } from "./recording.js";
import { codeSession } from "./session.js";

/**
 * What became of the last run. "stopped" and "lost": its variables are gone.
 * @typedef {"" | "loading" | "running" | "asking" | "done" | "failed" | "stopped" | "lost"} RunState
 * @typedef {{ kind: string, type?: string, message?: string, line?: number, traceback?: string,
 *   at?: string, notThere?: [string, string] }} Failure
 */

/** What all cells of a session saw. @type {WeakMap<object, Recording>} */
const recordings = new WeakMap();

/** @param {object} session */
function recordingOf(session) {
  const recording = recordings.get(session) ?? new Recording();
  recordings.set(session, recording);
  return recording;
}

export class CellRun {
  /** @type {RunState} */
  state = "";
  /** Of the last run, in milliseconds. */
  ms = 0;
  /** @type {Failure | undefined} */
  failure;
  console = new ConsoleText();
  /** Rises with whatever is recorded. */
  version = 0;
  /** Whether it was ever run. */
  hasStarted = false;
  /** What the program reads, by name. @type {readonly string[]} */
  files = [];
  /** Whether marks at lines are of a program that was changed since. */
  isStale = false;
  /** Whether the variables of the session are gone since it ran. */
  isGone = false;
  /** Whether another cell of the session is at work. */
  isWaiting = false;

  #cell;
  /** @type {CodeSession | undefined} */
  #session;
  #name = "";
  /** @type {AbortController | undefined} */
  #listening;
  /** @type {Recording | undefined} */
  #recording;
  #isAsked = false;
  /** The program that runs. */
  #source = "";

  /** @param {CodeCell} cell @param {string} id */
  constructor(cell, id) {
    this.#cell = cell;
    this.id = id;
  }

  get isBusy() {
    return ["loading", "running", "asking"].includes(this.state);
  }

  /** Of the last run, the one that was used last at the end. */
  get models() {
    return this.#recording?.of(this.id) ?? [];
  }

  get hints() {
    return this.#recording?.hintsOf(this.id) ?? [];
  }

  /** Whether it asked for what is not there, or threw a result away: that has words of its own. */
  get needsPythonWords() {
    return Boolean(this.failure?.notThere) || this.hints.some(({ hint }) => hint.code === "unassigned");
  }

  /** The cells before it. */
  get before() {
    return neighbours(this.#cell.embed, this.#cell.attributeValues.session).before;
  }

  /** Whether a name is missing that a cell before it may make, or all of them are. */
  get needsAbove() {
    if (!this.before.length) return false;
    return this.isGone || this.failure?.type === "NameError";
  }

  /** Takes part in its session. */
  connect() {
    const name = this.#cell.attributeValues.session ?? "";
    if (this.#session && name === this.#name) return;
    this.close();
    this.#name = name;
    const session = (this.#session = codeSession(name || undefined));
    session.add({ id: this.id, source: () => this.#cell.source, element: this.#cell.embed });
    this.files = session.files;
    const { signal } = (this.#listening = new AbortController());
    for (const [type, take] of Object.entries(this.#takes)) {
      const listener = (/** @type {Event} */ event) => {
        const { detail } = /** @type {CustomEvent} */ (event);
        const { cell } = detail;
        if (type === "state") this.#wait(detail);
        if (cell === undefined || cell === this.id) take(detail);
      };
      session.addEventListener(type, listener, { signal });
    }
  }

  close() {
    this.#listening?.abort();
    this.#session?.remove(this.id);
    this.#session = undefined;
  }

  /** @type {Record<string, (detail: any) => void>} */
  #takes = {
    begin: () => this.begin(),
    state: ({ state }) => {
      if (!this.isBusy || state === "idle") return;
      this.state = state;
      this.changed();
    },
    output: ({ text, replaces, isError }) => {
      this.console.write(text, { replaces, isError });
      this.changed();
    },
    watch: ({ event }) => this.#watch(event),
    done: ({ ms }) => {
      this.ms = ms;
      this.#end("done");
      this.#cell.tell("end", { why: "finished" });
    },
    failure: (failure) => {
      this.failure = failure;
      this.#end("failed");
      this.#cell.tell("error", { code: failure.type ?? failure.kind, message: failure.message ?? failure.kind });
    },
    lost: () => {
      if (this.#session) recordings.set(this.#session, new Recording());
      if (!this.hasStarted) return;
      this.isGone = true;
      this.#end(this.isBusy ? "stopped" : this.state === "failed" ? "failed" : "lost");
    },
    files: ({ names }) => {
      this.files = names;
      this.changed();
    },
  };

  /** One cell of a session runs at a time. @param {{ cell?: string, state: string }} detail */
  #wait({ cell, state }) {
    const isWaiting = cell !== this.id && state !== "idle";
    if (isWaiting === this.isWaiting) return;
    this.isWaiting = isWaiting;
    this.changed();
  }

  /** @param {any} event */
  #watch(event) {
    const told = event.kind === "model" ? { ...event, layers: withLines(event.layers, this.#source) } : event;
    this.#recording?.take(this.id, told);
    this.version++;
    if (event.kind === "moment" && event.epoch) this.#cell.tell("epoch", { epoch: event.epoch, ...event.logs });
    this.changed();
  }

  /** @param {RunState} state */
  #end(state) {
    this.state = state;
    this.version++;
    this.changed();
  }

  /** What the last run left is gone. */
  begin() {
    if (!this.#session) return;
    this.#recording = recordingOf(this.#session);
    this.#recording.begin(this.id);
    this.console.clear();
    this.#source = this.#cell.source;
    this.failure = undefined;
    this.isStale = this.isGone = false;
    this.hasStarted = true;
    this.state = this.#session.state === "loading" ? "loading" : "running";
    this.version++;
    this.changed();
  }

  async start() {
    if (!this.isBusy) await this.#session?.run(this.id);
  }

  /** The cells before it first; those that nobody touched yet have to be fetched. */
  async above() {
    for (const embed of this.before) {
      await /** @type {any} */ (embed).read("");
      await /** @type {any} */ (embed).inner.prepare();
    }
    if (await this.#session?.runAbove(this.id)) await this.start();
  }

  stop() {
    if (this.isBusy) this.#session?.stop();
  }

  keepOn() {
    this.#session?.keepOn();
  }

  /** @param {string} name @param {string} text */
  addFile(name, text) {
    this.#session?.addFile(name, text);
  }

  /** @param {any} request @returns {Promise<any>} */
  inspect = async (request) => this.#session?.inspect(request);

  /** The program is another than the one that ran: nothing is said of its lines. */
  forgetMarks() {
    this.isStale = true;
  }

  /** Tells the cell, once a frame. */
  changed() {
    if (this.#isAsked) return;
    this.#isAsked = true;
    requestAnimationFrame(() => {
      this.#isAsked = false;
      this.#cell.follow();
    });
  }
}
