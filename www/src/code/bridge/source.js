/**
 * What the text of the reader's line shows: whether it throws the result of a method away. Brython counts no
 * references, so that the object cannot tell; a line that begins with the call and ends with it does.
 *
 * @import { State } from "./state.js"
 */

/** What follows the bracket that closes the first one, or undefined where the line ends before. @param {string} text */
function afterCall(text) {
  let [depth, quote] = [0, ""];
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (quote) {
      if (letter === "\\") at++;
      else if (letter === quote) quote = "";
    } else if (letter === '"' || letter === "'") quote = letter;
    else if ("([{".includes(letter)) depth++;
    else if (")]}".includes(letter) && --depth === 0) return text.slice(at + 1);
  }
  return undefined;
}

/**
 * Whether a line is nothing but a call of a method, such as `df.drop(columns=["a"])`.
 * @param {string} line
 * @param {string} method
 */
export function throwsAway(line, method) {
  const start = /^\s*[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*|\[[^\]]*\])*\.([A-Za-z_]+)\s*(?=\()/u.exec(line);
  if (start?.[2] !== method) return false;
  const rest = afterCall(line.slice(start[0].length));
  return rest !== undefined && /^\s*(#.*)?;?\s*$/.test(rest);
}

/** @type {import("../bridge.js").OwnHintCode} */
const code = "unassigned";

/** @param {State} state */
export function sourceCalls({ source, tell }) {
  return {
    /** @param {{ line: number, method: string }} request */
    "source.unassigned": ({ line, method }) => {
      if (throwsAway(source?.(line) ?? "", method)) tell({ kind: "hint", hint: { code, facts: { method } }, line });
    },
  };
}
