/**
 * Beside the picture: where we are, the formula of the step with its numbers, and one sentence on what happens and why.
 *
 * @import { ClaimCheck, ExampleRun, Trace, TraceEvent } from "../../../../src/bindings/types.js"
 * @import { Locale, Term } from "../../locales/index.js"
 */
import { html, nothing } from "lit";
import { fixed, format } from "../../format.js";
import { sentence } from "../../locales/index.js";
import { layerName, nameText, unitName } from "../../names.js";
import { claimSentence, claimsOf } from "../claims.js";
import { LIMIT } from "../session.js";
import { formulaView } from "./formula.js";

/**
 * @typedef {object} CardView
 * @property {Locale} words
 * @property {Trace} trace
 * @property {number} k Operations done in this iteration.
 * @property {number} digits
 * @property {boolean} sweeping Too fast to read: only the phase is named.
 * @property {boolean} atEnd
 * @property {string} [caption] While it plays: in place of the sentence.
 * @property {boolean} [invites] Whether it stopped by itself, and the reader is to go on.
 * @property {ExampleRun} [run] What became of the training, told at its end.
 * @property {readonly ClaimCheck[]} claims
 * @property {boolean} reconstructed
 * @property {Term | undefined} term The term whose meaning is open.
 * @property {(term: Term) => void} openTerm
 * @property {import("./formula.js").More} [formulas] Of what few examples have.
 */

/** @param {CardView} view @param {Term} term @param {string} text */
const termButton = ({ term: open, openTerm }, term, text) =>
  html`<button
    type="button"
    class="term"
    aria-expanded=${open === term}
    aria-controls="meaning"
    @click=${() => openTerm(term)}
  >
    ${text}
  </button>`;

/** @param {CardView} view */
const meaning = ({ words, term }) =>
  html`<p class="meaning" id="meaning" aria-live="polite">${(term && words.meanings?.[term]) ?? nothing}</p>`;

/** Which terms the words of a step lean on, its phase first. @param {TraceEvent} event @returns {[Term, ...Term[]]} */
function termsOf(event) {
  switch (event.phase) {
    case "forward":
      return event.kind === "activation"
        ? ["forward", "activation"]
        : event.kind === "bias"
          ? ["forward", "bias"]
          : ["forward", "weight"];
    case "loss":
      return ["loss", "prediction", "target"];
    case "backward":
      return ["backward", "gradient"];
    default:
      return ["gradientDescent", "learningRate"];
  }
}

/** @param {CardView} view @param {TraceEvent} event */
const claimNote = (view, event) =>
  claimsOf(view, event).map((claim) => {
    const sentence = claimSentence(claim, view.trace, view.words, view.reconstructed);
    return html`<p class=${claim.holds ? "claim holds" : "claim fails"}>${sentence}</p>`;
  });

/**
 * What became of the training, once the reader is at its end.
 * @param {CardView} view @param {ExampleRun} run
 */
function ending({ words, trace }, run) {
  if (run.diverged) return words.diverged(layerName(words, trace, run.diverged.layer), run.diverged.iteration + 1);
  return run.reached === undefined ? words.notReached(LIMIT) : words.reached(run.reached + 1);
}

/** @param {CardView} view */
function opening(view) {
  const { words, reconstructed } = view;
  return html`<div class="card" part="card">
    <h3 class="card-title">${words.openingTitle}</h3>
    <p class="prose">
      ${words.start.map((part) => (typeof part === "string" ? part : termButton(view, part.term, part.text)))}
    </p>
    ${meaning(view)} ${reconstructed ? html`<p class="note">${words.reconstructed}</p>` : nothing}
  </div>`;
}

/** @param {CardView} view */
export function card(view) {
  const { words, trace, k, digits, sweeping, atEnd, run } = view;
  const event = trace.events[k - 1];
  if (!event) return opening(view);
  const [phase, ...more] = termsOf(event);
  const place = `${layerName(words, trace, event.layer)} · ${nameText(unitName(trace, event.layer, event.unit))}`;
  return html`<div
    class=${sweeping ? "card" : "card operation"}
    part="card"
    .style=${`--phase:var(--gn-${event.phase})`}
  >
    <h3 class="card-title">
      <span class="phase"
        >${sweeping ? words.phases[event.phase] : termButton(view, phase, words.phases[event.phase])}</span
      >${
        sweeping
          ? nothing
          : html`<span class="place">${place}</span><span class="kind">${words.kinds[event.kind]}</span>`
      }
    </h3>
    ${
      sweeping
        ? html`<p class="prose passing">${words.iteration(trace.iteration + 1)}</p>
            <dl class="facts">
              <dt>${words.prediction}</dt>
              <dd translate="no">${trace.prediction.map((value) => fixed(value, digits)).join(", ")}</dd>
              <dt>${words.target}</dt>
              <dd translate="no">${trace.target.map((value) => format(value, digits)).join(", ")}</dd>
              <dt>${words.loss}</dt>
              <dd translate="no">${format(trace.loss, digits)}</dd>
            </dl>`
        : html`${formulaView(event, trace, words, digits, view.formulas)}
            <p class=${view.caption ? "prose brief" : "prose"}>
              ${view.caption ?? sentence(words, event, trace, digits)}
            </p>
            ${view.invites ? html`<p class="invitation">${words.invitation}</p>` : nothing} ${claimNote(view, event)}
            ${atEnd && run ? html`<p class="ending">${ending(view, run)}</p>` : nothing}
            <p class="terms">${more.map((term) => termButton(view, term, words.terms[term].label))}</p>
            ${meaning(view)}`
    }
  </div>`;
}

/**
 * A step in words for a screen reader.
 * @param {Locale} words
 * @param {Trace} trace
 * @param {number} k
 * @param {number} digits
 */
export function announcement(words, trace, k, digits) {
  const event = trace.events[k - 1];
  if (!event) return "";
  return words.announce({
    iteration: trace.iteration + 1,
    phase: event.phase,
    unit: nameText(unitName(trace, event.layer, event.unit)),
    sentence: sentence(words, event, trace, digits),
  });
}
