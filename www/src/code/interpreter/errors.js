/** What went wrong in a program, as CPython words it, with the reader's own lines alone. */
import { unterminated } from "./strings.js";

/**
 * @typedef {object} Fault
 * @property {"syntax" | "error" | "memory"} kind
 * @property {string} type The exception's name.
 * @property {string} message
 * @property {string} [cell] The cell's name; none where it is in no line of the reader's.
 * @property {number} [line]
 * @property {number} [column] From 1.
 * @property {string} traceback
 * @property {[code: string, what: string]} [notThere] What is not there on this page.
 */

/**
 * Frames from the outermost on, of the reader's own code.
 * @param {any} B @param {any} trace @param {(file: string) => boolean} isCell
 */
function ownFrames(B, trace, isCell) {
  const frames = [];
  for (let at = trace; at && at !== B.builtins.None; at = at.tb_next) if (isCell(at.tb_frame.__file__)) frames.push(at);
  return frames;
}

/** Leaves the reader's frames alone in an exception's trace. @param {any} B @param {any[]} frames */
function chained(B, frames) {
  return frames.reduceRight((next, frame) => ({ ...frame, tb_next: next }), B.builtins.None);
}

/** @param {any} B @param {any} error @returns {[string, string] | undefined} */
function missing(B, error) {
  const found = B.$getattr(error, "glassnet", null);
  return Array.isArray(found) ? [String(found[0]), String(found[1])] : undefined;
}

/** @param {any} B @param {any} error @returns {string} */
function traceOf(B, error) {
  try {
    return B.error_trace(error);
  } catch {
    // Brython marks the place within a line by reading the line anew, and not all lines can be.
    return `${B.class_name(error)}: ${B.builtins.str.$factory(error)}`;
  }
}

/** The last line of a trace, without the exception's name. @param {string} trace @param {string} type */
function messageIn(trace, type) {
  const start = trace.lastIndexOf(`\n${type}: `);
  if (start >= 0) return trace.slice(start + type.length + 3);
  return trace.startsWith(`${type}: `) ? trace.slice(type.length + 2) : "";
}

/** Words a syntax error as CPython does, where Brython means another place. @param {any} B @param {any} error */
function reword(B, error) {
  if (!/was never closed$/.test(error.args[0])) return;
  const source = B.file_cache[error.filename];
  const found = unterminated(source);
  if (!found) return;
  const { line, column, kind } = found;
  const message = `unterminated ${kind} literal (detected at line ${line})`;
  const text = source.split("\n")[line - 1];
  error.args = B.fast_tuple([message, B.fast_tuple([error.filename, line, column, text, line, column])]);
  Object.assign(error, { msg: message, lineno: line, end_lineno: line, offset: column, end_offset: column, text });
}

/**
 * @param {any} B Brython.
 * @param {any} thrown What was thrown.
 * @param {(file: string) => boolean} isCell
 * @returns {Fault}
 */
export function faultOf(B, thrown, isCell) {
  const error = B.exception(thrown);
  const type = B.class_name(error);
  const frames = ownFrames(B, error.__traceback__, isCell);
  const isSyntax = B.is_exc(error, B.builtins.SyntaxError) && isCell(error.filename);
  if (isSyntax) reword(B, error);
  error.__traceback__ = isSyntax ? B.builtins.None : chained(B, frames);
  const traceback = traceOf(B, error).replace(/^\n/, "").trimEnd();
  const last = frames.at(-1);
  return {
    kind: isSyntax ? "syntax" : B.is_exc(error, B.builtins.MemoryError) ? "memory" : "error",
    type,
    message: messageIn(traceback, type),
    cell: isSyntax ? error.filename : last?.tb_frame.__file__,
    line: isSyntax ? error.lineno : last?.tb_lineno,
    column: isSyntax && typeof error.offset === "number" ? error.offset : undefined,
    traceback,
    notThere: missing(B, error),
  };
}
