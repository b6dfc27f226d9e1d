// Splits a module in two, as binaryen's wasm-split does, which its npm package leaves out: the primary module has the
// functions that are needed at first, the secondary one the others. They share memory, tables and globals. Where the
// primary module calls a function of the secondary one, it does so by a table that the latter fills; the first such
// call loads it.

import { moduleOf, namesIn, signatureOf } from "./text.js";

/** @import { Field } from "./text.js" */

/** The name of the import by which the primary module has the secondary one loaded, and of what they share. */
export const LOADING = ["./secondary.js", "__load_secondary"];
export const PRIMARY = "./primary.js";
/** The first global, which the linker gives the stack. */
export const STACK = "G0";

/** A function in the place of one of the other module. @param {Field} from @param {number} slot */
function callBy(from, slot) {
  const { parameters, result, type } = signatureOf(from);
  const given = parameters.map((_, i) => `(local.get ${i})`).join(" ");
  return ` (func ${from.name} ${parameters.join(" ")} ${result}
  (call_indirect $secondary ${type} ${given} (call $loaded (i32.const ${slot}))))`;
}

/** Gives a slot of the table back once the secondary module is there. */
const LOADED = ` (global $is-loaded (mut i32) (i32.const 0))
 (func $loaded (param i32) (result i32)
  (if (i32.eqz (global.get $is-loaded)) (then (call $load) (global.set $is-loaded (i32.const 1))))
  (local.get 0))`;

/** What is not in a function but may call one: exports, and the table of functions that are called by their number. */
const rootsIn = (/** @type {readonly Field[]} */ fields) =>
  fields
    .filter(({ kind }) => kind === "export" || kind === "elem")
    .flatMap(({ kind, text }) =>
      kind === "elem" ? (text.match(/\$\d+/g) ?? []) : [/\(func (\$[^)]+)\)/.exec(text)?.[1] ?? ""],
    );

/**
 * The functions of exports, and what they call, and so on.
 * @param {readonly Field[]} fields @param {ReadonlySet<string>} exports Their names.
 * @returns {Set<string>}
 */
export function calledFrom(fields, exports) {
  const functions = new Map(fields.filter(({ kind }) => kind === "func").map((field) => [field.name, field]));
  const roots = fields.filter(({ kind, text }) => kind === "export" && exports.has(/"(.*?)"/.exec(text)?.[1] ?? ""));
  const called = new Set(rootsIn(roots).filter((name) => functions.has(name)));
  for (const name of called)
    for (const next of namesIn(functions.get(name) ?? { kind: "", name, text: "" }))
      if (functions.has(next)) called.add(next);
  return called;
}

/**
 * What both modules have: `exported` of the primary one, `imported` by the secondary one.
 * @param {readonly Field[]} fields @param {readonly Field[]} functions
 */
function shared(fields, functions) {
  const ofKind = (/** @type {string} */ kind) => fields.filter((field) => field.kind === kind);
  const [memory] = ofKind("memory");
  /** @type {string[]} */
  const exported = [];
  // JavaScript has it by a name already, which may be a shorter one.
  const exports = ofKind("export").map(({ text }) => /"(.*?)" \(memory/.exec(text)?.[1]);
  const memoryName = exports.find((name) => name !== undefined);
  const imported = [` (import "${PRIMARY}" "${memoryName}" ${memory.text.trim()})`];
  const share = (/** @type {Field} */ { kind, name }, /** @type {string} */ as, /** @type {string} */ type) => {
    exported.push(` (export "${as}" (${kind} ${name}))`);
    imported.push(` (import "${PRIMARY}" "${as}" (${kind} ${name} ${type}))`);
  };
  ofKind("table").forEach((table, i) => share(table, `T${i}`, /\$\S+ (.*)\)$/.exec(table.text)?.[1] ?? ""));
  ofKind("global").forEach((one, i) => share(one, `G${i}`, /\$\S+ (\(mut \w+\)|\w+)/.exec(one.text)?.[1] ?? ""));
  functions.forEach((one, i) => share(one, `f${i.toString(36)}`, signatureOf(one).type));
  return { exported, imported };
}

/**
 * @param {readonly Field[]} fields Of the whole module.
 * @param {ReadonlySet<string>} first The functions of the primary module.
 */
export function partsOf(fields, first) {
  const functions = new Map(fields.filter(({ kind }) => kind === "func").map((field) => [field.name, field]));
  const [kept, moved] = [true, false].map((is) => [...functions.values()].filter(({ name }) => first.has(name) === is));
  const namedBy = (/** @type {readonly Field[]} */ callers) => new Set(callers.flatMap(namesIn));
  const called = new Set([...rootsIn(fields), ...namedBy(kept)]);
  const behind = moved.filter(({ name }) => called.has(name));
  const back = namedBy(moved);
  const { exported, imported } = shared(
    fields,
    kept.filter(({ name }) => back.has(name)),
  );
  const table = `$secondary ${behind.length} ${behind.length} funcref`;
  const around = fields.filter(({ kind }) => kind !== "func").map(({ text }) => text);
  const [module, name] = LOADING;
  return {
    primary: moduleOf([
      ` (import "${module}" "${name}" (func $load))`,
      ...around,
      ...kept.map(({ text }) => text),
      ` (table ${table})`,
      ` (export "secondary" (table $secondary))`,
      LOADED,
      ...behind.map(callBy),
      ...exported,
    ]),
    secondary: moduleOf([
      ...fields.filter(({ kind }) => kind === "type" || kind === "rec").map(({ text }) => text),
      ...fields.filter(({ kind, name }) => kind === "import" && back.has(name)).map(({ text }) => text),
      ...imported,
      ` (import "${PRIMARY}" "secondary" (table ${table}))`,
      ...moved.map(({ text }) => text),
      ` (elem (table $secondary) (i32.const 0) func ${behind.map(({ name }) => name).join(" ")})`,
    ]),
  };
}
