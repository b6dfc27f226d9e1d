/**
 * Python as coloured text: what a token is, no more. The editor has a parser of its own; this is what is seen before.
 * Pure.
 *
 * @typedef {"keyword" | "string" | "number" | "comment" | "call" | "definition" | ""} TokenKind
 * @typedef {{ kind: TokenKind, text: string }} Token
 */

const KEYWORDS =
  "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield";

/** A text may go over several lines, or end with its line where nobody closed it. */
const STRING = [
  '"""(?:\\\\[^]|[^\\\\])*?(?:"""|$)',
  "'''(?:\\\\[^]|[^\\\\])*?(?:'''|$)",
  '"(?:\\\\[^]|[^"\\\\\\n])*"?',
  "'(?:\\\\[^]|[^'\\\\\\n])*'?",
].join("|");

/** A name is one token, so that no part of it is taken for something else. */
const NAME = "[\\p{L}_][\\p{L}\\p{N}_]*";

const TOKEN = new RegExp(
  [
    "(?<comment>#[^\\n]*)",
    `(?<string>(?:\\b[rRbBfFuU]{1,2})?(?:${STRING}))`,
    "(?<number>\\b\\d[\\d_]*(?:\\.[\\d_]*)?(?:[eE][+\\-]?\\d+)?j?|\\B\\.\\d[\\d_]*(?:[eE][+\\-]?\\d+)?)",
    `(?<definition>(?<=\\b(?:def|class)\\s+)${NAME})`,
    `(?<keyword>\\b(?:${KEYWORDS.replace(/ /g, "|")})\\b)`,
    `(?<call>${NAME}(?=\\())`,
    NAME,
  ].join("|"),
  "gu",
);

/** All of a program, piece by piece. @param {string} program @returns {Token[]} */
export function tokensOf(program) {
  /** @type {Token[]} */
  const tokens = [];
  let end = 0;
  for (const match of program.matchAll(TOKEN)) {
    if (match.index > end) tokens.push({ kind: "", text: program.slice(end, match.index) });
    const [kind = ""] = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined) ?? [];
    tokens.push({ kind: /** @type {TokenKind} */ (kind), text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < program.length) tokens.push({ kind: "", text: program.slice(end) });
  return tokens;
}

/** The same line by line: a text over several lines is a token of each. @param {string} program @returns {Token[][]} */
export function linesOf(program) {
  /** @type {Token[][]} */
  const lines = [[]];
  for (const { kind, text } of tokensOf(program)) {
    text.split("\n").forEach((part, i) => {
      if (i) lines.push([]);
      if (part) lines[lines.length - 1].push({ kind, text: part });
    });
  }
  return lines;
}
