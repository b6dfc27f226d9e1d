/**
 * A worked example at work: what the engine knows of it, kept at hand for the views.
 *
 * @import { ClaimCheck, ExampleConfig, ExampleRun, GradientCheck } from "../../../src/bindings/types.js"
 * @import { ParameterPlace, Trace } from "../../../src/bindings/types.js"
 * @import { Engine, Example } from "../engine/client.js"
 * @import { Boundaries, Segment } from "./timeline.js"
 */
import { boundaries, locate, segments } from "./timeline.js";

/** No run is longer: at Keras's learning rate of 0.01 the tutorial's example takes 7,600. */
export const LIMIT = 10_000;

/** Traces kept at hand; those around the reader's place are pending for again and again. */
const KEPT = 64;

export class Session {
  /** @type {Map<number, Trace>} */
  #traces = new Map();
  /** @type {Map<number, Promise<Trace>>} */
  #pending = new Map();
  #example;

  /**
   * @param {Example} example
   * @param {{ config: ExampleConfig, run: ExampleRun, losses: Float32Array, claims: ClaimCheck[], first: Trace }} known
   * @param {boolean} isTrained
   */
  constructor(example, { config, run, losses, claims, first }, isTrained) {
    this.#example = example;
    this.config = config;
    this.run = run;
    this.losses = losses;
    this.claims = claims;
    /** Whether run and losses are its own. */
    this.isTrained = isTrained;
    /** The record of the first iteration. */
    this.first = first;
    /** @type {Boundaries} */
    this.marks = boundaries(first.events);
    /** @type {Segment[]} */
    this.segments = segments(first.events);
    this.#store(first);
  }

  /**
   * Sets an example up and trains it to its target. Throws what the engine rejects; nothing is left behind then. Where
   * that needs the rest of the engine, as what is rejected does, it begins again once that is there.
   * @param {Engine} engine @param {ExampleConfig} config
   * @param {Session} [former] Nothing is trained then: run and losses are this one's.
   */
  static async open(engine, config, former) {
    try {
      return await Session.#open(engine, config, former);
    } catch (failure) {
      if (/** @type {any} */ (failure).code !== "engine_part") throw failure;
      await engine.rest();
      return Session.#open(engine, config, former);
    }
  }

  /** @param {Engine} engine @param {ExampleConfig} config @param {Session} [former] */
  static async #open(engine, config, former) {
    const example = await engine.example(config);
    try {
      const run = former?.run ?? (await example.run(LIMIT));
      const [full, losses, claims, first] = await Promise.all([
        example.config(),
        former?.losses ?? example.losses(),
        example.claims(),
        example.trace(0),
      ]);
      return new Session(example, { config: full, run, losses, claims, first }, !former);
    } catch (failure) {
      example.free().catch(() => {});
      throw failure;
    }
  }

  /**
   * The last position of the timeline: where the last iteration's loss is known; a diverging one is shown to its end,
   * where the numbers that are not finite stand.
   */
  get last() {
    const { length, phase } = this.marks;
    return this.run.last * length + (this.run.diverged ? length : phase[1]);
  }

  /** The iteration of a position, the operations done in it, and its trace where that is at hand. @param {number} at */
  positionAt(at) {
    const { iteration, k } = locate(at, this.marks.length);
    return { iteration, k, trace: this.known(iteration) };
  }

  /** A trace that is at hand. @param {number} iteration */
  known(iteration) {
    return this.#traces.get(iteration);
  }

  /** @param {number} iteration @returns {Promise<Trace>} */
  trace(iteration) {
    const known = this.#traces.get(iteration);
    if (known) return Promise.resolve(known);
    let pending = this.#pending.get(iteration);
    if (!pending) {
      pending = this.#example
        .trace(iteration)
        .finally(() => this.#pending.delete(iteration))
        .then((trace) => this.#store(trace));
      this.#pending.set(iteration, pending);
    }
    return pending;
  }

  /** @param {number} iteration @param {ParameterPlace} place @returns {Promise<GradientCheck>} */
  checkGradient(iteration, place) {
    return this.#example.checkGradient(iteration, place);
  }

  close() {
    // Nobody waits for it, and an engine that was restarted has nothing to free.
    this.#example.free().catch(() => {});
  }

  /** @param {Trace} trace */
  #store(trace) {
    this.#traces.set(trace.iteration, trace);
    if (this.#traces.size > KEPT) this.#traces.delete(/** @type {number} */ (this.#traces.keys().next().value));
    return trace;
  }
}
