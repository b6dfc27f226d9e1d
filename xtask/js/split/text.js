// A WebAssembly module as the text that wasm-dis writes of it: one field after the other, each indented by one space.

/**
 * A function, an import, a table and so on; `name` as other fields say it: "$12".
 * @typedef {{ kind: string, name: string, text: string }} Field
 */

const NAME = /^ \((?:import "[^"]*" "[^"]*" \()?\w+ (\$[^\s)]+)/;

/** @param {string} text @returns {Field[]} */
export function fieldsOf(text) {
  /** @type {string[][]} */
  const fields = [];
  // The first line and the last are the module's own.
  for (const line of text.trimEnd().split("\n").slice(1, -1)) {
    if (line.startsWith(" (")) fields.push([]);
    fields.at(-1)?.push(line);
  }
  return fields.map((lines) => {
    const [, kind] = /^ \((\w+)/.exec(lines[0]) ?? ["", ""];
    return { kind, name: NAME.exec(lines[0])?.[1] ?? "", text: lines.join("\n") };
  });
}

/** @param {readonly string[]} fields */
export const moduleOf = (fields) => `(module\n${fields.join("\n")}\n)\n`;

/** What a function takes and gives: "(param i32) (param i32)", "(result f32)". @param {Field} of */
export function signatureOf({ text }) {
  const [header] = text.split("\n");
  const parameters = [...header.matchAll(/\(param (?:\$\S+ )?(\w+)\)/g)].map(([, type]) => `(param ${type})`);
  const [result = ""] = /\(result [^)]*\)/.exec(header) ?? [];
  return { parameters, result, type: [...parameters, result].join(" ") };
}

/** The functions that a function names. @param {Field} of */
export const namesIn = ({ text }) => [...text.matchAll(/\((?:call|ref\.func) (\$[^\s)]+)/g)].map(([, name]) => name);
