/** Which module imports which: read from the syntax tree, so that every form of import counts and no comment does. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { parseAst } from "vite";

/** @param {string} folder @returns {string[]} */
export const filesIn = (folder) =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : path.endsWith(".js") ? [path] : [];
  });

/**
 * The specifiers that a module names: of imports and re-exports at once, of `import()` and `new URL("….js", …)` later.
 * @param {string} code
 * @returns {{ now: string[], later: string[] }}
 */
export function specifiersIn(code) {
  /** @type {string[]} */ const now = [];
  /** @type {string[]} */ const later = [];
  /** @param {any} node */
  const visit = (node) => {
    if (!node || typeof node !== "object") return;
    if (/^(Import|ExportNamed|ExportAll)Declaration$/.test(node.type) && node.source) now.push(node.source.value);
    if (node.type === "ImportExpression" && node.source.type === "Literal") later.push(node.source.value);
    if (node.type === "NewExpression" && node.callee.name === "URL" && /\.js$/.test(node.arguments[0]?.value))
      later.push(node.arguments[0].value);
    Object.values(node).forEach((child) => (Array.isArray(child) ? child.forEach(visit) : visit(child)));
  };
  visit(parseAst(code));
  return { now, later };
}

/**
 * Every module of a folder, with the modules it imports as paths within that folder; packages keep their names.
 * @param {string} folder
 */
export const modulesIn = (folder) =>
  filesIn(folder).map((file) => {
    const { now, later } = specifiersIn(readFileSync(file, "utf8"));
    const resolve = (/** @type {string} */ specifier) =>
      specifier.startsWith(".") ? relative(folder, normalize(join(dirname(file), specifier))) : specifier;
    return {
      name: relative(folder, file),
      imports: [...now, ...later].map(resolve),
      atOnce: now.map(resolve),
    };
  });

/**
 * A circle of imports, as the path that leads back to its first module; undefined where there is none.
 * @param {Map<string, readonly string[]>} graph
 * @returns {string[] | undefined}
 */
export function circleIn(graph) {
  /** @type {Set<string>} */ const done = new Set();
  /** @param {string} name @param {string[]} path @returns {string[] | undefined} */
  const visit = (name, path) => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    if (done.has(name)) return undefined;
    for (const next of graph.get(name) ?? []) {
      const circle = visit(next, [...path, name]);
      if (circle) return circle;
    }
    done.add(name);
    return undefined;
  };
  for (const name of graph.keys()) {
    const circle = visit(name, []);
    if (circle) return circle;
  }
  return undefined;
}
