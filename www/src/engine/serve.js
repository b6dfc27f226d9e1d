/**
 * Answers requests for a compiled package, and keeps its handles: the one place that frees what lives in its memory.
 * It is the same on the page and in a worker.
 */

/**
 * @typedef {{ message: string, code: string, what?: string, expected?: string, received?: string }} Failure
 * @typedef {[method: string, ...args: unknown[]]} Call
 * @typedef {{ make: string, args: unknown[] }
 *   | { handle: number, method: string, args: unknown[] }
 *   | { handle: number, calls: Call[] }
 *   | { free: number }
 *   | { run: string, args: unknown[] }} Request `calls` are answered together, as a list.
 * @typedef {{ value: unknown } | { failure: Failure }} Answer
 */

/** @typedef {{ free(): void } & Record<string, (...args: any[]) => unknown>} Handle */

/**
 * @typedef {object} Package
 * @property {() => Promise<unknown>} start
 * @property {() => void} reset Throws the engine's memory away.
 * @property {Record<string, (...args: any[]) => unknown>} makers What has to be freed, or a promise of it.
 * @property {Record<string, (...args: any[]) => unknown>} functions
 */

/** @param {any} error @returns {Failure} */
const failureOf = ({ message, code, what, expected, received }) => ({ message, code, what, expected, received });

/** @param {string} message @param {string} code */
const failure = (message, code) => ({ failure: { message, code } });

/**
 * @param {Package} engine
 * @param {Map<number, Handle>} [handles] What was made and not freed, for makers that take it.
 * @returns {{ answer: (request: Request) => Promise<Answer> }}
 */
export function serve({ start, reset, makers, functions }, handles = new Map()) {
  /** @type {Promise<unknown> | undefined} */
  let ready;
  let next = 1;

  /** @param {string} name @param {unknown[]} args */
  async function make(name, args) {
    const made = await makers[name](...args);
    handles.set(next, /** @type {Handle} */ (made));
    return next++;
  }

  /** @param {Request} request */
  function handle(request) {
    if ("make" in request) return make(request.make, request.args);
    if ("free" in request) {
      handles.get(request.free)?.free();
      return handles.delete(request.free);
    }
    if ("run" in request) return functions[request.run](...request.args);
    const object = handles.get(request.handle);
    if (!object)
      throw Object.assign(new Error("the engine was restarted, expected a new handle"), { code: "engine_panic" });
    if ("calls" in request) return request.calls.map(([method, ...args]) => object[method](...args));
    return object[request.method](...request.args);
  }

  /** A panic leaves the engine's memory in no known state: all of it is thrown away. */
  function restart() {
    handles.clear();
    reset();
  }

  return {
    async answer(request) {
      try {
        ready ??= start();
        await ready;
      } catch (error) {
        ready = undefined;
        return failure(String(error), "engine_start");
      }
      try {
        return { value: await handle(request) };
      } catch (error) {
        // Nor is it a panic that the rest of the engine is not there yet.
        if (!(error instanceof WebAssembly.RuntimeError) || /** @type {any} */ (error).code === "engine_part")
          return { failure: failureOf(error) };
        restart();
        const { message, code = "engine_panic" } = /** @type {any} */ (error);
        return failure(`the engine panicked and was restarted: ${message}`, code);
      }
    },
  };
}
