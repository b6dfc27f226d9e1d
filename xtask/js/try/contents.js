// What stands in the packed package: its documents, their links and programs, and the licences of others.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { dirname, join } from "node:path";
import { LICENSES } from "../licenses.js";
import { run } from "./pack.js";
import { serve } from "./page.js";

/** @param {string} home Where the package lies. */
const documentsIn = (home) =>
  readdirSync(home, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(".md"));

/** Every link from a document leads to something in the package. @param {string} home */
export function checkLinks(home) {
  let count = 0;
  for (const name of documentsIn(home))
    for (const [, path] of readFileSync(join(home, name), "utf8").matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
      count++;
      assert.ok(existsSync(join(home, dirname(name), path)), `${name}: expected ${path} in the package`);
    }
  assert.ok(count > 8, `links of the package's documents: ${count}`);
}

/**
 * The crates that an engine named where it could panic, before its panics were made short, are among those whose
 * licences are told. What the standard library is made of has no version there.
 * @param {string} home
 */
export function checkLicenses(home) {
  const text = readFileSync(join(home, LICENSES), "utf8");
  for (const engine of ["pkg", "pkg-core", "pkg-full", "pkg-formats"]) {
    const list = readFileSync(join(import.meta.dirname, "../../../www", engine, "crates.txt"), "utf8").split("\n");
    const names = list.map((name) => (name.startsWith("hashbrown ") ? "hashbrown" : name));
    assert.ok(names.length > 1, `${engine}: expected names of crates`);
    for (const name of names)
      assert.ok(text.includes(`\n${name} (`), `${LICENSES}: expected ${name}, which ${engine} named`);
  }
}

/** Texts of a script, as the minifier quotes them: no step of the build changes what they say. @param {string} line */
const plainTexts = (line) => Array.from(line.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g));

/**
 * Every bundle has a map, every source of it is in the package or in the map, and texts stand where the map says.
 * @param {string} home
 */
export function checkSourceMaps(home) {
  const cdn = join(home, "cdn");
  let count = 0;
  for (const name of readdirSync(cdn, { recursive: true }).map(String)) {
    // What the bundler brings has no source, nor has what only stands there as an address.
    if (!name.endsWith(".js") || /^index\.js$|rolldown|brython-|stand-ins-/.test(name)) continue;
    const file = join(cdn, name);
    const code = readFileSync(file, "utf8");
    const [, address = ""] = /\n\/\/# sourceMappingURL=(\S+)\n$/.exec(code) ?? [];
    const payload = JSON.parse(readFileSync(join(dirname(file), address), "utf8"));
    const textOf = (/** @type {number} */ at) =>
      payload.sourcesContent?.[at] ?? readFileSync(join(dirname(file), payload.sources[at]), "utf8");
    const lines = payload.sources.map((/** @type {unknown} */ _, /** @type {number} */ at) => textOf(at).split("\n"));
    const map = new SourceMap(payload);
    code.split("\n").forEach((line, at) => {
      for (const { 1: text, index } of plainTexts(line).slice(0, 40)) {
        const entry = /** @type {import("node:module").SourceMapping} */ (map.findEntry(at, index));
        const source = lines[payload.sources.indexOf(entry.originalSource)];
        assert.ok(source[entry.originalLine].includes(text), `${name}: ${text}, ${JSON.stringify(entry)}`);
        count++;
      }
    });
  }
  assert.ok(count > 100, `texts that were found by source maps: ${count}`);
}

/** The last cells of the README's first table, which are calls of Glassnet. @param {string} readme */
const calls = (readme) =>
  (/^\|.*(?:\n\|.*)*/m.exec(readme)?.[0] ?? "")
    .split("\n")
    .slice(2)
    .map((line) => /`([^`]+)`/.exec(line.split("|").at(-2) ?? "")?.[1] ?? "");

/** What the README's table says runs. @param {string} readme */
const tableProgram = (readme) => `import init, * as glassnet from "glassnet";

await init();
const names = Object.keys(glassnet).filter((name) => name !== "default");
for (const call of ${JSON.stringify(calls(readme))}) {
  const model = new glassnet.Sequential([{ type: "Input", shape: [2] }, { units: 1 }]);
  const [x, y] = [[[0, 1], [1, 0], [2, 1]], [[1], [2], [3]]];
  const run = new Function(...names, "model", "x", "y", "return (async () => (" + call + "))()");
  await run(...names.map((name) => glassnet[name]), model, x, y);
}
`;

/**
 * Writes the README's program into the project and runs it in Node, and what its table says. Returns what it printed.
 * @param {string} home @param {string} project
 */
export function runReadme(home, project) {
  const readme = readFileSync(join(home, "README.md"), "utf8");
  const [, program = ""] = /```js\n([^]*?)```/.exec(readme) ?? [];
  assert.ok(program.split("\n").length <= 12, "README.md: expected a program of ten lines");
  assert.ok(calls(readme).length > 12, "README.md: expected a table");
  writeFileSync(join(project, "readme.js"), program);
  writeFileSync(join(project, "readme.html"), README_PAGE);
  writeFileSync(join(project, "table.js"), tableProgram(readme));
  run(process.execPath, ["table.js"], project);
  const printed = run(process.execPath, ["readme.js"], project);
  assert.match(printed, /predictions 0.00 1.00 1.00 0.00/);
  return printed;
}

const README_PAGE = `<!doctype html>
<link rel="icon" href="data:,">
<script type="module" src="./readme.js"></script>
`;

/**
 * The README's program prints in a browser what it prints in Node.
 * @param {import("@playwright/test").Browser} browser
 * @param {string} folder What a bundler wrote.
 * @param {string} printed
 */
export async function readReadme(browser, folder, printed) {
  const { address, close } = await serve(folder);
  const page = await browser.newPage();
  /** @type {string[]} */
  const lines = [];
  const lineCount = printed.trimEnd().split("\n").length;
  const over = new Promise((resolve, reject) => {
    page.on("console", (message) => lines.push(message.text()) === lineCount && resolve(undefined));
    page.on("pageerror", reject);
  });
  try {
    await page.goto(`${address}readme.html`);
    await over;
    assert.equal(`${lines.join("\n")}\n`, printed);
  } finally {
    await page.close();
    close();
  }
}
