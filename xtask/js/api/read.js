// Reads what a package declares for TypeScript: its names with their texts and what the comments say of them.

import { readFileSync } from "node:fs";
import { parseSync } from "vite";

/** @typedef {"class" | "function" | "interface" | "type"} Kind */
/** @typedef {{ name: string, text: string, doc: string, isStatic: boolean }} Member */
/**
 * @typedef {{ name: string, kind: Kind, text: string, doc: string, members: Member[], heritage: string }} Declaration
 *   `heritage` is what it extends.
 */

/** What only the package itself or its loader has a use for. */
const INNER = /^(_|(InitOutput|SyncInitInput|initSync|start)$)/;

const KINDS = /** @type {Record<string, Kind>} */ ({
  ClassDeclaration: "class",
  TSDeclareFunction: "function",
  TSInterfaceDeclaration: "interface",
  TSTypeAliasDeclaration: "type",
});

/** The words of a comment. @param {string} comment */
const words = (comment) =>
  comment
    .replace(/^\*/, "")
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, "").trim())
    .join("\n")
    .trim();

/** A text as it stands, without the indentation that its place gives it. @param {string} text */
function dedent(text) {
  const [first, ...rest] = text.split("\n");
  const indents = rest.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length);
  const least = Math.min(...indents, Infinity);
  return [first, ...rest.map((line) => line.slice(Math.min(least, line.length)))].join("\n");
}

/** @param {any} key */
const nameOf = (key) => (key?.type === "Identifier" ? key.name : key?.type === "Literal" ? String(key.value) : "");

/** What two declarations of one name say together, as of a class and its overloads. @param {Declaration[]} all */
function merged(all) {
  /** @type {Map<string, Declaration>} */
  const byName = new Map();
  for (const one of all) {
    const known = byName.get(one.name);
    if (!known) byName.set(one.name, one);
    else {
      known.kind = known.kind === "class" ? "class" : one.kind;
      known.doc ||= one.doc;
      known.heritage ||= one.heritage;
      known.members.push(...one.members);
    }
  }
  return Array.from(byName.values());
}

/** What some files declare together. @param {string[]} files */
export const declarationsIn = (...files) => merged(files.flatMap(declarationsOf));

/** @param {string} file @returns {Declaration[]} */
function declarationsOf(file) {
  const source = readFileSync(file, "utf8");
  const { program, comments, errors } = parseSync(file, source);
  if (errors.length) throw new Error(`${file}: ${errors[0].message}`);
  const text = (/** @type {any} */ { start, end }) => dedent(source.slice(start, end)).replace(/;$/, "");
  const docs = new Map(
    comments
      .filter(({ value }) => value.startsWith("*"))
      .map(({ value, end }) => [end + (/\S/.exec(source.slice(end))?.index ?? 0), words(value)]),
  );
  const member = (/** @type {any} */ node) => ({
    name: node.kind === "constructor" ? "constructor" : nameOf(node.key),
    text: text(node),
    doc: docs.get(node.start) ?? "",
    isStatic: Boolean(node.static),
  });
  // What is added to another module stands in a block of its own.
  const nodes = program.body.flatMap((/** @type {any} */ node) =>
    node.type === "TSModuleDeclaration" ? node.body.body : [node],
  );
  const declarations = nodes.flatMap((/** @type {any} */ node) => {
    const declared = node.declaration;
    const kind = KINDS[declared?.type];
    if (!kind) return [];
    const isDefault = node.type === "ExportDefaultDeclaration";
    const members = (declared.body?.body ?? []).map(member).filter((/** @type {Member} */ { name }) => name);
    const header =
      kind === "class" || kind === "interface" ? { start: declared.start, end: declared.body.start } : declared;
    const [, heritage = ""] = /(extends [^]+)$/.exec(kind === "type" ? "" : text(header).trim()) ?? [];
    const name = isDefault ? "init" : declared.id.name;
    return [{ name, kind, text: text(declared), doc: docs.get(node.start) ?? "", members, heritage: heritage.trim() }];
  });
  return declarations.filter((/** @type {Declaration} */ { name }) => !INNER.test(name));
}
