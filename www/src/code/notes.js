/**
 * What is said beside lines of a program: the error that ended it, and hints.
 *
 * @import { CodeWords } from "../locales/code.js"
 * @import { PythonWords } from "../locales/en/python.js"
 * @import { Words } from "../locales/playground.js"
 * @import { CellRun } from "./run.js"
 * @import { Note } from "./editor.js"
 */

/**
 * The sentences of a hint.
 * @param {any} hint @param {Words | undefined} playground @param {PythonWords | undefined} python
 */
function textsOf(hint, playground, python) {
  if (hint.code === "unassigned") return python?.unassigned(hint.facts.method) ?? [];
  return playground ? playground.hints.sentences(hint) : [];
}

/**
 * @param {CellRun} run @param {CodeWords} words @param {Words | undefined} playground
 * @param {PythonWords | undefined} python @returns {Note[]}
 */
export function notesOf(run, words, playground, python) {
  if (run.isStale) return [];
  /** @type {Note[]} */
  const notes = run.hints.flatMap(({ line, hint }) => {
    const texts = textsOf(hint, playground, python);
    return line && texts.length ? [{ line, kind: "hint", label: words.hint(line), texts }] : [];
  });
  const { failure } = run;
  // A function of another cell may have failed: its line is not one of this program.
  if (failure?.line && (failure.at ?? run.id) === run.id) {
    const text = [failure.type, failure.message].filter(Boolean).join(": ");
    notes.push({ line: failure.line, kind: "error", label: words.errorAt(failure.line), texts: [text] });
  }
  return notes;
}
