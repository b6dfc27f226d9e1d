/**
 * The line under the picture: steps, play, the two scrubbers, run and reset.
 *
 * @import { Locale } from "../../locales/index.js"
 * @import { Boundaries, Segment, StepSize } from "../timeline.js"
 */
import { html, nothing } from "lit";
import { SPEEDS } from "../player.js";
import { backIcon, forwardIcon, helpIcon, pauseIcon, playIcon, resetIcon, runIcon } from "./icons.js";

/** @type {StepSize[]} */
export const SIZES = ["operation", "unit", "layer", "phase", "iteration"];

/** More ticks than this would be a grey bar. */
const MOST_TICKS = 100;

/**
 * @typedef {object} ControlsView
 * @property {Locale} words
 * @property {number} at
 * @property {number} last
 * @property {number} iteration
 * @property {number} k Operations done in this iteration.
 * @property {Boundaries} marks
 * @property {Segment[]} segments
 * @property {boolean} playing
 * @property {boolean} running
 * @property {boolean} [inviting] Play is what comes next.
 * @property {number} speed
 * @property {StepSize} size
 * @property {boolean} helping Whether the help is open.
 * @property {Record<"play" | "forward" | "back" | "run" | "reset" | "help", () => void>} on
 * @property {(at: number) => void} seek
 * @property {(size: StepSize) => void} setSize
 * @property {(speed: number) => void} setSpeed
 * @property {unknown} [line] What happens now in few words, where there is no room for the card.
 * @property {boolean} [single] One iteration is all there is.
 */

/**
 * @typedef {{ shown?: string, kind?: string, disabled?: boolean, pressed?: boolean }} Look `shown` is a label beside
 *   the icon.
 */

/** @param {string} label @param {unknown} icon @param {() => void} act @param {Look} [look] */
function button(label, icon, act, { shown = "", kind = "", disabled = false, pressed } = {}) {
  return html`<button
    type="button"
    class=${`button ${kind}`}
    part="button"
    title=${label}
    aria-label=${label}
    aria-expanded=${pressed ?? nothing}
    ?disabled=${disabled}
    @click=${act}
  >
    ${icon}${shown ? html`<span>${shown}</span>` : nothing}
  </button>`;
}

/** The phases of one iteration as a band of colour. @param {Segment[]} segments @param {number} length */
function band(segments, length) {
  const stops = segments.map(
    ({ phase, start, length: n }) => `var(--gn-${phase}) ${(100 * start) / length}% ${(100 * (start + n)) / length}%`,
  );
  return `linear-gradient(to right, ${stops.join(", ")})`;
}

/**
 * A tick for each iteration, where they are few enough: lines keep to whole pixels, the stops of a gradient do not
 * everywhere.
 * @param {number} iterations
 */
const ticks = (iterations) =>
  iterations > 0 && iterations <= MOST_TICKS
    ? html`<svg class="ticks" viewBox=${`0 0 ${iterations} 1`} preserveAspectRatio="none" aria-hidden="true">
        <path d=${Array.from({ length: Math.floor(iterations) + 1 }, (_, i) => `M${i} 0V1`).join("")}></path>
      </svg>`
    : nothing;

/**
 * A finger that comes down on a slider to scroll the page has moved it by then: it goes back as the page begins to
 * scroll.
 * @param {number} at @param {(at: number) => void} seek
 */
function slider(at, seek) {
  return {
    down: (/** @type {PointerEvent} */ { target }) => {
      /** @type {HTMLElement} */ (target).dataset.held = String(at);
    },
    cancel: (/** @type {PointerEvent} */ { target }) => seek(Number(/** @type {HTMLElement} */ (target).dataset.held)),
  };
}

/** @param {string} text */
const valueOf = (text) => Number(text);

/** @param {ControlsView} view */
function timelineScrubber({ words, at, last, iteration, k, marks, seek }) {
  const done = last ? (100 * at) / last : 0;
  const { down, cancel } = slider(at, seek);
  return html`<label class="scrubber whole">
    <span class="scrubber-name">${words.iteration(iteration + 1)}</span>
    <span class="rail" .style=${`--done:${done}%`}
      >${ticks(last / marks.length)}<input
        type="range"
        min="0"
        max=${last}
        step="1"
        .value=${String(at)}
        aria-label=${words.scrubIteration}
        aria-valuetext=${`${words.iteration(iteration + 1)}, ${k} / ${marks.length}`}
        @pointerdown=${down}
        @pointercancel=${cancel}
        @input=${(/** @type {InputEvent} */ event) =>
          seek(valueOf(/** @type {HTMLInputElement} */ (event.target).value))}
    /></span>
  </label>`;
}

/** @param {ControlsView} view */
function operationScrubber({ words, at, iteration, k, last, marks, segments, seek }) {
  const from = iteration * marks.length;
  const { down, cancel } = slider(at, seek);
  const most = Math.min(marks.length, last - from);
  const phase = segments.find(({ start, length }) => k > start && k <= start + length)?.phase;
  return html`<label class="scrubber one">
    <span class="scrubber-name">${phase ? words.phases[phase] : words.phases.forward}</span>
    <input
      type="range"
      min="0"
      max=${marks.length}
      step="1"
      .value=${String(k)}
      aria-label=${words.scrubOperation}
      aria-valuetext=${`${phase ? words.phases[phase] : ""} ${k} / ${marks.length}`}
      .style=${`--done:${(100 * k) / marks.length}%;--band:${band(segments, marks.length)}`}
      @pointerdown=${down}
      @pointercancel=${cancel}
      @input=${(/** @type {InputEvent} */ event) =>
        seek(from + Math.min(valueOf(/** @type {HTMLInputElement} */ (event.target).value), most))}
    />
  </label>`;
}

/** Where it is narrow, all but play, steps and the scrubber of operations is folded away. @param {Event} event */
function unfold({ currentTarget }) {
  const toggle = /** @type {HTMLElement} */ (currentTarget);
  toggle.setAttribute("aria-expanded", String(toggle.closest(".controls")?.classList.toggle("unfolded")));
}

/** @param {ControlsView} view */
export function controls(view) {
  const { words, at, last, playing, running, inviting, speed, size, helping, on, setSize, setSpeed, line, single } =
    view;
  /** @param {Event} event */
  const chosen = (event) => /** @type {HTMLSelectElement} */ (event.target).value;
  return html`<div class="controls" part="controls" role="group" aria-label=${words.controls}>
    <p class="line" aria-hidden="true">${line}</p>
    <div class="transport">
      ${button(words.stepBack, backIcon, on.back, { disabled: at <= 0 })}
      ${
        playing || running
          ? button(words.pause, pauseIcon, on.play, { kind: "primary" })
          : button(words.play, playIcon, on.play, { kind: inviting ? "primary inviting" : "primary" })
      }
      ${button(words.stepForward, forwardIcon, on.forward, { disabled: at >= last })}
      <label class="choice"
        ><span>${words.stepSize}</span
        ><select
          aria-label=${words.stepSize}
          .value=${size}
          @change=${(/** @type {Event} */ event) => setSize(/** @type {StepSize} */ (chosen(event)))}
        >
          ${SIZES.map((name) => html`<option value=${name} ?selected=${name === size}>${words.sizes[name]}</option>`)}
        </select></label
      >
      <label class="choice"
        ><span>${words.speed}</span
        ><select
          aria-label=${words.speed}
          .value=${String(speed)}
          @change=${(/** @type {Event} */ event) => setSpeed(valueOf(chosen(event)))}
        >
          ${SPEEDS.map(
            (value) => html`<option translate="no" value=${value} ?selected=${value === speed}>${value}×</option>`,
          )}
        </select></label
      >
    </div>
    <div class="scrubbers">${operationScrubber(view)}${single ? nothing : timelineScrubber(view)}</div>
    <button
      type="button"
      class="button unfold"
      title=${words.more}
      aria-label=${words.more}
      aria-expanded="false"
      @click=${unfold}
    >
      ⋯
    </button>
    ${
      single
        ? nothing
        : html`<div class="errands">
            ${button(words.runToTarget, runIcon, on.run, { shown: words.run, kind: "worded" })}
            ${button(words.reset, resetIcon, on.reset, { shown: words.reset, kind: "worded" })}
            ${button(words.helpTitle, helpIcon, on.help, { kind: "help-button", pressed: helping })}
          </div>`
    }
  </div>`;
}
