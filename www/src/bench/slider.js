/**
 * A slider over some values: its label tells the value while it is dragged, and the experiment changes when it is let
 * go. What was rejected stays where it was put, with the validation error below it.
 *
 * @import { Part } from "./part.js"
 */
import { html } from "lit";
import { isRejected, validationErrorAt } from "../panels/views/validation-error.js";

/**
 * @typedef {object} Slider
 * @property {string} path Of the setting in the configuration.
 * @property {string} label
 * @property {readonly number[]} stops In their order.
 * @property {number} value Any number; it becomes a stop of its own.
 * @property {(value: number) => string} text
 * @property {(value: number) => unknown} change
 */

/**
 * The stops with a value among them.
 * @param {readonly number[]} stops @param {number} value
 */
export const withStop = (stops, value) => [...new Set([...stops, value])].sort((a, b) => a - b);

/** What is dragged, or was rejected. @typedef {{ path: string, value: number } | undefined} Held */

/** @param {Part & { held: Held }} part @param {Slider} slider */
export function sliderSetting(part, { path, label, stops: all, value, text, change }) {
  const { lab, words, held } = part;
  const stops = withStop(all, value);
  const shown = held?.path === path ? held.value : value;
  const id = path.replace(/\W+/g, "-");
  const at = (/** @type {Event} */ event) => stops[Number(/** @type {HTMLInputElement} */ (event.target).value)];
  return html`<div class="slider">
    <label for=${id}>${label}</label> <output for=${id}>${text(shown)}</output>
    <input
      id=${id}
      type="range"
      min="0"
      max=${stops.length - 1}
      step="1"
      .value=${String(Math.max(stops.indexOf(shown), 0))}
      aria-valuetext=${text(shown)}
      aria-invalid=${isRejected(lab, path)}
      @input=${(/** @type {Event} */ event) => {
        part.held = { path, value: at(event) };
      }}
      @change=${(/** @type {Event} */ event) => {
        part.held = { path, value: at(event) };
        change(at(event));
      }}
    />
    ${validationErrorAt(words, lab, path)}
  </div>`;
}
