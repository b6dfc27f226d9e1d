/**
 * The engine as a process of its own, for the stand-ins under CPython: it reads a request a line and answers with a
 * line: the answer of the bridge and what was printed and watched meanwhile, as JSON.
 *
 * The first line of a program is `{ source, files }`: its text, and files by their name.
 */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import start, * as glassnet from "../../www/pkg-full/glassnet.js";
import { createBridge } from "../../www/src/code/bridge.js";

const wasm = new URL("../../www/pkg-full/glassnet_bg.wasm", import.meta.url);
await start({ module_or_path: readFileSync(wasm) });

/** @type {{ output: [string, boolean][], watch: unknown[] }} */
let since = { output: [], watch: [] };
/** @type {ReturnType<typeof createBridge> | undefined} */
let bridge;

/** @param {string} line */
function begin(line) {
  /** @type {{ source: string, files: Record<string, string> }} */
  const { source, files } = JSON.parse(line);
  glassnet.setRandomSeed(0);
  const lines = source.split("\n");
  bridge = createBridge({
    glassnet,
    files: {
      read: (path) => {
        const name = path.split(/[\\/]/).at(-1) ?? "";
        return name in files ? { name, text: files[name] } : undefined;
      },
      names: () => Object.keys(files),
    },
    output: (text, { replaces }) => since.output.push([text, replaces]),
    watch: (event) => since.watch.push(event),
    source: (number) => lines[number - 1],
  });
}

/** Requests are texts in JSON, so that none has a line break. @param {string} line */
function answer(line) {
  if (!bridge || line.startsWith('{"source"')) {
    begin(line);
    return "null";
  }
  const text = bridge.call(line);
  const { output, watch } = since;
  since = { output: [], watch: [] };
  const watched = watch
    .map((event) => /** @type {any} */ (event))
    .map(({ kind, line: at, hint }) => ({ kind, at, hint }));
  return JSON.stringify({ text, output, watched });
}

for await (const line of createInterface({ input: process.stdin })) process.stdout.write(`${answer(line)}\n`);
