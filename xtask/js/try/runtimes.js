// Later Nodes, and runtimes beside it: they run the program of node.js.

import { PROGRAM } from "./node.js";

/**
 * Their npm packages hold a program for each platform in a package of its own.
 * @param {string} scope @param {string} file @param {string[]} args
 */
const runBy = (scope, file, args) => `import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

const here = import.meta.dirname;

export function check() {
  const scope = join(here, "node_modules/${scope}");
  const programs = readdirSync(scope).flatMap((name) => [join(scope, name, "${file}"), join(scope, name, "${file}.exe")]);
  const program = programs.find((path) => existsSync(path));
  if (!program) throw new Error("${scope}: expected a program of this platform, received none");
  execFileSync(program, ${JSON.stringify(args)}, { cwd: here, stdio: "inherit" });
}
`;

/** The package that holds Node for this platform. */
const NODE = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;

/** @param {string} version */
const node = (version) => ({
  packages: { [NODE]: version },
  tool: runBy("", "bin/node", ["try.js"]),
  files: { "try.js": PROGRAM },
});

/** @type {Record<string, import("../try-bundlers.js").Tool>} */
export const RUNTIMES = {
  "node-22": node("22.23.3"),
  "node-24": node("24.9.0"),
  bun: { packages: { bun: "1.4.5" }, tool: runBy("@oven", "bin/bun", ["try.js"]), files: { "try.js": PROGRAM } },
  deno: {
    packages: { deno: "2.9.6" },
    tool: runBy("@deno", "deno", ["run", "--allow-read", "--allow-env", "--no-lock", "try.js"]),
    files: { "try.js": PROGRAM },
  },
};
