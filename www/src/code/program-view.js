/**
 * A program as lines that can be pointed at, with what is said of them, until somebody edits it.
 *
 * @import { CodeWords } from "../locales/code.js"
 * @import { Note } from "./editor.js"
 */
import { html, nothing } from "lit";
import { linesOf } from "./highlight.js";

/** @param {Note} note */
const noteView = ({ kind, label, texts }) =>
  html`<div class=${`note-line ${kind}`} role="note" aria-label=${label}>
    ${texts.map((text) => html`<p>${text}</p>`)}
  </div>`;

/** @param {Event} event */
const lineUnder = (event) => {
  const line = /** @type {Element} */ (event.target).closest?.(".line")?.getAttribute("data-line");
  return line ? Number(line) : undefined;
};

/**
 * @param
 *   {{ words: CodeWords, source: string, notes: readonly Note[], lit: number | undefined,
 *     edit: (at: number) => void, point: (line: number | undefined) => void }}
 *   view
 */
export function programLines({ words, source, notes, lit, edit, point }) {
  const starts = source.split("\n").reduce((all, line) => [...all, all[all.length - 1] + line.length + 1], [0]);
  const click = (/** @type {Event} */ event) => {
    if (getSelection()?.type !== "Range") edit(starts[lineUnder(event) ?? 1] - 1);
  };
  const key = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    edit(0);
  };
  const classes = (/** @type {number} */ line) => {
    const kinds = notes.filter((note) => note.line === line).map(({ kind }) => `has-${kind}`);
    return ["line", ...kinds, ...(lit === line ? ["lit"] : [])].join(" ");
  };
  // The lines stand in a row of text: what is between the tags would be seen.
  return html`<div
    class="program"
    tabindex="0"
    role="group"
    aria-label=${`${words.program}. ${words.edit}`}
    translate="no"
    @click=${click}
    @keydown=${key}
    @pointermove=${(/** @type {Event} */ event) => point(lineUnder(event))}
    @pointerleave=${() => point(undefined)}
  >
    ${linesOf(source).map((tokens, i) => [
      html`<span class=${classes(i + 1)} data-line=${i + 1}
        >${
          tokens.length ? tokens.map(({ kind, text }) => html`<span class=${kind || nothing}>${text}</span>`) : "\u200b"
        }</span
      >`,
      notes.filter(({ line }) => line === i + 1).map(noteView),
    ])}
  </div>`;
}
