/**
 * How much the variables of a program hold. No browser tells a worker how much memory it uses, and some end the whole
 * page where it is too much; so what can be reached from the program's variables is counted, by samples.
 */

/** In bytes: a tab has a few times as much. */
export const MOST = 600_000_000;

/** How many of a list's items stand for all of them, and how deep lists within lists are followed. */
const SAMPLES = 8;
const DEPTH = 4;

/** @param {any} value @param {number} depth @returns {number} */
function sizeOf(value, depth = DEPTH) {
  if (typeof value === "string") return 16 + value.length;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value !== "object" || value === null) return 8;
  if (depth === 0) return 16;
  if (Array.isArray(value)) return 16 + sizeOfAll(value, depth);
  const fields = Object.values(value);
  return 32 + fields.reduce((sum, field) => sum + (Array.isArray(field) ? 16 + sizeOfAll(field, depth) : 8), 0);
}

/** @param {readonly unknown[]} items @param {number} depth */
function sizeOfAll(items, depth) {
  if (!items.length) return 0;
  const step = Math.max(1, Math.floor(items.length / SAMPLES));
  let [sum, count] = [0, 0];
  for (let at = items.length - 1; at >= 0; at -= step, count++) sum += 8 + sizeOf(items[at], depth - 1);
  return (sum / count) * items.length;
}

/**
 * What the variables of all functions that run hold.
 * @param {any} frames Brython's, from the innermost.
 */
export function heldBy(frames) {
  const scopes = new Set();
  for (let at = frames; at; at = at.prev) for (const scope of [at.frame[1], at.frame[3]]) scopes.add(scope);
  let sum = 0;
  for (const scope of scopes) for (const value of Object.values(scope)) sum += sizeOf(value);
  return sum;
}
