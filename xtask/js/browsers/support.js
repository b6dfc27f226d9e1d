// Which browsers are promised, and what MDN's compatibility data says of them.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/**
 * @typedef
 *   {{ version_added: string | boolean | null, version_removed?: string | boolean, prefix?: string,
 *     alternative_name?: string,
 *   flags?: unknown }} Statement
 * @typedef {{ __compat?: { support: Record<string, Statement | Statement[]> } } & { [name: string]: any }} Feature
 * @typedef {{ id: string, name: string, version: number }} Promised
 */

const read = createRequire(import.meta.url);
const manifest = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"));

/**
 * Names of browserslist, those of the compatibility data, and those of people.
 * @type {Record<string, readonly [id: string, name: string]>}
 */
const NAMES = {
  chrome: ["chrome", "Chrome"],
  and_chr: ["chrome_android", "Chrome for Android"],
  edge: ["edge", "Edge"],
  samsung: ["samsunginternet_android", "Samsung Internet"],
  safari: ["safari", "Safari"],
  ios_saf: ["safari_ios", "Safari on iOS"],
  firefox: ["firefox", "Firefox"],
  and_ff: ["firefox_android", "Firefox for Android"],
};

/**
 * @param {string} query As package.json has it: the oldest version of one browser.
 * @returns {readonly [name: string, version: string]}
 */
function oldest(query) {
  const [, name, version] = /^(\w+) >= (\d+(?:\.\d+)?)$/.exec(query) ?? [];
  if (!name || !NAMES[name])
    throw new Error(
      `package.json: browserslist: expected one of ${Object.keys(NAMES).join(", ")} and ">= version", received "${query}"`,
    );
  return [name, version];
}

const oldests = /** @type {string[]} */ (manifest.browserslist).map(oldest);

/** The oldest of each browser that has to work. @type {readonly Promised[]} */
export const PROMISED = oldests.map(([name, version]) => ({
  id: NAMES[name][0],
  name: NAMES[name][1],
  version: Number(version),
}));

/** The same for the bundler, which lowers syntax to it: "chrome120". */
export const TARGET = oldests
  .filter(([name]) => ["chrome", "safari", "firefox"].includes(name))
  .map(([name, version]) => name + version);

/** Read when the first question is asked: the bundler wants the browsers alone. @type {Feature | undefined} */
let data;
/** All that the data knows: `api`, `css`, `html`, `javascript`. @returns {Feature} */
export const compatData = () => (data ??= /** @type {Feature} */ (read("@mdn/browser-compat-data")));

/**
 * What is there in part counts: which part is missing, the data says in prose alone.
 * @param {Statement} statement
 * @param {number} version
 */
function holds({ version_added: added, version_removed: removed, ...limits }, version) {
  if (limits.prefix || limits.alternative_name || limits.flags || removed === true) return false;
  if (typeof removed === "string" && Number(removed.replace("≤", "")) <= version) return false;
  return added === true || (typeof added === "string" && Number(added.replace("≤", "")) <= version);
}

/**
 * The browsers that lack a feature, "Firefox 115"; none of them where the data does not know it.
 * @param {Feature | undefined} feature
 */
export function lacking(feature) {
  const support = feature?.__compat?.support;
  if (!support) return [];
  const lack = PROMISED.filter(
    ({ id, version }) => support[id] && ![support[id]].flat().some((statement) => holds(statement, version)),
  );
  return lack.map(({ name, version }) => `${name} ${version}`);
}
