/**
 * What an author wrote into a code scene: the program, and what they recorded as its output. Pure but for the nodes
 * that
 * it reads.
 */

/** What an author recorded stands in one of these. */
const RECORDED = "samp, output";

/** A text without the indentation that all its lines share, and without empty lines around it. @param {string} text */
export function dedent(text) {
  const lines = text
    .replace(/\r\n?/g, "\n")
    .replace(/\u00a0/g, " ")
    .replace(/^([^\S\n]*\n)+|\s+$/g, "")
    .split("\n");
  const indents = lines.filter((line) => line.trim()).map((line) => /^\s*/.exec(line)?.[0].length ?? 0);
  const least = Math.min(...indents, Infinity);
  return lines.map((line) => line.slice(Math.min(least, line.length)).replace(/^\s+$/, "")).join("\n");
}

/**
 * The program between the tags: that of `<code>` where there is one, else all the text, but for recorded output.
 * @param {Element} embed @returns {{ program: string, recorded: string }}
 */
export function readEmbed(embed) {
  const recorded = [...embed.querySelectorAll(RECORDED)].map((node) => dedent(node.textContent ?? "")).join("\n");
  const copy = /** @type {Element} */ (embed.cloneNode(true));
  for (const node of copy.querySelectorAll(RECORDED)) node.remove();
  for (const br of copy.querySelectorAll("br")) br.replaceWith("\n");
  const codes = [...copy.querySelectorAll("code, pre")].filter((node) => !node.parentElement?.closest("code, pre"));
  const texts = (codes.length ? codes : [copy]).map((node) => dedent(node.textContent ?? ""));
  return { program: texts.filter(Boolean).join("\n\n"), recorded };
}

/** A program as an address holds it, and back. */
export const inAddress = {
  /** @param {string} program */
  write: (program) => `#code=${encodeURIComponent(program)}`,
  /** @param {string} hash @returns {string | null} */
  read: (hash) => new URLSearchParams(hash.slice(1)).get("code"),
};
