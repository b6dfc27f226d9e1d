// Builds what Python needs in the page into www/pkg-python: Brython; the stand-ins with `sys` and `math`, translated
// beforehand, as that takes a browser seconds; and modules of Python's library, each a file of its own.
// usage: node python.js

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { minifySync } from "vite";
import { beforeBrython } from "../../www/src/code/interpreter/before.js";
import { createInterpreter } from "../../www/src/code/interpreter.js";
import { realm } from "./python-realm.js";

/** @import { Stored } from "../../www/src/code/interpreter/modules.js" */

const root = resolve(import.meta.dirname, "../..");
const out = join(root, "www/pkg-python");
const brythonAt = (/** @type {string} */ file) => readFileSync(join(root, "node_modules/brython", file), "utf8");

/** Modules of Python's library that programs may import; what these need comes with them. */
const OFFERED = [
  ...["abc", "base64", "bisect", "calendar", "collections", "collections.abc", "contextlib", "copy", "csv"],
  ...["dataclasses", "datetime", "decimal", "enum", "fractions", "functools", "hashlib", "heapq", "io", "itertools"],
  ...["json", "keyword", "numbers", "operator", "os", "os.path", "pathlib", "pprint", "random", "re", "statistics"],
  ...["string", "struct", "textwrap", "time", "timeit", "types", "typing", "warnings"],
];
/** What they import only when some function is called. */
const LATE = ["_strptime", "_locale", "locale", "decimal", "_pydecimal", "encodings", "encodings.utf_8"];

/** What the tutorial's programs need of it, and every program may import for nothing. */
const WITHIN = ["sys", "math"];

/** Pure Python's own names in the text of modules: `numpy/_array.py` is `numpy._array`. @param {string} file */
const nameOf = (file) =>
  file
    .replace(/\.py$/, "")
    .replaceAll(/[\\/]/g, ".")
    .replace(/\.__init__$/, "");

/** @returns {Record<string, Stored>} */
function standIns() {
  const folder = join(root, "www/src/code/python");
  const files = readdirSync(folder, { recursive: true }).map(String);
  const modules = files
    .filter((file) => file.endsWith(".py"))
    .sort()
    .map((file) => [nameOf(file), stored(readFileSync(join(folder, file), "utf8"), file.endsWith("__init__.py"))]);
  const prelude = readFileSync(join(root, "www/src/code/interpreter/prelude.py"), "utf8");
  return { ...Object.fromEntries(modules), prelude: stored(prelude, false) };
}

/** @param {string} text @param {boolean} isPackage @returns {Stored} */
const stored = (text, isPackage) => (isPackage ? [".py", text, [], 1] : [".py", text, []]);

/** Python's library as Brython brings it. @returns {Record<string, Stored>} */
function library() {
  /** @type {Record<string, Stored>} */
  let modules = {};
  const brython = { update_VFS: (/** @type {typeof modules} */ all) => (modules = all) };
  new Function("__BRYTHON__", brythonAt("brython_stdlib.js"))(brython);
  return modules;
}

/** Brython, without what its types say of themselves: nobody asks for help here. */
const brythonText = brythonAt("brython.js")
  .replace(/(,\d+,)`[^`]*`,\[/g, "$1``,[")
  // A module of Node's kind would be wrapped by who bundles it.
  .replace(/if\(__BRYTHON__\.isNode\)\{[^}]*\}\}/, "")
  // Evaluated by itself: nothing of it means the names around it, which may have shorter ones then.
  .replace(/(?<![.$\w])eval\(/g, "(0,eval)(");

/**
 * What translates modules: its translations say nothing of lines and places, which only tracebacks of the reader's own
 * programs have, and no docstrings. Each is a number that is like no other, or text: a third of all bytes.
 */
const TRANSLATOR = [
  [/var inum=1\+2\*\(up_scope\.positions\.length-1\)/g, "var inum=1"],
  [/\$\{\w+(?:\.\w+)*\.lineno\}/g, "1"],
  [/js=ast_obj\.body\[0\]\.value\.to_js\(scopes\)/g, ""],
  // The first is what `super()` looks for.
  [/`\[\$\{varnames\}\], `/g, "`[${varnames.slice(0,1)}], `"],
].reduce((text, [from, to]) => {
  const changed = text.replace(/** @type {RegExp} */ (from), /** @type {string} */ (to));
  if (changed === text) throw new Error(`python: expected ${from} in Brython`);
  return changed;
}, brythonText);

const openTranslator = () => realm((run) => beforeBrython(run("globalThis")), [TRANSLATOR]).brython;

/** What only the reader's own lines need. @param {string} text */
const withoutLines = (text) =>
  text
    .replace(/\$B\.set_lineno\(frame, \d+\) && /g, "")
    .replace(/^\s*\$B\.set_lineno\(frame, \d+\);?$/gm, "")
    .replace(/^\s*frame\.\$lineno = \d+$/gm, "")
    .replace(/^(\s*frame\.positions = )\[.*\]$/gm, "$1[]")
    // Text that is gone through takes no mark.
    .replace(/^\s*\w+\[\$B\.INUM\] = \d+$/gm, "");

/** Functions within blocks keep to them then, which whoever shortens names takes for granted. */
const STRICT = `"use strict";\n`;

/** What Brython calls the variables of a module. @param {string} name */
const scopeOf = (name) => `locals_${name.replaceAll(".", "_")}`;

/** A function that does what a module does. @param {any} B Brython. @param {string} name @param {Stored} module */
function translated(B, name, [, text, , isPackage]) {
  const filename = `VFS.${isPackage ? `${name}/__init__` : name}.py`;
  B.url2name[filename] = name;
  const script = B.py2js({ src: text, filename, imported: true }, name, name, B.builtins_scope).to_js();
  const scope = scopeOf(name);
  return `function (${scope}) {\n${withoutLines(script)}\nreturn ${scope};\n}`;
}

/**
 * A module of the library with its translation as its text.
 * @param {any} B Brython. @param {string} name @param {Stored} module
 * @returns {Stored}
 */
function translatedAlone(B, name, [kind, text, , ...isPackage]) {
  if (kind === ".js") return [kind, text, [], ...isPackage];
  const scope = scopeOf(name);
  const body = translated(B, name, [kind, text, [], ...isPackage]);
  return [
    kind,
    `${STRICT}${minifySync(name, `${scope} = (${body})(${scope})`, { module: false }).code}\n`,
    [],
    ...isPackage,
  ];
}

/** The texts by which Brython runs what was translated. @param {string} name @param {Stored} module */
function runs(name, [, , , isPackage]) {
  const scope = scopeOf(name);
  const text = `${scope} = __BRYTHON__.translated[${JSON.stringify(name)}](${scope})\n`;
  return [name, isPackage ? [text] : text];
}

/** The module that is the door: what `interpreter.js` puts into `__BRYTHON__.host`. @type {Stored} */
const HOST = [".js", `__BRYTHON__.addToImported("_host", __BRYTHON__.host)`, []];

/** @param {Record<string, Stored>} modules */
function script(modules) {
  const B = openTranslator();
  const python = Object.entries(modules).filter(([, [kind]]) => kind === ".py");
  const bare = Object.entries(modules).map(([name, [kind, text, , ...rest]]) => [
    name,
    kind === ".py" ? [kind, "", [], ...rest] : [kind, text, []],
  ]);
  return `${STRICT}__BRYTHON__.update_VFS(${JSON.stringify(Object.fromEntries(bare))});
__BRYTHON__.precompiled = ${JSON.stringify(Object.fromEntries(python.map(([name, module]) => runs(name, module))))};
__BRYTHON__.translated = {${python.map(([name, module]) => `${JSON.stringify(name)}: ${translated(B, name, module)}`).join(",\n")}};
`;
}

/**
 * What each module imports when it is imported, by name.
 * @param {Record<string, Stored>} modules @param {string} standIns
 */
function importsOfAll(modules, standIns) {
  const { brython: B } = realm((run) => beforeBrython(run("globalThis")), [brythonText, standIns]);
  const translator = openTranslator();
  const library = {
    has: (/** @type {string} */ name) => Object.hasOwn(modules, name),
    read: (/** @type {string} */ name) => translatedAlone(translator, name, modules[name]),
  };
  const python = createInterpreter({ brython: B, library, call: (text) => text, write() {}, read: () => undefined });
  /** @type {Map<string, Set<string>>} */
  const imports = new Map();
  const importing = [""];
  const load = B.$__import__;
  B.$__import__ = (/** @type {string} */ name, /** @type {unknown[]} */ ...rest) => {
    const from = importing.at(-1) ?? "";
    const parts = name.split(".");
    const names = parts.map((_, end) => parts.slice(0, end + 1).join("."));
    imports.set(from, new Set([...(imports.get(from) ?? []), ...names]));
    importing.push(name);
    try {
      return load(name, ...rest);
    } finally {
      importing.pop();
    }
  };
  const faults = OFFERED.map((name) => python.run({ name: "needs", source: `import ${name}` }));
  const traces = faults.flatMap((fault) => fault?.traceback ?? []);
  if (traces.length) throw new Error(`python: expected to import all modules, received\n${traces.join("\n")}`);
  return imports;
}

/** A module and all that it leads to. @param {Map<string, Set<string>>} imports @param {string} name */
function needs(imports, name) {
  const needed = new Set([...(imports.get(name) ?? []), name]);
  for (const one of needed) for (const next of imports.get(one) ?? []) needed.add(next);
  return [...needed];
}

/** @param {string} file @param {string} text */
function write(file, text) {
  mkdirSync(resolve(out, file, ".."), { recursive: true });
  writeFileSync(join(out, file), text);
}

/** @param {string} file @param {string} text */
function writeScript(file, text) {
  const { code } = minifySync(file, text, { module: false });
  // Of addresses that only a page of Brython's own has: nothing for who bundles it.
  write(file, code.replace(/(?<![\w$.])import\((?=\w)/g, "import(/* webpackIgnore: true */ /* @vite-ignore */ "));
  write(file.replace(/\.js$/, ".d.ts"), "export {};\n");
}

const TYPES = `export const BRYTHON: string;
export const STAND_INS: string;
export const ADDRESSES: Record<string, string>;
export const NEEDS: Record<string, string[]>;
`;

/**
 * The modules of Python's library, and the addresses of all files.
 * @param {Record<string, Stored>} modules @param {string} standIns
 */
function writeLibrary(modules, standIns) {
  const imports = importsOfAll(modules, standIns);
  const isFile = (/** @type {string} */ name) => Object.hasOwn(modules, name) && !WITHIN.includes(name);
  const needed = Object.fromEntries(OFFERED.map((name) => [name, needs(imports, name).filter(isFile)]));
  const names = Array.from(new Set([...Object.values(needed).flat(), ...LATE])).sort();
  const translator = openTranslator();
  // A bundler may make a script of what is named .json.
  for (const name of names)
    write(`library/${name}.txt`, JSON.stringify(translatedAlone(translator, name, modules[name])));
  const addresses = names.map(
    (name) => `  ${JSON.stringify(name)}: new URL("./library/${name}.txt", import.meta.url).href,\n`,
  );
  write("library.d.ts", TYPES);
  write(
    "library.js",
    `export const BRYTHON = new URL("./brython.js", import.meta.url).href;
export const STAND_INS = new URL("./stand-ins.js", import.meta.url).href;
export const ADDRESSES = {\n${addresses.join("")}};
export const NEEDS = ${JSON.stringify(needed)};
`,
  );
}

rmSync(out, { recursive: true, force: true });
const modules = library();
writeScript("brython.js", brythonText);
const within = Object.fromEntries(WITHIN.map((name) => [name, modules[name]]));
const standInsText = script({ ...within, _host: HOST, ...standIns() });
writeScript("stand-ins.js", standInsText);
writeLibrary(modules, standInsText);
