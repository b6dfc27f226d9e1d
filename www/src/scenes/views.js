/**
 * Parts that several scenes show: what is waited for, what it is about, buttons, numbers, how it ended.
 *
 * @import { RunState, Setup } from "../experiment/types.js"
 * @import { Lab } from "../experiment/lab.js"
 * @import { Words } from "../locales/playground.js"
 */
import { html, nothing } from "lit";
import { fixed } from "../format.js";
import { PACES } from "../experiment/pace.js";
import { endText } from "../panels/train/progress.js";

/** @typedef {keyof typeof PACES} Pace */

/** Before there is anything to show. @param {Words | undefined} words @param {string | undefined} failure */
export const waiting = (words, failure) =>
  html`<div class="waiting" part="frame" lang=${words?.lang ?? nothing} role=${failure ? "alert" : "status"}>
    <p class=${failure ? "validation-error" : ""}>${failure ?? words?.shell.loading}</p>
  </div>`;

/** @param {Setup} setup */
function ruleOf({
  config: {
    model: { optimizer },
  },
}) {
  return typeof optimizer === "string" ? optimizer : (optimizer?.name ?? "");
}

/**
 * Which data, which model: what the numbers are about.
 * @param {Words} words
 * @param {Setup} setup
 * @param {string} [rule] How it is trained, where the scene does not train by the model's own optimizer.
 */
export function about({ scenes, data }, setup, rule = ruleOf(setup)) {
  const sources = /** @type {Record<string, string>} */ (data.sources);
  const { source } = setup.config.data;
  const name = source === "csv" ? setup.data.name : (sources[source] ?? setup.data.name);
  const sizes = [setup.shapes.xTrain[1], ...setup.layers.flatMap(({ kind, units }) => (kind === "Dense" ? units : []))];
  return html`<p class="about">${scenes.about(name, setup.trainRows.length, sizes.join("\u00a0→\u00a0"), rule)}</p>`;
}

/**
 * @param {string} kind What of the author's `controls` it is.
 * @param {string} text
 * @param {() => void} act
 * @param {{ primary?: boolean, disabled?: boolean }} [look]
 */
export const button = (kind, text, act, { primary = false, disabled = false } = {}) =>
  html`<button
    type="button"
    part="button"
    class=${`button ${kind}${primary ? " primary" : ""}`}
    ?disabled=${disabled}
    @click=${act}
  >
    ${text}
  </button>`;

/**
 * Run or pause, one batch, one epoch, back to the start, and how fast.
 * @param {Words} words
 * @param {Lab} lab
 * @param {{ play: () => void, step: string, pace?: Pace, setPace?: (pace: Pace) => void }} how `step` names one batch.
 */
export function trainControls({ train, scenes }, lab, { play, step, pace, setPace }) {
  const isOver = Boolean(lab.state?.end);
  const isStill = lab.running || isOver || lab.busy;
  return html`<div class="controls" part="controls" role="group" aria-label=${train.controls}>
    ${
      lab.running
        ? button("play", train.pause, () => lab.pause(), { primary: true })
        : button("play", isOver ? train.again : lab.state?.updates ? train.goOn : train.run, play, {
            primary: true,
            disabled: lab.busy,
          })
    }
    ${button(
      "step",
      step,
      () => {
        lab.batch();
      },
      { disabled: isStill },
    )}
    ${button(
      "step",
      train.epoch,
      () => {
        lab.epoch();
      },
      { disabled: isStill },
    )}
    ${button(
      "step",
      scenes.reset,
      () => {
        lab.reset();
      },
      { disabled: lab.busy || !lab.state?.updates },
    )}
    ${
      setPace
        ? html`<label class="speed"
            ><span class="heard">${train.pace}</span
            ><select
              @change=${(/** @type {Event} */ event) =>
                setPace(/** @type {Pace} */ (/** @type {HTMLSelectElement} */ (event.target).value))}
            >
              ${
                /** @type {Pace[]} */ (Object.keys(PACES)).map(
                  (name) => html`<option value=${name} ?selected=${name === pace}>${scenes.paces[name]}</option>`,
                )
              }
            </select></label
          >`
        : nothing
    }
  </div>`;
}

/** Where the run is, as text. @param {Words} words @param {Lab} lab */
function placeText({ train }, { setup, state }) {
  if (!setup || !state?.updates) return train.notStarted;
  const { end, epoch, epochs, batch, batches } = state;
  if (end?.why === "diverged") return train.progress(end.epoch + 1, epochs, end.step + 1, batches);
  return end
    ? train.progress(Math.min(epoch, epochs), epochs, batches, batches)
    : train.progress(Math.min(epoch + 1, epochs), epochs, batch, batches);
}

/**
 * A line of progress that keeps its height, with how it ended.
 * @param {Words} words
 * @param {Lab} lab
 * @param {boolean} [isQuiet] Whether something else says where it is.
 */
export function progressLine(words, lab, isQuiet = false) {
  const { setup, state } = lab;
  if (!setup || !state) return nothing;
  const { end } = state;
  const text = placeText(words, lab);
  return html`<div class="progress" part="progress">
    <progress max=${setup.iterationsPerEpoch * setup.epochs} .value=${state.updates} aria-label=${text}></progress>
    ${
      isQuiet && (!end || end.why === "finished")
        ? nothing
        : html`<p
            class=${end?.why === "diverged" ? "place validation-error" : "place"}
            role=${lab.running ? nothing : "status"}
          >
            ${end && end.why !== "finished" ? endText(words, end, setup) : text}
            ${end?.why === "diverged" ? words.compare.divergedAdvice : ""}${
              end?.why === "finished" ? html` · <b>${words.scenes.done}</b>` : nothing
            }
          </p>`
    }
  </div>`;
}

/** Keras's names of what is measured. @param {Words} words @param {string} name */
const nameOf = ({ train }, name) =>
  name === "loss" ? train.loss : name === "val_loss" ? train.validationLoss : train.metric(name);

/**
 * The numbers of this moment: those of the epoch so far, or of the last.
 * @param {Words} words
 * @param {Lab} lab
 * @param {number} digits
 */
export function figures(words, { state, history, setup }, digits) {
  const all = {
    ...Object.fromEntries(Object.entries(history.history).map(([name, values]) => [name, values.at(-1)])),
    .../** @type {RunState} */ (state).logs,
  };
  const names = Object.keys(all).length ? Object.keys(all) : ["loss", ...(setup?.validationRows ? ["val_loss"] : [])];
  return html`<dl class="figures" part="figures">
    ${names.map((name) => {
      const value = /** @type {Record<string, number | undefined>} */ (all)[name];
      return html`<div>
        <dt>${nameOf(words, name)}</dt>
        <dd translate="no" data-figure=${name}>${value === undefined ? "–" : fixed(value, digits)}</dd>
      </div>`;
    })}
  </dl>`;
}
