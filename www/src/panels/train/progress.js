/**
 * How far training is: the remaining time, how it ended, and Keras's own text.
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
export function counterOf({ end, epoch, epochs, batch, batches }) {
  if (end?.why === "diverged") return { epoch: end.epoch + 1, batch: end.step + 1 };
  return end ? { epoch: Math.min(epoch, epochs), batch: batches } : { epoch: Math.min(epoch + 1, epochs), batch };
}

/**
 * What `fit` prints, and below it how much was done and how long the rest will take.
 * @param {Words} words @param {Lab} lab @param {Setup} setup @param {RunState} state @param {Speed} speed
 */
export function kerasText({ train }, { running }, setup, state, speed) {
  const all = setup.iterationsPerEpoch * setup.epochs;
  const left = running ? speed.secondsFor(all - state.updates) : undefined;
  return html`<section class="group" aria-labelledby="printed">
    <h3 id="printed">${train.kerasText}</h3>
    <pre translate="no" class="keras" tabindex="0" role="group" aria-labelledby="printed">
${state.updates ? [state.heading, state.line].filter(Boolean).join("\n") : train.kerasEmpty}</pre>
    <p class="note between row">
      <span>${train.updates(state.updates, state.rowsSeen)}</span
      ><span>${left === undefined ? nothing : train.remaining(left)}</span>
    </p>
  </section>`;
}
