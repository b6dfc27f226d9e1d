/**
 * A text that no quote ends on its line: CPython says so, where Brython speaks of the bracket before it.
 *
 * @param {string} source
 * @returns {{ line: number, column: number, kind: string } | undefined} The place of its first quote, from 1.
 */
export function unterminated(source) {
  // A comment; a text of three quotes; a text of one; its beginning alone, where no end is found on its line.
  const parts = /#.*|([a-z]*)("""|''')(?:\\[^]|(?!\2)[^\\])*\2|([a-z]*)(["'])((?:\\[^]|(?!\4)[^\\\n])*)(\4?)/gi;
  for (const { 3: prefix, 4: quote, 6: end, index } of source.matchAll(parts)) {
    if (!quote || end) continue;
    const before = source.slice(0, index + prefix.length).split("\n");
    return {
      line: before.length,
      column: (before.at(-1) ?? "").length + 1,
      kind: /f/i.test(prefix) ? "f-string" : "string",
    };
  }
  return undefined;
}
