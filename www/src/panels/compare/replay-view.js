/**
 * The scrubber of a comparison's replay, and what stands for what is still to come.
 *
 * @import { OutcomeView } from "./outcome.js"
 */
import { html, nothing } from "lit";
import { format } from "../../format.js";
import { mostRows, rowsAt } from "./replay.js";

/** Positions of the scrubber: an arrow key moves it by one. */
const POSITIONS = 120;

/** Hides what is still to come, which keeps its height. @param {boolean} isShown */
export const reserved = (isShown) => (isShown ? "" : "unseen");

/**
 * The scrubber of the replay with its button; until there is something to replay, how far it is computed.
 * @param {OutcomeView} view
 */
export function replayView({ words: { compare: own }, race }) {
  const { replay, curves, progress } = race;
  const isReady = curves.length > 0;
  const text = own.replay.at(format(rowsAt(curves, replay.moment)), format(mostRows(curves)));
  const name = replay.isPlaying ? "pause" : replay.moment === 1 ? "again" : "play";
  return html`<div class="replay">
    <progress
      class=${reserved(!isReady)}
      max="1"
      .value=${progress}
      aria-label=${own.progress((progress * 100).toFixed(0))}
    ></progress>
    <div class=${`scrubber ${reserved(isReady)}`} role="group" aria-label=${own.replay.title}>
      ${
        replay.isReduced
          ? nothing
          : html`<button
              type="button"
              class="button toggle"
              @click=${() => (replay.isPlaying ? replay.pause() : replay.play())}
            >
              ${own.replay[name]}
            </button>`
      }
      <input
        type="range"
        min="0"
        max=${POSITIONS}
        step="1"
        .value=${String(Math.round(replay.moment * POSITIONS))}
        aria-label=${own.replay.moment}
        aria-valuetext=${text}
        @input=${(/** @type {any} */ event) => replay.seek(Number(event.target.value) / POSITIONS)}
      />
      <span class="note" aria-hidden="true" translate="no">${text}</span>
    </div>
  </div>`;
}

/** What stands where a picture will be. @param {OutcomeView} view */
export const pendingText = ({ words: { compare: own }, race }) =>
  race.current ? own.computing((race.progress * 100).toFixed(0)) : own.empty;
