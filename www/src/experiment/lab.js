/**
 * One experiment at work: what the reader asks for, what the engine answered, and the training as it goes on. All
 * panels read it; it is the only one that talks to the engine.
 *
 * Events: "setup" (another experiment, or the same from its start), "frame" (training went on; at most once an
 * animation frame), "running", "busy", "validation-error", "rest" (nobody looks any more, or somebody does again), and
 * those of what is selected.
 *
 * @import { Frame, Query } from "./polling.js"
 * @import { Experiment, ExperimentConfig, Hint } from "./types.js"
 * @import { RunConfig, RunState, SavedExperiment, Setup } from "./types.js"
 * @import { History } from "../../../src/bindings/types.js"
 * @import { FullEngine, Handle } from "../engine/full-client.js"
 */
import { Pace, MANY, onNextFrame } from "./pace.js";
import { withSeed } from "./config.js";
import { isDrawing, restAfter, tellChange } from "./draw-scheduler.js";
import { compare } from "./comparison.js";
import { callOf, Polling } from "./polling.js";
import { PendingChange } from "./pending-change.js";
import { Selection } from "./selection.js";

/** @typedef {Exclude<import("./polling.js").Query, "weights" | "history" | "hints">} PanelQuery */

/** @typedef {{ path: string, failure: unknown }} ValidationError `path` such as "model.layers[1].units". */
/**
 * How many batches at most; whether at the reader's pace; milliseconds between two frames, 0 for each that the browser
 * draws; whether also while nobody looks.
 * @typedef {{ batches?: number, paced?: boolean, between?: number, unseen?: boolean }} Training
 */

/** Milliseconds between two frames where it trains to the end as fast as can be. */
const FAST_FORWARD = 200;

export class Lab extends Selection {
  /** As the reader asked for it. @type {ExperimentConfig} */
  config = { data: { source: "advertising" } };
  /** @type {Setup | undefined} */
  setup = undefined;
  /** @type {RunState | undefined} */
  state = undefined;
  /** @type {History} */
  history = { epoch: [], history: {} };
  /** @type {Hint[]} What the engine noticed, of the setup and of the run so far. */
  hints = [];
  /** @type {Frame | undefined} */
  frame = undefined;
  /** Whether it trains. */
  running = false;
  /** Whether another experiment is being set up. */
  busy = false;
  /** @type {ValidationError | undefined} */
  validationError = undefined;
  /** Batches a second while it runs; Infinity for as many as can be. */
  pace = Infinity;
  /** Rows that were fetched, and where they lie. @type {{ text: Blob | string, address: string } | undefined} */
  fetched = undefined;
  /** What is to be set up once the reader opens the file that it lacks. @type {ExperimentConfig | undefined} */
  awaited = undefined;

  /** @type {Handle | undefined} */
  #experiment;
  #pending;
  #turn = 0;
  /** A run that was paused or overtaken ends by itself. */
  #run = 0;
  #ending = Promise.resolve(); // Of the run that was begun last.
  /** What `trainTo` was asked for last. @type {object | undefined} */
  #goal;
  #drawn = true;
  #rested = 0; // When the page may be drawn anew.
  /** Whether nobody looks: then it rests. */
  isResting = false;
  #wake = /** @type {(() => void) | undefined} */ (undefined);
  #polling = new Polling();
  #closed = false;

  /** @param {FullEngine} engine */
  constructor(engine) {
    super();
    this.engine = engine;
    this.#pending = new PendingChange(engine);
  }

  /**
   * Sets another experiment up: a part of the configuration, or what becomes of it. Where the engine rejects, the
   * former experiment stays, and `validationError` says why. Returns whether it was taken. `complete` is for a
   * change whose other half depends on its data: both are taken at once, or neither; a change of anything but the
   * model before that keeps it.
   * @param {Partial<ExperimentConfig> | ((config: ExperimentConfig) => ExperimentConfig)} change
   * @param {import("./pending-change.js").Complete} [complete]
   */
  change(change, complete) {
    this.#pending.add(this.config, change, complete);
    return this.#replace();
  }

  /**
   * Opens what was saved: the very same state.
   * @param {SavedExperiment} saved
   * @param {ExperimentConfig} [asked] As the reader asked for it.
   */
  open(saved, asked = saved.config) {
    this.#pending.open(saved, asked);
    return this.#replace();
  }

  async #replace() {
    const turn = ++this.#turn;
    this.pause();
    this.#set("busy", true);
    /** @type {Handle | undefined} */
    let made;
    let taken;
    try {
      made = await this.#pending.make();
      const [setup, state] = await made.calls([["setup"], ["state"]]);
      taken = turn === this.#turn && !this.#closed;
      if (taken) await this.#take(made, setup, state);
    } catch (failure) {
      taken = false;
      if (turn === this.#turn) this.#reject(failure);
    }
    if (!taken) made?.free();
    if (turn === this.#turn) this.#set("busy", false);
    return taken;
  }

  /** @param {Handle} experiment @param {Setup} setup @param {RunState} state */
  #take(experiment, setup, state) {
    this.#experiment?.free();
    this.#experiment = experiment;
    this.config = this.#pending.take(experiment, setup.config);
    this.validationError = undefined;
    this.startAt(setup.trainRows[0] ?? 0);
    return this.#begin(setup, state);
  }

  /**
   * From the start: everything is looked at before the panels hear of it.
   * @param {Setup} setup
   * @param {RunState} state
   */
  async #begin(setup, state) {
    this.setup = setup;
    this.frame = undefined;
    await this.#finish(state);
    this.#say("setup");
  }

  /** @param {unknown} failure */
  #reject(failure) {
    this.#pending.reject();
    this.#tellError(String(/** @type {any} */ (failure)?.what ?? ""), failure);
    if (/** @type {any} */ (failure).code === "engine_panic" && this.#experiment) this.#again(failure);
  }

  /** The engine was started anew and forgot everything: the experiment begins again. @param {unknown} failure */
  async #again(failure) {
    this.#experiment = undefined;
    if (await this.change({})) this.#tellError("", failure);
  }

  /** @param {string} path @param {unknown} failure */
  #tellError(path, failure) {
    this.validationError = { path, failure };
    this.#say("validation-error");
  }

  /** A validation error that was read. */
  forgive() {
    this.validationError = undefined;
    this.#say("validation-error");
  }

  /** A panel says what it needs in each frame, or no longer. @param {PanelQuery} what @param {boolean} on */
  subscribe(what, on) {
    if (this.#polling.subscribe(what, on) && !this.running && !this.busy) this.#finish();
  }

  selected() {
    this.#polling.forget("activations");
    super.selected();
    if (!this.running) this.#finish();
  }

  /**
   * Sets one weight or bias by its place among all of them; training goes on from there. Returns whether it was taken.
   * @param {number} index @param {number} value
   */
  async setWeight(index, value) {
    const failure = await this.ask("setWeight", index, value).catch((error) => error);
    if (failure) this.#tellError("weight", failure);
    else await this.#finish();
    return !failure;
  }

  /** Trains on at its pace until it is paused or done. */
  run() {
    return this.#train({ paced: true });
  }

  /** Trains to the end as fast as can be. */
  toEnd() {
    return this.#train({ between: FAST_FORWARD });
  }

  /** One update. */
  batch() {
    return this.#train({ batches: 1 });
  }

  /** To the end of the epoch under way. */
  epoch() {
    const { batch = 0, batches = 1 } = this.state ?? {};
    return this.#train({ batches: batches - batch });
  }

  /**
   * To where so many updates are done in all, as fast as can be, looked at or not: on from here, or from the start
   * again.
   * @param {number} updates
   */
  async trainTo(updates) {
    const goal = (this.#goal = { updates });
    this.pause();
    await this.#ending;
    if (goal === this.#goal && (this.state?.updates ?? 0) > updates) await this.reset();
    if (goal === this.#goal)
      await this.#train({ batches: updates - (this.state?.updates ?? 0), between: FAST_FORWARD, unseen: true });
  }

  pause() {
    this.#run++;
    this.#wake?.();
    if (this.running) this.#set("running", false);
  }

  /** Back to the start weights, or to those of another seed. @param {number} [seed] */
  async reset(seed) {
    const experiment = this.#experiment;
    this.pause();
    if (!experiment) return;
    try {
      const [, setup, state] = await experiment.calls([
        seed === undefined ? ["reset"] : ["reset", seed],
        ["setup"],
        ["state"],
      ]);
      if (experiment !== this.#experiment) return;
      if (seed !== undefined) this.config = withSeed(this.config, this.config.model ?? setup.config.model, seed);
      await this.#begin(setup, state);
    } catch (failure) {
      this.#reject(failure);
    }
  }

  /**
   * Any other method of the experiment.
   * @template {keyof Experiment & string} K @param {K} method @param {Parameters<Experiment[K]>} args
   * @returns {Promise<ReturnType<Experiment[K]>>}
   */
  async ask(method, ...args) {
    if (!this.#experiment) throw Object.assign(new Error("no experiment yet"), { code: "engine_start" });
    return /** @type {any} */ (await this.#experiment.call(method, ...args));
  }

  /** @param {RunConfig[]} runs @param {number} epochs */
  compare(runs, epochs, config = this.config) {
    return compare(this.#pending.tables, config, runs, epochs);
  }

  /** Nobody looks, or somebody does again. @param {boolean} on */
  rest(on) {
    this.isResting = on;
    this.#say("rest");
    if (!on) this.#wake?.();
  }

  close() {
    this.#closed = true;
    this.pause();
    this.#experiment?.free();
    this.#experiment = undefined;
    this.#pending.tables.free();
  }

  /** @param {Training} how */
  #train(how) {
    const experiment = this.#experiment;
    if (!experiment || this.running || this.state?.end) return Promise.resolve();
    const run = ++this.#run;
    this.#set("running", true);
    return (this.#ending = this.#drive(experiment, run, how));
  }

  /** @param {Handle} experiment @param {number} run @param {Training} how */
  async #drive(experiment, run, { batches = Infinity, paced = false, between = 0, unseen: goesOnUnseen = false }) {
    const first = this.state?.updates ?? 0;
    const beat = new Pace();
    let last = -Infinity;
    let unseen = false;
    try {
      while (run === this.#run && !this.state?.end) {
        const done = (this.state?.updates ?? 0) - first;
        if (done >= batches) break;
        const allowed = paced ? beat.allowed(this.pace, done) : MANY;
        const now = performance.now();
        const isFree = this.#drawn && now >= this.#rested && !isDrawing();
        if ((this.isResting && !goesOnUnseen) || allowed <= 0) {
          await (unseen && isFree ? this.#glance(experiment) : this.#waiting());
          unseen &&= !isFree;
          continue;
        }
        const due = isFree && now - last >= between;
        if (due) last = now;
        unseen = !due;
        await this.#slice(experiment, Math.min(batches - done, allowed, MANY), due);
      }
    } catch (failure) {
      if (experiment === this.#experiment) this.#reject(failure);
    }
    if (run === this.#run) this.#set("running", false);
    if (experiment === this.#experiment) await this.#finish();
  }

  /** Waits until somebody looks, or for the next frame where only the pace holds it up. */
  async #waiting() {
    const resting = this.isResting;
    await new Promise((resolve) => {
      this.#wake = () => resolve(undefined);
      if (!resting) onNextFrame(() => resolve(undefined));
    });
    this.#wake = undefined;
  }

  /** @param {Handle} experiment @param {number} batches @param {boolean} isDue Whether a frame is to be drawn. */
  async #slice(experiment, batches, isDue) {
    const due = isDue ? this.#polling.due(this) : [];
    const [state, ...seen] = await experiment.calls([
      ["fitFor", batches, this.engine.slice],
      ...due.map((what) => callOf(what, this)),
    ]);
    if (experiment !== this.#experiment) return;
    this.state = state;
    tellChange();
    if (isDue) this.#show(due, seen);
  }

  /** Shows what the last slice did, where there was no time to. @param {Handle} experiment */
  async #glance(experiment) {
    const due = this.#polling.due(this);
    const seen = await experiment.calls(due.map((what) => callOf(what, this)));
    if (experiment === this.#experiment) this.#show(due, seen);
  }

  /** A last look at everything that is wanted. @param {RunState} [known] */
  async #finish(known) {
    const experiment = this.#experiment;
    if (!experiment) return;
    this.#polling.forget();
    const due = this.#polling.due(this);
    try {
      const [state, ...seen] = await experiment.calls([["state"], ...due.map((what) => callOf(what, this))]);
      if (experiment !== this.#experiment) return;
      // While it trains on, this look may be older than the state.
      if (!this.running) this.state = known ?? state;
      this.#show(due, seen);
    } catch (failure) {
      if (experiment === this.#experiment) this.#reject(failure);
    }
  }

  /** @param {Query[]} due @param {any[]} seen */
  #show(due, seen) {
    const {
      history = this.history,
      hints = this.hints,
      ...rest
    } = Object.fromEntries(due.map((what, i) => [what, seen[i]]));
    Object.assign(this, { history, hints, frame: { ...this.frame, ...rest } });
    if (!this.#drawn) return;
    this.#drawn = false;
    onNextFrame(async () => {
      this.#drawn = true;
      this.#rested = await restAfter(() => this.#say("frame"));
    });
  }

  /** @param {"running" | "busy"} event @param {boolean} on */
  #set(event, on) {
    this[event] = on;
    this.#say(event);
  }

  /** @param {string} event */
  #say(event) {
    if (!this.#closed) this.dispatchEvent(new Event(event));
  }
}
