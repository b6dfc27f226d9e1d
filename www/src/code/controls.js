/**
 * What a reader does with a program, and how its run is.
 *
 * @import { CodeWords } from "../locales/code.js"
 * @import { CellRun } from "./run.js"
 */
import { html, nothing, svg } from "lit";
import { download } from "../charts/picture.js";
import { keepFiles } from "./files.js";
import { notebookOf, scriptOf } from "./notebook.js";

const icon = (/** @type {string} */ path) =>
  html`<svg viewBox="0 0 14 14" aria-hidden="true">${svg`<path d=${path}></path>`}</svg>`;
const PLAY = "M3 1v12l10-6z";
const STOP = "M2 2h10v10H2z";

/** @param {string} text @param {() => void} act @param {boolean} [disabled] */
const button = (text, act, disabled = false) =>
  html`<button type="button" part="button" ?disabled=${disabled} @click=${act}>${text}</button>`;

/**
 * @typedef {object} BarView
 * @property {CodeWords} words
 * @property {CellRun} run
 * @property {boolean} isEdited
 * @property {boolean} isEditing
 * @property {boolean} copied
 * @property {() => void} copy
 * @property {() => void} reset
 * @property {() => string[]} programs Of all cells of the session.
 */

/** @param {string} text @param {string} name @param {string} type */
const save = (text, name, type) => download(new Blob([text], { type }), name);

/** Downloads, files, keys: what is not needed at every run. @param {BarView} view */
const more = ({ words, run, isEditing, programs }) =>
  html`<details class="more">
    <summary>${words.more}</summary>
    <div class="sheet">
      <div class="row">
        ${button(words.download, () => save(scriptOf(programs()), "program.py", "text/x-python"))}
        ${button(words.notebook, () => save(notebookOf(programs()), "program.ipynb", "application/x-ipynb+json"))}
        <label class="file"
          >${words.addFile}<input
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            multiple
            @change=${(/** @type {Event} */ event) =>
              keepFiles(run, Array.from(/** @type {HTMLInputElement} */ (event.target).files ?? []))}
        /></label>
      </div>
      <p class="note">${words.drop}</p>
      <p class="note">${words.keys}${isEditing ? html` ${words.leave}` : nothing}</p>
    </div>
  </details>`;

/** @param {BarView} view */
export function barView(view) {
  const { words, run, isEdited, copied, copy, reset } = view;
  const isStop = run.isBusy;
  return html`<div class="bar" part="controls" role="group" aria-label=${words.label}>
    <button
      type="button"
      part="button"
      class="primary"
      ?disabled=${run.isWaiting}
      @click=${() => {
        if (isStop) run.stop();
        else run.start();
      }}
    >
      ${icon(isStop ? STOP : PLAY)} ${isStop ? words.stop : words.run}
    </button>
    ${button(words.reset, reset, !isEdited)} ${button(copied ? words.copied : words.copy, copy)} ${more(view)}
  </div>`;
}

/** The words of a state. @param {{ words: CodeWords, run: CellRun }} view */
function stateText({ words, run: { state, ms, failure } }) {
  if (state === "done") return words.done((ms / 1000).toFixed(ms < 10_000 ? 2 : 0));
  if (state === "failed")
    return { policy: words.policy, memory: words.memory, start: words.start }[failure?.kind ?? ""] ?? words.failed;
  return state ? words.states[state] : "";
}

/** @param {{ words: CodeWords, run: CellRun }} view */
export function statusView(view) {
  const { words, run } = view;
  const text = stateText(view);
  const isAsking = run.state === "asking";
  const above = run.needsAbove && !run.isBusy;
  return html`<div class=${`status ${run.state}`} ?hidden=${!text && !run.files.length}>
    <p role="status">
      ${text} ${run.state !== "failed" ? nothing : run.isGone ? words.states.lost : above ? words.above : nothing}
    </p>
    ${
      isAsking
        ? html`<div class="row">
            ${button(words.keepOn, () => run.keepOn())} ${button(words.stop, () => run.stop())}
          </div>`
        : nothing
    }
    ${above ? html`<div class="row">${button(words.runAbove, () => void run.above())}</div>` : nothing}
    ${
      run.files.length
        ? html`<p class="files">
            ${words.files}: ${run.files.map((name, i) => [i ? ", " : "", html`<code translate="no">${name}</code>`])}
          </p>`
        : nothing
    }
  </div>`;
}
