/**
 * What a program printed, or what its author recorded until it runs: text, epochs as one line that goes on, the
 * traceback with what to do instead.
 *
 * @import { CodeWords } from "../locales/code.js"
 * @import { PythonWords } from "../locales/en/python.js"
 * @import { EpochsBlock, Line } from "./console.js"
 * @import { CellRun } from "./run.js"
 */
import { html, nothing } from "lit";
import { address } from "../address.js";
import { lastEpoch } from "./console.js";
import { inAddress } from "./program.js";

/**
 * @typedef {object} ConsoleView
 * @property {CodeWords} words
 * @property {CellRun} run
 * @property {PythonWords | undefined} python
 * @property {string} recorded
 * @property {string} source
 * @property {ReadonlySet<number>} opened The epochs whose lines are all shown.
 * @property {(id: number) => void} open
 */

/** @param {readonly Line[]} lines */
const textOf = (lines) =>
  lines.map(({ text, isError }, i) => [i ? "\n" : "", isError ? html`<span class="error">${text}</span>` : text]);

/** @param {ConsoleView} view @param {EpochsBlock} block */
function epochs({ words, opened, open }, block) {
  const isOpen = opened.has(block.id);
  return html`<button type="button" class="fold" aria-expanded=${isOpen} @click=${() => open(block.id)}>
      ${isOpen ? words.fewerLines : words.allLines(block.epochs)}
    </button>
    <pre translate="no">${textOf(isOpen ? block.lines : lastEpoch(block))}</pre>`;
}

/** @param {string} title @param {unknown} content */
const box = (title, content) =>
  html`<p class="output-title" id="output-title">${title}</p>
    <div class="output" part="outcome" role="group" tabindex="0" aria-labelledby="output-title">${content}</div>`;

/** Where the policy of a page lets nothing run. @param {ConsoleView} view */
function elsewhere({ words, source }) {
  if (!address) return nothing;
  const site = new URL(`../index.html${inAddress.write(source)}`, address).href;
  return html`<p class="note"><a href=${site} target="_blank">${words.elsewhere}</a></p>`;
}

/** @param {ConsoleView} view */
function failureView({ words, run: { failure }, python }) {
  if (!failure) return nothing;
  const [code, what] = failure.notThere ?? [];
  const instead = code && Object.hasOwn(python?.notThere ?? {}, code) ? python?.notThere[code](what ?? "") : "";
  const text = failure.traceback ?? [failure.type, failure.message].filter(Boolean).join(": ");
  return html`${text ? html`<pre class="error" translate="no">${text}</pre>` : nothing}
  ${instead ? html`<p class="instead"><strong>${words.instead}</strong> ${instead}</p>` : nothing}`;
}

/** @param {ConsoleView} view */
export function consoleView(view) {
  const { words, run, recorded } = view;
  const isBarred = run.failure?.kind === "policy" || run.failure?.kind === "start";
  const old = recorded ? box(words.recorded, html`<pre translate="no">${recorded}</pre>`) : nothing;
  if (!run.hasStarted) return old;
  if (isBarred) return html`${elsewhere(view)}${old}`;
  const { console: printed } = run;
  if (printed.isEmpty && !run.failure) {
    return run.state === "done" ? box(words.output, html`<p class="note">${words.noOutput}</p>`) : nothing;
  }
  return box(
    words.output,
    html`${printed.dropped ? html`<p class="note">${words.capped(printed.dropped)}</p>` : nothing}
    ${printed
      .blocks()
      .map((block) =>
        block.kind === "epochs" ? epochs(view, block) : html`<pre translate="no">${textOf(block.lines)}</pre>`,
      )}
    ${failureView(view)}`,
  );
}
