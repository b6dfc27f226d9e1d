/**
 * The stand-ins under CPython, for tests: one process that runs programs one after the other.
 *
 * @typedef {{ kind: string, at?: number, hint?: { code: string, facts: any } }} Watched
 * @typedef {{ printed: string, watched: Watched[], error: null
 *   | { type: string, message: string, line: number | null, notThere: [string, string] | null } }} Ran
 */
import { execFileSync, spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** Python's program where there is one that is new enough; undefined elsewhere. */
export const python = ["python3", "python"].find((name) => {
  try {
    execFileSync(name, ["-c", "import sys; sys.exit(sys.version_info < (3, 9))"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
});

/** Starts the process; `end` ends it. */
export function startPython() {
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: "1", PYTHONIOENCODING: "utf-8" };
  const child = spawn(python ?? "python3", ["tests/python/serve.py"], { stdio: ["pipe", "pipe", "inherit"], env });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    /** @param {string} source @param {Record<string, string>} [files] @returns {Promise<Ran>} */
    async run(source, files = {}) {
      child.stdin.write(`${JSON.stringify({ source, files })}\n`);
      return JSON.parse((await lines.next()).value);
    },
    end: () => child.stdin.end(),
  };
}
