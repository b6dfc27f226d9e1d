/**
 * `<gn-weight-field>`: one weight or bias to type or to drag. What the network makes of it follows at once.
 *
 * @import { Lab } from "../experiment/lab.js"
 * @import { Words } from "../locales/playground.js"
 */
import { css, html, nothing } from "lit";
import { buttonStyle } from "../button-style.js";
import { GlassElement } from "../element/element.js";
import { full, parse } from "../format.js";
import { failureText } from "../panels/views/validation-error.js";

/** How far a key moves, in steps. @type {Record<string, number>} */
const KEYS = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: 10, PageDown: -10 };

/** Steps from the middle of the track to either end. */
const STEPS = 50;

export class WeightField extends GlassElement {
  static styles = [
    buttonStyle,
    css`
      :host {
        display: block;
        font-size: var(--gn-text-12);
      }
      .field {
        display: grid;
        gap: 6px;
        padding: var(--gn-space-2);
      }
      .line {
        display: flex;
        align-items: center;
        gap: var(--gn-space-2);
      }
      label {
        flex: 1;
        font-weight: 600;
        white-space: nowrap;
      }
      input {
        box-sizing: border-box;
        width: 96px;
        min-width: 0;
        min-height: var(--target);
        padding: 0 var(--gn-space-2);
        border: 1px solid var(--gn-mark);
        border-radius: 6px;
        background: var(--gn-surface);
        font-variant-numeric: tabular-nums;
      }
      [aria-invalid="true"] {
        border: 2px solid var(--gn-warning);
      }
      .track {
        position: relative;
        height: var(--target);
        touch-action: none;
        cursor: ew-resize;
      }
      .track::before,
      .track::after {
        position: absolute;
        top: 50%;
        inset-inline: 0;
        border-top: 2px solid var(--gn-hairline);
        content: "";
      }
      .track::after {
        inset: calc(50% - 5px) auto auto 50%;
        height: 12px;
        border: 0;
        border-left: 2px solid var(--gn-mark);
      }
      .thumb {
        position: absolute;
        z-index: 1;
        top: calc(50% - 7px);
        width: 16px;
        height: 16px;
        margin-inline-start: -8px;
        border-radius: 50%;
        background: var(--gn-positive);
      }
      .negative .thumb {
        border-radius: 3px;
        background: var(--gn-negative);
      }
      .validation-error {
        margin: 0;
        color: var(--gn-warning);
      }
      .other {
        min-height: var(--target);
        padding: 0;
        border: 0;
        background: none;
        color: var(--gn-accent);
        font-size: var(--gn-text-12);
        text-align: start;
        cursor: pointer;
      }
      :focus-visible {
        outline: 2px solid var(--gn-focus);
        outline-offset: 1px;
      }
    `,
  ];

  static properties = {
    lab: { attribute: false },
    words: { attribute: false },
    index: { type: Number },
    name: {},
    other: { attribute: false },
    value: { state: true },
    failure: { state: true },
  };

  constructor() {
    super();
    /** @type {Lab} */ this.lab = /** @type {any} */ (undefined);
    /** @type {Words} */ this.words = /** @type {any} */ (undefined);
    /** Its place among all weights. */ this.index = 0;
    this.name = "";
    /** Another number of the same unit that can be opened. @type {{ name: string, open: () => void } | undefined} */
    this.other = undefined;
    this.value = 0;
    /** @type {unknown} */ this.failure = undefined;
  }

  /** What is at the ends of the track. */
  #reach = 2;
  /** The value that is to be set next. @type {number | undefined} */
  #next;
  #isSetting = false;

  /** @param {import("lit").PropertyValues<this>} changed */
  willUpdate(changed) {
    if (!changed.has("index") || !this.lab?.frame) return;
    this.value = this.lab.frame.weights[this.index];
    this.#reach = Math.max(2, Math.ceil(2 * Math.abs(this.value)));
    this.failure = undefined;
  }

  /** @param {import("lit").PropertyValues<this>} changed */
  updated(changed) {
    if (!changed.has("index")) return;
    const input = this.#input;
    input.value = full(this.value);
    input.focus();
    input.select();
  }

  get #input() {
    return /** @type {HTMLInputElement} */ (this.renderRoot.querySelector("input"));
  }

  /** Sets one value after the other, of those that come meanwhile the last. @param {number} value */
  async #set(value) {
    this.#next = value;
    if (this.#isSetting) return;
    this.#isSetting = true;
    while (this.#next !== undefined) {
      const wanted = this.#next;
      this.#next = undefined;
      const isTaken = await this.lab.setWeight(this.index, wanted);
      this.failure = isTaken ? undefined : this.lab.validationError?.failure;
      // What was typed stays in its field to be fixed; the weight is what it was.
      if (!isTaken && this.lab.frame) this.value = this.lab.frame.weights[this.index];
    }
    this.#isSetting = false;
  }

  /** To another value, by dragging or by keys. @param {number} value */
  #move(value) {
    this.value = Math.fround(value);
    this.failure = undefined;
    this.#input.value = full(this.value);
    this.#set(this.value);
  }

  /** What was typed; what is no number is rejected, and the former stays. */
  #onChange = () => {
    const text = this.#input.value;
    const value = parse(text);
    if (value === undefined) {
      this.failure = {
        code: "invalid_config",
        what: "weight",
        expected: "a number",
        received: `the text "${text.trim()}"`,
      };
      return;
    }
    if (Math.fround(value) !== this.value) this.#move(value);
    this.failure = undefined;
  };

  /** @param {KeyboardEvent} event */
  #onKey = (event) => {
    if (event.key === "Enter") return this.#onChange();
    const isTyped = event.target instanceof HTMLInputElement;
    const steps = KEYS[event.key];
    if (steps === undefined || (isTyped && /Left|Right/.test(event.key))) return;
    event.preventDefault();
    this.#move(this.value + (steps * this.#reach) / STEPS);
  };

  /** @param {PointerEvent} event */
  #onDrag = (event) => {
    const track = /** @type {HTMLElement} */ (event.currentTarget);
    if (event.type === "pointerdown") track.setPointerCapture(event.pointerId);
    if (!track.hasPointerCapture(event.pointerId)) return;
    const { left, width } = track.getBoundingClientRect();
    const value = ((event.clientX - left) / width - 0.5) * 2 * this.#reach;
    // A step of the track is as fine as a hand is.
    this.#move(Math.round((value / this.#reach) * 2 * STEPS) * (this.#reach / (2 * STEPS)));
  };

  render() {
    const { words, name, value, failure, other } = this;
    if (!words) return nothing;
    const { network } = words.bench;
    const part = Math.min(Math.max(value / this.#reach, -1), 1);
    return html`<div class="field" role="group" aria-label=${network.edit(name)} @keydown=${this.#onKey}>
      <div class="line">
        <label for="value" translate="no">${name}</label>
        <input
          id="value"
          inputmode="decimal"
          autocomplete="off"
          aria-invalid=${Boolean(failure)}
          aria-describedby="validation-error"
          @change=${this.#onChange}
        />
      </div>
      <div
        class=${value < 0 ? "track negative" : "track"}
        role="slider"
        tabindex="0"
        aria-label=${network.drag(name)}
        title=${network.drag(name)}
        aria-valuemin=${-this.#reach}
        aria-valuemax=${this.#reach}
        aria-valuenow=${value}
        aria-valuetext=${full(value)}
        @pointerdown=${this.#onDrag}
        @pointermove=${this.#onDrag}
      >
        <span class="thumb" .style=${`left:${50 + 50 * part}%`}></span>
      </div>
      <div id="validation-error">
        ${failure ? html`<p class="validation-error" role="alert">${failureText(words, failure)}</p>` : nothing}
      </div>
      ${
        other
          ? html`<button type="button" class="other" @click=${other.open}>${network.open(other.name)}</button>`
          : nothing
      }
    </div>`;
  }
}
