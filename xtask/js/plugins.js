// What the builds of the front end have in common.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { LICENSES, packagesOf } from "./licenses.js";
import { putFirst, takeOut, TracedText } from "./source-map.js";

/** @typedef {import("vite").Plugin} Plugin */

/**
 * Says in a file whose code it holds; a minifier takes away what that code itself says.
 * @type {Plugin}
 */
export const nameLicenses = {
  name: "name-licenses",
  generateBundle: {
    order: "post",
    handler(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        const names = chunk.type === "chunk" ? packagesOf(chunk.moduleIds) : [];
        if (chunk.type === "chunk" && names.length)
          putFirst(bundle, chunk, `/*! With ${names.join(", ")}: ${LICENSES} */`);
      }
    },
  },
};

/**
 * Fails where files import each other in a circle: which of them is evaluated first then depends on the page, and on
 * some the other's exports are not there yet.
 * @type {Plugin}
 */
export const noCircles = {
  name: "no-circles",
  generateBundle(_options, bundle) {
    /** @param {string} file @param {string[]} way */
    const follow = (file, way) => {
      if (way.includes(file)) {
        const circle = [...way.slice(way.indexOf(file)), file];
        this.error(`files import each other: ${circle.join(" -> ")}`);
      }
      const chunk = bundle[file];
      if (chunk?.type !== "chunk" || seen.has(file)) return;
      for (const next of chunk.imports) follow(next, [...way, file]);
      seen.add(file);
    };
    /** @type {Set<string>} */
    const seen = new Set();
    for (const file of Object.keys(bundle)) follow(file, []);
  },
};

const OWN_HELPER = { code: "export const __vitePreload = (load) => load();", map: null };

/**
 * Script that runs in a host page must not write link tags into it, and the stub has no room for what would
 * do so.
 * @type {Plugin}
 */
export const noPreload = {
  name: "no-preload",
  // The stub has its own, or it would fetch a file of one line that it shares with others; so has what a worker of
  // another origin imports, where there is no document for the rest.
  resolveId: {
    order: "pre",
    handler(source, importer = "") {
      if (!source.includes("vite/preload-helper")) return undefined;
      if (/\/(locales\/languages|scenes\/index|element\/loader)\.js$/.test(importer)) return `${source}?stub`;
      // So has a program that nobody touched: the shared one lies in a file with all of the worked example.
      if (/\/(locales\/code|code\/scene)\.js$/.test(importer)) return `${source}?code`;
      return importer.endsWith("/engine/formats.js") ? `${source}?worker` : undefined;
    },
  },
  load: (id) => (/preload-helper\.js\?(stub|worker|code)/.test(id) ? OWN_HELPER : undefined),
  transform: (_code, id) => (id.includes("vite/preload-helper") ? OWN_HELPER : undefined),
  // What only Vite's own helper would read, and the file without a line that the build of a worker makes of it.
  generateBundle: {
    order: "post",
    handler(_options, bundle) {
      for (const [file, made] of Object.entries(bundle)) {
        if (made.type === "chunk") takeOut(bundle, made, ",[],import.meta.url");
        else if (!made.source.length) delete bundle[file];
      }
    },
  },
};

/**
 * Takes the indentation out of templates and style sheets, which no minifier of scripts looks into. No template of ours
 * means it.
 * @type {Plugin}
 */
export const tight = {
  name: "tight",
  enforce: "pre",
  apply: "build",
  transform(code, id) {
    if (!/\/www\/src\/.*\.js$/.test(id)) return undefined;
    const traced = new TracedText(code).replace(/\s*\n\s*/g, () => "\n").replace(/\bcss`[^`]*`/g, tightSheet);
    return { code: traced.text, map: traced.map };
  },
};

/** @param {string} sheet */
const tightSheet = (sheet) =>
  sheet
    .replace(/\/\*[^]*?\*\/\s*/g, "")
    .replace(/([{};,])\n/g, "$1")
    .replace(/ \{/g, "{")
    .replace(/: /g, ":")
    .replace(/, /g, ",")
    .replace(/ > /g, ">")
    .replace(/;\}/g, "}");

/** How far each byte is moved, so that most need no escape in a string. */
const SHIFT = 35;

/** @param {Buffer} bytes A byte for a character: base64 would be a quarter larger after compression. */
function textOf(bytes) {
  const escapes = new Map([
    [0, "\\x00"],
    [10, "\\n"],
    [13, "\\r"],
    [34, '\\"'],
    [92, "\\\\"],
  ]);
  const characters = Array.from(bytes, (byte) => (byte + SHIFT) & 255);
  return `"${characters.map((code) => escapes.get(code) ?? String.fromCharCode(code)).join("")}"`;
}

/**
 * Puts the engine into the script that starts it: nothing has to be fetched, which another origin could forbid.
 * @type {Plugin}
 */
export const inlineWasm = {
  name: "inline-wasm",
  enforce: "pre",
  transform(code, id) {
    if (!/\/pkg(-full)?\/glassnet\.js$/.test(id)) return undefined;
    const address = /new URL\('(.*?\.wasm)', import\.meta\.url\)/.exec(code);
    if (!address) return this.error(`${id}: expected the address of its wasm`);
    const text = textOf(readFileSync(join(dirname(id), address[1])));
    const bytes = `Uint8Array.from(${text}, (c) => c.charCodeAt(0) - ${SHIFT})`;
    // Lines stay what they are.
    return { code: code.replace(address[0], () => bytes), map: null };
  },
};

/** Puts one module in the place of another. @param {RegExp} from @param {string} to @returns {Plugin} */
export const instead = (from, to) => ({
  name: "instead",
  enforce: "pre",
  resolveId: (name) => (from.test(name) ? to : undefined),
});

/**
 * A classic script has what steps need in it: imported at once it is smaller than what waits for the call.
 * @type {Plugin}
 */
export const stepsAtOnce = {
  name: "steps-at-once",
  enforce: "pre",
  transform(code, id) {
    const [asked, at] = ['import("./steps.js")', 'import * as atOnce from "./steps.js";\n'];
    return /\/worked\/open\.js$/.test(id) ? { code: at + code.replace(asked, "atOnce"), map: null } : undefined;
  },
};

/**
 * Has classic scripts fetch as scripts of their own what a reader may not need: the words of the worked example in a
 * language, what is opened in it, and the poster.
 * @type {Plugin}
 */
export const separateScripts = {
  name: "separate-scripts",
  enforce: "pre",
  transform(code, id) {
    if (!/\/www\/src\/.*\.js$/.test(id)) return undefined;
    const separated = code
      .replace(/import\("\.\/(\w+)\/worked\.js"\)/g, (_, language) => separate(`words-${language}`, language))
      .replace(/import\("\.\/(?!views)(\w+)\/opened\.js"\)/g, (_, language) =>
        separate(`opened-${language}`, `opened_${language}`),
      )
      .replace(/import\("\.\/text\.js"\)/g, separate("text", "text"))
      .replace(/import\("\.\.\/poster\.js"\)/g, separate("poster", "poster"))
      .replace(/import\("\.\/views\/opened\.js"\)/g, separate("opened", "opened"));
    return { code: separated, map: null };
  },
};

/** @param {string} file @param {string} name Of its exports in the loader's global. */
const separate = (file, name) =>
  `globalThis.glassnet.script("classic/${file}.js").then(() => globalThis.glassnet.${name})`;

/**
 * Imports modules where a classic script says that the build does. The list of scenes imports none then where the
 * script brings none: it would hold all of them.
 * @param {readonly string[]} modules
 * @returns {Plugin}
 */
export const importing = (modules) => ({
  name: "importing",
  enforce: "pre",
  transform(code, id) {
    if (/\/classic\/scenes\.js$/.test(id))
      return { code: modules.map((name) => `import ${JSON.stringify(name)};`).join("\n"), map: null };
    const isList = /\/scenes\/index\.js$/.test(id);
    return isList && !modules.length ? { code: code.replace(/import\("[^"]+"\)/g, "(0)"), map: null } : undefined;
  },
});
