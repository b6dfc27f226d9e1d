/**
 * Runs the engine and keeps its handles: the only module that imports the compiled package, and the one place that
 * frees what lives in its memory. It answers the same requests on the page and in a worker.
 */
import start, * as glassnet from "../../pkg/glassnet.js";

/**
 * @typedef {{ message: string, code: string, what?: string, expected?: string, received?: string }} Failure
 * @typedef {"WorkedExample"} ClassName
 * @typedef {"activationCurve" | "activationNames" | "tutorialExample"} FunctionName
 * @typedef {{ make: ClassName, args: unknown[] }
 *   | { handle: number, method: string, args: unknown[] }
 *   | { free: number }
 *   | { run: FunctionName, args: unknown[] }} Request
 * @typedef {{ value: unknown } | { failure: Failure }} Answer
 */

/** @typedef {{ free(): void } & Record<string, (...args: any[]) => unknown>} Handle */

const CLASSES = { WorkedExample: glassnet.WorkedExample };
const FUNCTIONS = {
  activationCurve: glassnet.activationCurve,
  activationNames: glassnet.activationNames,
  tutorialExample: glassnet.tutorialExample,
};

/** @param {any} error @returns {Failure} */
const failureOf = ({ message, code, what, expected, received }) => ({ message, code, what, expected, received });

/** @param {string} message @param {string} code */
const failure = (message, code) => ({ failure: { message, code } });

/** @returns {{ answer: (request: Request) => Promise<Answer> }} */
export function host() {
  /** @type {Map<number, Handle>} */
  const handles = new Map();
  /** @type {Promise<unknown> | undefined} */
  let ready;
  let next = 1;

  /** @param {Request} request */
  function handle(request) {
    if ("make" in request) {
      const made = new (/** @type {any} */ (CLASSES[request.make]))(...request.args);
      handles.set(next, made);
      return next++;
    }
    if ("free" in request) {
      handles.get(request.free)?.free();
      return handles.delete(request.free);
    }
    if ("run" in request) return /** @type {any} */ (FUNCTIONS[request.run])(...request.args);
    const object = handles.get(request.handle);
    if (!object) throw Object.assign(new Error("the engine was restarted, expected a new handle"), { code: "engine_panic" });
    return object[request.method](...request.args);
  }

  /** A panic leaves the engine's memory in no known state: all of it is thrown away. */
  function restart() {
    handles.clear();
    glassnet.__wbg_reset_state();
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
        return { value: handle(request) };
      } catch (error) {
        if (!(error instanceof WebAssembly.RuntimeError)) return { failure: failureOf(error) };
        restart();
        return failure(`the engine panicked and was restarted: ${error.message}`, "engine_panic");
      }
    },
  };
}
