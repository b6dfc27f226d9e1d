/**
 * The one way from the front end to the engine. Every call is asynchronous, so that it is all the same whether the
 * engine lives on the page or, as the playground's does, in a worker.
 *
 * @import
 *   { ActivationConfig, ActivationName, ClaimCheck, ExampleConfig, ExampleRun, GradientCheck, ParameterPlace, Trace }
 *   from "../../../src/bindings/types.js"
 * @import { Answer, Failure, Request } from "./serve.js"
 */

/** A validation error of the engine, with its code and, where it has them, what, expected and received. */
class EngineError extends Error {
  /** @param {Failure} failure */
  constructor({ message, code, what = "", expected = "", received = "" }) {
    super(message);
    this.name = "EngineError";
    this.code = code ?? "engine_panic";
    this.what = what;
    this.expected = expected;
    this.received = received;
  }
}

/** @typedef {(request: Request) => Promise<Answer>} Transport */

/** The engine on the page's own thread, fetched with the first request. @returns {Transport} */
function onPage() {
  /** @type {ReturnType<typeof import("./host.js").host> | undefined} */
  let engine;
  return async (request) => {
    engine ??= (await import("./host.js")).host();
    return engine.answer(request);
  };
}

/** What the engine can do for a page. */
export class Engine {
  /** @param {Transport} transport */
  constructor(transport) {
    this.transport = transport;
  }

  /** @param {Request} request @returns {Promise<any>} */
  async ask(request) {
    const answer = await this.transport(request);
    if ("failure" in answer) throw new EngineError(answer.failure);
    return answer.value;
  }

  /** The worked example that is built in. @returns {Promise<ExampleConfig>} */
  tutorialExample() {
    return this.ask({ run: "tutorialExample", args: [] });
  }

  /** @returns {Promise<ActivationName[]>} */
  activationNames() {
    return this.ask({ run: "activationNames", args: [] });
  }

  /**
   * @param {ActivationName | ActivationConfig} name @param {number} from @param {number} to @param {number} points
   * @returns {Promise<Float32Array>}
   */
  activationCurve(name, from, to, points) {
    return this.ask({ run: "activationCurve", args: [name, from, to, points] });
  }

  /**
   * Fetches what of the engine no first picture needs, once. Before it is there a call that needs it fails with the
   * code "engine_part".
   */
  rest() {
    return this.ask({ run: "rest", args: [] });
  }

  /** Sets a worked example up. @param {ExampleConfig} config */
  async example(config) {
    return new Example(this, await this.ask({ make: "WorkedExample", args: [config] }));
  }
}

/** A worked example that lives in the engine until it is freed. */
export class Example {
  /** @param {Engine} engine @param {number} handle */
  constructor(engine, handle) {
    this.engine = engine;
    this.handle = handle;
  }

  /** @param {string} method @param {unknown[]} args */
  call(method, ...args) {
    return this.engine.ask({ handle: this.handle, method, args });
  }

  /** What it was set up from, defaults filled in. @returns {Promise<ExampleConfig>} */
  config() {
    return this.call("config");
  }

  /**
   * Trains until the target is reached or `limit` iterations are done.
   * @param {number} limit
   * @returns {Promise<ExampleRun>}
   */
  run(limit) {
    return this.call("run", limit);
  }

  /** The record of one iteration. @param {number} iteration @returns {Promise<Trace>} */
  trace(iteration) {
    return this.call("trace", iteration);
  }

  /** The loss of each iteration computed so far. @returns {Promise<Float32Array>} */
  losses() {
    return this.call("losses");
  }

  /** @returns {Promise<ClaimCheck[]>} */
  claims() {
    return this.call("claims");
  }

  /** @param {number} iteration @param {ParameterPlace} place @returns {Promise<GradientCheck>} */
  checkGradient(iteration, place) {
    return this.call("checkGradient", iteration, place);
  }

  /** Lets go of its memory in the engine. */
  free() {
    return this.engine.ask({ free: this.handle });
  }
}

/** @type {Engine | undefined} */
let shared;

/** The engine that all elements of a page share: one compiled module, a handle for each. */
export const engine = () => (shared ??= new Engine(onPage()));
