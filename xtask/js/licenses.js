// The licences of what others wrote and site and package hold: npm's packages in the bundles, crates in the wasm.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

export const LICENSES = "THIRD-PARTY-LICENSES.txt";

/** @typedef {{ name: string, version: string, license: string, texts: string[] }} Package */

/** What comes with the compiler, which no list of crates has; hashbrown is a part of it. */
const STD = `Rust standard library (MIT OR Apache-2.0), Copyright (c) The Rust Project Contributors
hashbrown (MIT OR Apache-2.0), Copyright (c) 2016 Amanieu d'Antras, a part of the standard library`;

/** What packages call the file. */
const IS_LICENSE = /^(licen[cs]e|copying|unlicense|notice)/i;

/**
 * The texts of a licence: of several that one may choose from, MIT's where it is one.
 * @param {string} folder @param {string} license
 */
function textsIn(folder, license) {
  const files = readdirSync(folder).filter((name) => IS_LICENSE.test(name));
  const mit = files.filter((name) => /mit/i.test(name));
  const chosen = mit.length && !license.includes("AND") ? mit : files;
  return chosen.map((name) => readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n").trim());
}

/** The packages that npm installs for who uses the element, and what their builds bring in themselves. */
export function npmPackages() {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const names = Object.entries(packages)
    .filter(([path, { dev }]) => path && !dev && !path.includes("/@types/"))
    .map(([path]) => path);
  return [...names, "node_modules/rolldown", "node_modules/brython"].map((path) => {
    const folder = join(root, path);
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return { name, version, license, texts: textsIn(folder, license) };
  });
}

/** What cargo says. @param {string[]} args */
const cargo = (args) => execFileSync("cargo", args, { cwd: root, encoding: "utf8", maxBuffer: 1e8 });

/** The crates that are compiled into the wasm; not those that only run while it is compiled. */
export function crates() {
  const target = "wasm32-unknown-unknown";
  const format = ["--prefix", "none", "--format", "{p}"];
  const tree = cargo([
    "tree",
    "--locked",
    "--package",
    "glassnet",
    "--package",
    "glassnet_formats",
    "--features",
    "glassnet_formats/bindings",
    "--edges",
    "normal,no-proc-macro",
    "--target",
    target,
    ...format,
  ]);
  const compiled = new Set(Array.from(tree.matchAll(/^(\S+) v(\S+)/gm), ([, name, version]) => `${name} ${version}`));
  const { packages } = JSON.parse(
    cargo(["metadata", "--format-version", "1", "--locked", "--filter-platform", target]),
  );
  return packages
    .filter((/** @type {any} */ { name, version, source }) => source && compiled.has(`${name} ${version}`))
    .map((/** @type {any} */ { name, version, license, manifest_path: manifest }) => {
      return { name, version, license, texts: textsIn(dirname(manifest), license) };
    });
}

const RULE = "=".repeat(80);

/** Each text once, below those that it is of. @param {Package[]} packages */
export function licensesText(packages) {
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  for (const { name, version, license, texts } of packages) {
    const text = texts.join("\n\n") || `${license}; the package brings no text of it.`;
    groups.set(text, [...(groups.get(text) ?? []), `${name} ${version} (${license})`]);
  }
  const sections = Array.from(groups, ([text, names]) => `${RULE}\n${names.join("\n")}\n${RULE}\n\n${text}\n`);
  return `Glassnet itself is under MIT or Apache-2.0, at your choice. It holds parts of the following, by others.

${STD}

${sections.join("\n")}`;
}

/**
 * The packages of npm that modules lie in, as a bundler names modules.
 * @param {readonly string[]} modules
 */
export function packagesOf(modules) {
  const names = modules.flatMap((id) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1] ?? []);
  return Array.from(new Set(names)).sort();
}
