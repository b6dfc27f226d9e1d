// The package as npm would publish it, and projects that have it installed.

import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { MAIN, PAGE, root } from "./page.js";

export { root };

/** @param {string} file @param {string[]} args @param {string} [cwd] */
export const run = (file, args, cwd = root) =>
  execFileSync(file, args, { cwd, encoding: "utf8", shell: process.platform === "win32" });

/** Packs dist/npm. @param {string} folder @returns {string} The tarball in that folder. */
export function pack(folder) {
  mkdirSync(folder, { recursive: true });
  const [{ filename, entryCount, size }] = JSON.parse(
    run("npm", ["pack", "--json", "--pack-destination", folder, join(root, "dist/npm")]),
  );
  console.log(`${filename}: ${entryCount} files, ${(size / 1e6).toFixed(2)} MB packed`);
  return join(folder, filename);
}

/** Unpacks the tarball. @param {string} tarball @param {string} folder */
export function unpackInto(tarball, folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  run("tar", ["-xzf", tarball, "-C", folder, "--strip-components=1"]);
}

/** Unpacks the tarball where a project looks for the package. @param {string} tarball @param {string} project */
export const unpack = (tarball, project) => unpackInto(tarball, join(project, "node_modules/glassnet"));

/** An empty project with the page. @param {string} project @param {object} [description] */
export function writeProject(project, description = {}) {
  mkdirSync(project, { recursive: true });
  writeFileSync(join(project, "index.html"), PAGE);
  writeFileSync(join(project, "main.js"), MAIN);
  copyFileSync(join(root, ".npmrc"), join(project, ".npmrc"));
  const name = { name: "try-glassnet", private: true, type: "module" };
  writeFileSync(join(project, "package.json"), JSON.stringify({ ...name, ...description }));
}
