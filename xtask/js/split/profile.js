// Which functions of an engine run while something is played with it.

import { readFileSync } from "node:fs";
import { moduleOf } from "./text.js";

/** @import { Field } from "./text.js" */

/** A module in which each function says that it ran, in a global of its own. @param {readonly Field[]} fields */
export function profiled(fields) {
  const marks = fields
    .filter(({ kind }) => kind === "func")
    .map(({ name }) => ` (global $ran${name} (export "ran${name}") (mut i32) (i32.const 0))`);
  const marking = fields.map(({ kind, name, text }) => {
    if (kind !== "func") return text;
    const [, head, body] = /^([^\n]*\n(?: {2}\(local [^\n]*\n)*)([^]*)$/.exec(text) ?? ["", text, ""];
    return `${head}  (global.set $ran${name} (i32.const 1))\n${body}`;
  });
  return moduleOf([...marking, ...marks]);
}

/**
 * The names of the functions that ran.
 * @param {string} file The wasm whose functions say so.
 * @param {() => Promise<object>} start Of the engine's JavaScript, which fetches it. @param {() => Promise<void>} play
 * @returns {Promise<Set<string>>}
 */
export async function functionsThatRan(file, start, play) {
  const { fetch, console } = globalThis;
  // Node's fetch reads no files; and a run that diverges says so.
  globalThis.fetch = async () => new Response(readFileSync(file), { headers: { "content-type": "application/wasm" } });
  globalThis.console = { ...console, warn: () => {} };
  try {
    await play();
    const marks = Object.entries(await start());
    return new Set(marks.filter(([name, mark]) => /^ran\$/.test(name) && mark.value).map(([name]) => name.slice(3)));
  } finally {
    Object.assign(globalThis, { fetch, console });
  }
}
