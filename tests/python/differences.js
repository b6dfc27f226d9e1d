/** What a program printed beside what the real libraries printed; `~` starts a line whose numbers are chance. */

const NUMBER = /[-+]?(\d+\.\d*|\.\d+|\d+)(e[-+]?\d+)?/g;

/** A line without its numbers and the spaces around them. @param {string} line */
const form = (line) =>
  line.replace(/^~/, "").replace(NUMBER, "#").replace(/\s+/g, " ").replaceAll("[ ", "[").replaceAll(" ]", "]").trim();

/** The first lines that differ, or undefined. @param {string} found @param {string} expected */
export function difference(found, expected) {
  const [ours, theirs] = [found.split("\n"), expected.split("\n")];
  for (let i = 0; i < Math.max(ours.length, theirs.length); i++) {
    const [one, other] = [ours[i] ?? "(nothing)", theirs[i] ?? "(nothing)"];
    if (one !== other && !(other.startsWith("~") && form(one) === form(other)))
      return `line ${i + 1}\n  here:  ${one}\n  there: ${other}`;
  }
  return undefined;
}

const ESCAPES = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g");

/**
 * What is printed in the page as it is recorded: without colours, times and spaces at the ends of lines.
 * @param {string} text
 */
export const asRecorded = (text) =>
  `${text
    .replace(ESCAPES, "")
    .replace(/(- )?\d+s (- )?\d+(us|ms|s)\/step/g, "$10s $20ms/step")
    .replace(/[^\S\n]+$/gm, "")
    .trimEnd()}\n`;
