// What a reader downloads of the built site: its files, which of them an embed loads, and how much that is.

import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { minifySync } from "vite";
import { LANGUAGES } from "../../www/src/locales/languages.js";

const LANGUAGE = new RegExp(`/(words-)?(${Object.keys(LANGUAGES).join("|")})[-.]`);

/** What stands in a page before any reader is near. */
export const STUB = "glass-net.js";

/** @typedef {{ name: string, bytes: Buffer, raw: number, brotli: number }} File */

/** @param {Buffer} bytes */
const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** @param {string} folder @returns {File[]} */
export function readSite(folder) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(join(folder, "/").length))
    .filter((name) => !name.split("/").some((part) => part.startsWith(".")));
  return names.sort().map((name) => {
    const bytes = readFileSync(join(folder, name));
    return { name, bytes, raw: bytes.length, brotli: brotli(bytes) };
  });
}

/** Of files of other tools, wasm and JavaScript, in bytes of brotli. */
export const FORMATS_BUDGET = 200_000;

/**
 * What a page loads of an engine, in bytes of brotli: its wasm, and its JavaScript as a bundler writes it.
 * @param {string[]} modules The engine's JavaScript. @param {string} wasm
 */
export function weightOfEngine(modules, wasm) {
  const minified = modules.map((file) => minifySync("engine.js", readFileSync(file, "utf8"), { module: true }).code);
  return brotli(Buffer.from(minified.join("\n"))) + brotli(readFileSync(wasm));
}

/** What is loaded where modules cannot be. @param {File} file */
export const isClassic = ({ name }) => /^classic\/|\.classic\.js$/.test(name);

/**
 * What is loaded when somebody asks for it, not before, or is there to be read; and the playground's engine where no
 * worker can be had.
 * @param {File} file
 */
const isOther = ({ name }) =>
  /\/(poster|opened|steps|text|formats|formats_bg|secondary|drawer|full-host|\w+-panel)-|^code\/(cell|editor|inside)-|\.txt$/.test(
    name,
  );

/** What a worked example loads once its first picture is there. @param {File} file */
export const isAfterPicture = ({ name }) => /^assets\/(steps|secondary)-[^/]*\.(js|wasm)$/.test(name);

/**
 * A visit loads one language of each set of words, the larger here.
 * @param {File[]} files
 */
export function withoutAlternatives(files) {
  const languages = (/** @type {string} */ folder) =>
    files
      .filter(({ name }) => name.startsWith(folder) && LANGUAGE.test(name))
      .sort((a, b) => b.brotli - a.brotli)
      .slice(1);
  const left = [...languages("assets/"), ...languages("playground/"), ...languages("classic/")];
  return files.filter((file) => !left.includes(file));
}

/**
 * Files, and each one that they name, and so on.
 * @param {readonly string[]} first Their names. @param {File[]} files
 */
export function loadedFrom(first, files) {
  const possible = files.filter((file) => !isClassic(file) && !isOther(file));
  const loaded = new Set(possible.filter(({ name }) => first.includes(name)));
  for (const { name, bytes } of loaded) {
    if (!/\.(html|js|css)$/.test(name)) continue;
    const text = bytes.toString();
    for (const other of possible)
      if (!other.name.endsWith(".html") && text.includes(basename(other.name))) loaded.add(other);
  }
  return files.filter((file) => loaded.has(file));
}

/** @param {readonly File[]} files */
export const sumOf = (files) => files.reduce((sum, { brotli: bytes }) => sum + bytes, 0);

/** The engine of the worked example, which the others name and do not load. @param {File} file */
const isSmallEngine = ({ name }) => /^assets\/(host|primary)-/.test(name);

/**
 * What an embed of each scene loads, in bytes of brotli, and the stub alone.
 * @param {string} folder
 * @param {Record<string, string>} entries The file of each scene that is fetched first.
 * @param {string} speaker The file that asks for the words of the worked example, which the stub names.
 * @returns {Record<string, number>}
 */
export function weightsOf(folder, entries, speaker) {
  const files = readSite(folder);
  const stub = files.filter(({ name }) => name === STUB);
  // The stub names every scene; only one of them is fetched.
  const others = files.filter((file) => !stub.includes(file));
  const named = stub.map(({ bytes }) => bytes.toString()).join("");
  const words = others.map(({ name }) => name).filter((name) => LANGUAGE.test(name) && named.includes(basename(name)));
  const weigh = (/** @type {[string, string]} */ [scene, first]) => {
    const possible = scene === "worked" ? others : others.filter((file) => !isSmallEngine(file));
    const loaded = loadedFrom([first], possible);
    const all = loaded.some(({ name }) => name === speaker) ? loadedFrom([first, ...words], possible) : loaded;
    const later = scene === "worked" ? others.filter(isAfterPicture) : [];
    return [scene, sumOf([...stub, ...withoutAlternatives(all), ...later])];
  };
  return { stub: sumOf(stub), ...Object.fromEntries(Object.entries(entries).map(weigh)) };
}
