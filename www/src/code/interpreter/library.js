/**
 * Python's library in the built files: what a program imports is fetched before it runs, several at a time; what only
 * turns out while it runs is waited for.
 *
 * @import { Stored } from "./modules.js"
 */
import { ADDRESSES, NEEDS } from "../../../pkg-python/library.js";

/** @type {Map<string, Stored>} */
const fetched = new Map();

/** @type {Record<string, string>} */
const addresses = ADDRESSES;
/** @type {Record<string, string[]>} */
const needs = NEEDS;

/** @param {string} name */
async function load(name) {
  const answer = await fetch(addresses[name]);
  if (answer.ok) fetched.set(name, await answer.json());
}

/** Waits for a file, as Python does for a module. Taken before a program runs, which is left without it. */
const { XMLHttpRequest } = globalThis;

/** @param {string} name @returns {Stored} */
function wait(name) {
  const request = new XMLHttpRequest();
  request.open("GET", addresses[name], false);
  request.send();
  return JSON.parse(request.responseText);
}

/** @type {import("./modules.js").Library} */
export const LIBRARY = {
  has: (name) => Object.hasOwn(addresses, name),
  read: (name) => fetched.get(name) ?? wait(name),
};

/**
 * Fetches what a program imports.
 * @param {readonly string[]} names
 */
export async function prefetch(names) {
  const needed = new Set(names.flatMap((name) => needs[name] ?? []));
  // What cannot be fetched now is asked for again when the program imports it, and rejected there.
  await Promise.allSettled([...needed].filter((name) => !fetched.has(name)).map(load));
}
