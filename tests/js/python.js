/** Python programs in Node, as a session's worker runs them: Brython, the stand-ins and the real engine. */
import { readFileSync } from "node:fs";
import start, * as glassnet from "../../www/pkg-full/glassnet.js";
import { ADDRESSES } from "../../www/pkg-python/library.js";
import { createBridge } from "../../www/src/code/bridge.js";
import { createInterpreter } from "../../www/src/code/interpreter.js";
import { beforeBrython } from "../../www/src/code/interpreter/before.js";
import { realm } from "../../xtask/js/python-realm.js";

/** @import { WatchEvent } from "../../www/src/code/bridge.js" */

const read = (/** @type {string} */ address) => readFileSync(new URL(address, import.meta.url), "utf8");
await start({ module_or_path: readFileSync(new URL("../../www/pkg-full/glassnet_bg.wasm", import.meta.url)) });

const SCRIPTS = ["brython.js", "stand-ins.js"].map((file) => read(`../../www/pkg-python/${file}`));
/** @type {Record<string, string>} */
const addresses = ADDRESSES;
const LIBRARY = {
  has: (/** @type {string} */ name) => Object.hasOwn(addresses, name),
  read: (/** @type {string} */ name) => JSON.parse(read(addresses[name])),
};

/**
 * An interpreter of its own: what its cells print is collected.
 * @param {{ files?: Record<string, string> }} [options]
 */
export function python({ files = {} } = {}) {
  glassnet.setRandomSeed(0);
  const { brython } = realm((run) => beforeBrython(run("globalThis")), SCRIPTS);
  const nameIn = (/** @type {string} */ path) => path.split(/[\\/]/).at(-1) ?? "";
  /** @type {WatchEvent[]} */
  const watched = [];
  let [printed, errors] = ["", ""];
  /** @type {string[]} */
  let lines = [];
  const bridge = createBridge({
    glassnet,
    files: {
      read: (path) => (nameIn(path) in files ? { name: nameIn(path), text: files[nameIn(path)] } : undefined),
      names: () => Object.keys(files),
    },
    output: (text, { replaces }) => {
      printed = replaces ? printed.replace(/.*\n$/, "") + text : printed + text;
    },
    watch: (event) => watched.push(event),
    source: (line) => lines[line - 1],
  });
  const interpreter = createInterpreter({
    brython,
    library: LIBRARY,
    call: (text) => bridge.call(text),
    write: (text, isError) => {
      if (isError) errors += text;
      else printed += text;
    },
    read: (name) => files[nameIn(name)],
  });
  return {
    bridge,
    watched,
    /** @param {string} source @param {string} [name] */
    run(source, name = "cell 1") {
      [printed, errors] = ["", ""];
      lines = source.split("\n");
      const fault = interpreter.run({ name, source });
      return { printed, errors, fault };
    },
  };
}
