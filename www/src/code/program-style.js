/**
 * How a program looks, before Run, in the editor and beside its output. Colours are mixed with that of the text, so
 * that
 * they are light on a dark page and dark on a light one without anybody asking which it is.
 */
const TOKENS = {
  keyword: "#7c3aed",
  string: "#138a3e",
  number: "#0e7490",
  call: "#1d5fd1",
  definition: "#1d5fd1",
};

/** A token's colour, for the editor too. @param {keyof typeof TOKENS} kind */
export const tokenColor = (kind) => `color-mix(in srgb, currentColor 52%, ${TOKENS[kind]})`;

/** Of what is less important than the text. */
export const FAINT = "color-mix(in srgb, currentColor 66%, transparent)";

const LINE = "color-mix(in srgb, currentColor 17%, transparent)";
const GROUND = "color-mix(in srgb, currentColor 4%, transparent)";

export const MONO = 'ui-monospace, "SFMono-Regular", Menlo, Consolas, "D2Coding", monospace';

/** From the left: the numbers of lines, then the program. */
export const PROGRAM_STYLE = `
.cell{display:grid;grid-template-columns:minmax(0,1fr);border:1px solid ${LINE};border-radius:8px;overflow:clip}
.program{position:relative;margin:0;padding:8px 0;overflow-x:auto;background:${GROUND};font:400 13px/1.6 ${MONO};tab-size:4;text-align:start;word-break:normal;overflow-wrap:normal}
.program:focus-visible{outline:2px solid Highlight;outline-offset:-2px}
.line{display:block;white-space:pre;min-width:max-content;padding-inline-end:12px}
.line::before{content:attr(data-line);position:sticky;left:0;display:inline-block;box-sizing:border-box;width:2.6em;margin-inline-end:12px;padding-inline-end:4px;color:${FAINT};text-align:end}
${Object.keys(TOKENS)
  .map((kind) => `.${kind}{color:${tokenColor(/** @type {any} */ (kind))}}`)
  .join("")}
.keyword,.definition{font-weight:600}
.comment{color:${FAINT};font-style:italic}
.cell *{box-sizing:border-box}
.bar{display:flex;flex-wrap:wrap;align-items:center;gap:8px;padding:8px;border-top:1px solid ${LINE}}
.bar>.gap{flex:1 1 0}
.bar button{display:inline-flex;align-items:center;justify-content:center;gap:6px;min-width:44px;min-height:44px;padding:0 12px;border:1px solid ${LINE};border-radius:8px;background:none;color:inherit;font:inherit;font-size:14px;white-space:nowrap;cursor:pointer}
.bar button:hover{background:${GROUND}}
.bar button:disabled{opacity:.45;cursor:default}
.bar button.primary{border-color:currentColor;font-weight:600}
.bar svg{width:14px;height:14px;fill:currentColor;flex:none}
button:focus-visible,a:focus-visible{outline:2px solid Highlight;outline-offset:2px}
.output{margin:0;padding:8px 12px;border-top:1px solid ${LINE};font:400 13px/1.6 ${MONO};white-space:pre;max-height:360px;overflow:auto}
.output-title,.status{margin:0;color:${FAINT};font-size:12px}
.output-title{padding:8px 12px 0;border-top:1px solid ${LINE}}
.output-title+.output{border-top:0;padding-top:4px}
`;
