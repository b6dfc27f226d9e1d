// Gives a freed handle of the engine an error with a code: wasm-bindgen's own says "null pointer passed to rust".
// Freeing a handle again does nothing, as a `using` declaration may do so at the end of its block.
// usage: node freed-handles.js <glassnet.js>

import { readFileSync, writeFileSync } from "node:fs";

const CLASS = /^export class (\w+) \{$/gm;
const RELEASE = "        this.__wbg_ptr = 0;\n";
const FREE = "    free() {\n";

const HELPERS = `
function markFreed(handle, what) {
    const get = () => {
        const [expected, received] = ["a handle that was not freed", "one that was"];
        const message = \`\${what}: expected \${expected}, received \${received}\`;
        throw Object.assign(new Error(message), { code: "freed", what, expected, received });
    };
    Object.defineProperty(handle, "__wbg_ptr", { get });
}
function isFreed(handle) {
    return Boolean(Object.getOwnPropertyDescriptor(handle, "__wbg_ptr")?.get);
}
`;

/** @param {string} code @param {string} file */
function withErrors(code, file) {
  const [before, ...classes] = code.split(/^(?=export class )/m);
  const named = classes.map((text) => {
    const [[, name]] = text.matchAll(CLASS);
    for (const part of [RELEASE, FREE])
      if (text.split(part).length !== 2) throw new Error(`${file}: expected ${part.trim()} once in the class ${name}`);
    return text
      .replace(RELEASE, `        markFreed(this, "${name}");\n`)
      .replace(FREE, `${FREE}        if (isFreed(this)) return;\n`);
  });
  return before + named.join("") + HELPERS;
}

const [file] = process.argv.slice(2);
writeFileSync(file, withErrors(readFileSync(file, "utf8"), file));
