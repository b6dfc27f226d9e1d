// Brython in a context of its own in Node, as in a worker: for the build, which translates with it, and for tests.

import vm from "node:vm";

/** Of Node's own realm. */
const LENT = { URL, Event, TextEncoder, TextDecoder, crypto: globalThis.crypto, performance };

/** What a worker has and Brython looks for. */
const SETUP = `
  globalThis.self = globalThis;
  globalThis.WorkerGlobalScope = class {};
  globalThis.WorkerNavigator = class {};
  globalThis.navigator = new WorkerNavigator();
  globalThis.importScripts = () => {};
  globalThis.Node = class {};
  globalThis.location = { href: "https://python/worker.js", origin: "https://python", pathname: "/worker.js" };
`;

/**
 * @param {(evaluate: (script: string) => any) => void} prepare What comes before Brython.
 * @param {readonly string[]} scripts Brython, and what comes after it.
 * @returns {{ brython: any, run: (script: string) => any }}
 */
export function realm(prepare, scripts) {
  // Brython tells on the console of what it meets.
  const quiet = Object.fromEntries(["log", "info", "debug", "warn", "error"].map((name) => [name, () => {}]));
  const context = vm.createContext({ console: quiet, setTimeout, clearTimeout, ...LENT });
  const run = (/** @type {string} */ script) => vm.runInContext(script, context);
  run(SETUP);
  prepare(run);
  for (const script of scripts) run(script);
  return { brython: run("__BRYTHON__"), run };
}
