/**
 * How far training is: a bar with the remaining time, and Keras's own text.
 *
 * @import { Lab } from "../../experiment/lab.js"
 * @import { RunState, Setup } from "../../experiment/types.js"
 * @import { Words } from "../../locales/playground.js"
 */
import { html, nothing } from "lit";
import { activeLayers } from "../../experiment/layers.js";

/** The pace of the last seconds tells how long the rest will take. */
const WINDOW = 3000;

/** How fast updates are taken, from what was seen. */
export class Speed {
  /** @type {{ time: number, updates: number }[]} */
  #seen = [];

  clear() {
    this.#seen = [];
  }

  /** @param {number} updates @param {number} [time] */
  take(updates, time = performance.now()) {
    this.#seen.push({ time, updates });
    while (this.#seen.length > 2 && time - this.#seen[0].time > WINDOW) this.#seen.shift();
  }

  /**
   * Seconds for so many updates; undefined until the pace is known.
   * @param {number} updates
   * @returns {number | undefined}
   */
  secondsFor(updates) {
    const [first, last] = [this.#seen[0], this.#seen.at(-1)];
    if (!last || last.time - first.time < 300 || last.updates <= first.updates) return undefined;
    return (updates * (last.time - first.time)) / (last.updates - first.updates) / 1000;
  }
}

/** Why it is over, in words. @param {Words} words @param {NonNullable<RunState["end"]>} end @param {Setup} setup */
export function endText({ train: { ends } }, end, setup) {
  if (end.why === "stopped_early") return ends.stopped(end.bestEpoch + 1);
  if (end.why === "finished") return ends.finished;
  return ends.diverged(end.epoch + 1, end.step + 1, (activeLayers(setup)[end.layer]?.place ?? end.layer) + 1);
}

/** The epoch, and how many of its batches are done. @param {RunState} state */
function counterOf({ end, epoch, epochs, batch, batches }) {
  if (end?.why === "diverged") return { epoch: end.epoch + 1, batch: end.step + 1 };
  return end ? { epoch: Math.min(epoch, epochs), batch: batches } : { epoch: Math.min(epoch + 1, epochs), batch };
}

/** @param {Words} words @param {Lab} lab @param {Setup} setup @param {RunState} state @param {Speed} speed */
export function progress(words, { running }, setup, state, speed) {
  const { train } = words;
  const all = setup.iterationsPerEpoch * setup.epochs;
  const place = counterOf(state);
  const text = train.progress(place.epoch, state.epochs, place.batch, state.batches);
  const left = running ? speed.secondsFor(all - state.updates) : undefined;
  return html`<div class="progress">
    <div class="progress-line">
      <span>${state.updates ? text : train.notStarted}</span
      ><span class="left">${left === undefined ? nothing : train.remaining(left)}</span>
    </div>
    <progress max=${all} .value=${state.updates} aria-label=${text}></progress>
    <p class="note">${train.updates(state.updates, state.rowsSeen)}</p>
    ${
      state.end
        ? html`<p class=${state.end.why === "diverged" ? "validation-error" : "ending"} role="status">
            ${endText(words, state.end, setup)}
          </p>`
        : nothing
    }
    <pre translate="no" class="keras" tabindex="0" role="group" aria-label=${train.kerasText}>
${state.heading || state.line ? [state.heading, state.line].filter(Boolean).join("\n") : train.kerasEmpty}</pre>
  </div>`;
}
