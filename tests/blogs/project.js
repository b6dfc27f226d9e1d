/** Projects of blogs in target/blogs: their files, their packages, the programs that build them. */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

/** No engine reports that it runs. */
const QUIET = { ASTRO_TELEMETRY_DISABLED: "1", DOCUSAURUS_NO_TELEMETRY: "1", DO_NOT_TRACK: "1", CI: "true" };

/** What a program that is not there, or packages that cannot be had, come to. */
export class Missing extends Error {}

/**
 * @param {string} program
 * @param {readonly string[]} words
 * @param {string} folder
 */
export function run(program, words, folder) {
  try {
    return execFileSync(program, words, {
      cwd: folder,
      env: { ...process.env, ...QUIET },
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
  } catch (failure) {
    const { code, stdout = "", stderr = "" } = /** @type {any} */ (failure);
    if (code === "ENOENT") throw new Missing(`${program} is not installed`, { cause: failure });
    throw new Error(`${program} ${words.join(" ")} failed:\n${stdout}${stderr}`, { cause: failure });
  }
}

/**
 * Writes a blog's files anew; its packages stay.
 * @param {string} name
 * @param {Record<string, string>} files
 * @param {string} poster Where its poster goes.
 */
export function write(name, files, poster) {
  const folder = join(root, "target/blogs", name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  mkdirSync(dirname(join(folder, poster)), { recursive: true });
  copyFileSync(join(root, "docs/worked-example.png"), join(folder, poster));
  return folder;
}

/** @param {string} folder @param {string} built */
export const clean = (folder, built) => rmSync(join(folder, built), { recursive: true, force: true });

/** @param {string} name @param {() => void} get */
function having(name, get) {
  try {
    get();
  } catch (failure) {
    const words = failure instanceof Error ? failure.message.split("\n", 3).join(" ") : failure;
    throw new Missing(`${name}: ${words}`, { cause: failure });
  }
}

/**
 * Installs what an engine needs from npm.
 * @param {string} folder
 * @param {Record<string, string>} packages
 * @param {object} [description] Further fields of its package.json.
 */
export function npmInstall(folder, packages, description = { type: "module" }) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "package.json"),
    `${JSON.stringify({ private: true, ...description, dependencies: packages }, null, 2)}\n`,
  );
  const words = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"];
  having("npm", () => run("npm", words, folder));
}

/**
 * Installs what an engine needs from PyPI, into an environment of its own.
 * @param {string} folder
 * @param {Record<string, string>} packages
 */
export function pipInstall(folder, packages) {
  const wanted = Object.entries(packages).map(([name, version]) => `${name}==${version}`);
  mkdirSync(folder, { recursive: true });
  having("pip", () => {
    run("python3", ["-m", "venv", "venv"], folder);
    run("venv/bin/python", ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...wanted], folder);
  });
}
