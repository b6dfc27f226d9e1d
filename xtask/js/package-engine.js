// Puts a compiled engine into the npm package: reads its wasm in Node too, and says by name what a smaller build lacks.

import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { nameIn, namesMissing, placeOf } from "./names-missing.js";

/**
 * Node's fetch reads no files. There is no `import` of Node's modules, which bundlers for the web would look for.
 */
const READ_FILE = `
function readFile(address) {
    const builtin = globalThis.process?.getBuiltinModule;
    if (!builtin || !String(address).startsWith("file:")) return undefined;
    return builtin("node:fs/promises").readFile(builtin("node:url").fileURLToPath(String(address)));
}
`;

/** @param {string} code @param {string} from @param {string} to */
function replace(code, from, to) {
  if (code.split(from).length !== 2) throw new Error(`package: expected ${from} once in the engine's JavaScript`);
  return code.replace(from, () => to);
}

/**
 * Every engine's wasm has a name of its own, so that all may be copied into one folder.
 * @param {string} from The folder that was built. @param {string} to @param {string} wasm Its name in the package.
 * @param {string} name What was built.
 */
export function packEngine(from, to, wasm, name) {
  mkdirSync(to, { recursive: true });
  const code = readFileSync(join(from, `${name}.js`), "utf8");
  const named = replace(
    code,
    `new URL('${name}_bg.wasm', import.meta.url)`,
    `new URL("./${wasm}.wasm", import.meta.url)`,
  );
  const fetching = "module_or_path = fetch(module_or_path)";
  const reading = "module_or_path = readFile(module_or_path) ?? fetch(module_or_path)";
  writeFileSync(join(to, `${name}.js`), replace(named, fetching, reading) + READ_FILE);
  // Its classes can be disposed of by `using`, which is in no yearly edition of the language's types.
  const types = `/// <reference lib="esnext.disposable" />\n${readFileSync(join(from, `${name}.d.ts`), "utf8")}`;
  writeFileSync(join(to, `${name}.d.ts`), types);
  cpSync(join(from, `${name}_bg.wasm`), join(to, `${wasm}.wasm`));
}

/**
 * A module that puts engines together, or its types, which finds them in the package's folders.
 * @param {string} from @param {string} out The package.
 */
export function packEntry(from, out) {
  const text = readFileSync(from, "utf8").replaceAll('"../../www/', '"./');
  // Name by name: what comes by a star from a module beside a side effect is not found by Parcel 2.
  const named = text.replace(/^export \* from "(.*)";$/m, (star, module) => {
    const engine = from.endsWith(".d.ts") ? "" : readFileSync(join(out, module), "utf8");
    const names = Array.from(engine.matchAll(/^export (?:class|function) (\w+)/gm), ([, name]) => name);
    return names.length ? `export { ${names.join(", ")} } from "${module}";` : star;
  });
  writeFileSync(join(out, basename(from)), named);
}

/** A started engine. @param {string} module @param {string} wasm @returns {Promise<Record<string, any>>} */
async function engineOf(module, wasm) {
  const engine = await import(pathToFileURL(module).href);
  await engine.default({ module_or_path: readFileSync(wasm) });
  return engine;
}

/** The names of what is on an object itself. @param {object} of */
const namesOf = (of) => Object.getOwnPropertyNames(of).filter((name) => !/^(length|name|prototype|__.*)$/.test(name));

const THROW = "throw takeFromExternrefTable0(";

/**
 * Has errors of a smaller engine say what the full one would have taken.
 * @param {string} code @param {Record<string, string[]>} names By the place where they are rejected.
 */
const withNamesMissing = (code, names) => `${code.replaceAll(THROW, "throw withImport(takeFromExternrefTable0)(")}
const MISSING = ${JSON.stringify(names)};
const placeOf = ${placeOf};
const nameIn = ${nameIn};
function withImport(take) {
    return (at) => {
        const error = take(at);
        const { what, expected, received } = error ?? {};
        if (!received || !MISSING[placeOf(what)]?.includes(nameIn(received))) return error;
        error.received = \`\${received}, which only "glassnet" has: import { Sequential } from "glassnet"\`;
        error.message = \`\${what}: expected \${expected}, received \${error.received}\`;
        return Object.assign(error, { code: "not_in_core" });
    };
}
`;

/**
 * Adds to a smaller engine what only the full one has: functions that throw an error which says so, and the same for
 * names, fields and arguments.
 * @param {string} out The package.
 */
export async function rejectMissing(out) {
  const file = join(out, "pkg-core/glassnet.js");
  const has = await engineOf(file, join(out, "pkg-core/core.wasm"));
  const all = await engineOf(join(out, "glassnet.js"), join(out, "pkg-full/glassnet.wasm"));
  const names = Object.keys(all).filter((name) => !(name in has) && !name.startsWith("__"));
  const statics = names.map((name) => [name, namesOf(all[name])]).filter(([, methods]) => methods.length);
  const prototype = all.Sequential.prototype;
  const missing = namesOf(prototype).filter((name) => !(name in has.Sequential.prototype));
  const isGetter = (/** @type {string} */ name) => Boolean(Object.getOwnPropertyDescriptor(prototype, name)?.get);
  const methods = missing.filter((name) => !isGetter(name));
  const own = namesOf(all.Sequential).filter((name) => !(name in has.Sequential));
  const longer = namesOf(has.Sequential.prototype).filter(
    (name) => !isGetter(name) && prototype[name]?.length > has.Sequential.prototype[name].length,
  );
  writeFileSync(
    file,
    `${withNamesMissing(readFileSync(file, "utf8"), namesMissing(has, all))}
function missing(what) {
    const hint = \`import { \${what.split(".")[0]} } from "glassnet"\`;
    const message = \`\${what}: expected what glassnet/core has, received what only "glassnet" has: \${hint}\`;
    throw Object.assign(new Error(message), { code: "not_in_core", what, expected: "glassnet/core", received: "glassnet" });
}
function lacks(what, on, names, getters = []) {
    for (const name of names) on[name] = () => missing(\`\${what}.\${name}\`);
    for (const name of getters) Object.defineProperty(on, name, { get: () => missing(\`\${what}.\${name}\`) });
}
function takes(on, names) {
    for (const name of names) {
        const method = on[name];
        on[name] = function (...given) {
            if (given.slice(method.length).some((argument) => argument !== undefined)) missing(\`Sequential.\${name}, options\`);
            return method.apply(this, given);
        };
    }
}
${names.map((name) => `export function ${name}() { missing("${name}"); }`).join("\n")}
${statics.map(([name, own]) => `lacks("${name}", ${name}, ${JSON.stringify(own)});`).join("\n")}
lacks("Sequential", Sequential, ${JSON.stringify(own)});
takes(Sequential.prototype, ${JSON.stringify(longer)});
lacks("Sequential", Sequential.prototype, ${JSON.stringify(methods)}, ${JSON.stringify(missing.filter(isGetter))});
`,
  );
}
