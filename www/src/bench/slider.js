/**
 * A number to type or to drag: it follows the slider while that is dragged, and the experiment changes when it is let
 * go. What was rejected stays where it was put, with the validation error below it.
 *
 * @import { Part } from "./part.js"
 */
import { html } from "lit";
import { numberSetting } from "../panels/views/setting.js";

/**
 * @typedef {object} Slider
 * @property {string} path Of the setting in the configuration.
 * @property {string} label
 * @property {readonly number[]} stops In their order.
 * @property {number} value Any number; it becomes a stop of its own.
 * @property {boolean} [whole]
 * @property {(value: any) => unknown} change
 */

/**
 * The stops with a value among them.
 * @param {readonly number[]} stops @param {number} value
 */
export const withStop = (stops, value) => [...new Set([...stops, value])].sort((a, b) => a - b);

/** What is dragged, or was rejected. @typedef {{ path: string, value: number } | undefined} Held */

/** @param {Part & { held: Held }} part @param {Slider} slider */
export function sliderSetting(part, { path, label, stops: all, value, whole, change }) {
  const { lab, words, held } = part;
  const stops = withStop(all, value);
  const shown = held?.path === path ? held.value : value;
  const at = (/** @type {Event} */ event) => stops[Number(/** @type {HTMLInputElement} */ (event.target).value)];
  return html`<div class="slider">
    ${numberSetting(words, lab, {
      path,
      label,
      value: shown,
      whole,
      optional: true,
      change(typed) {
        part.held = undefined;
        change(typed);
      },
    })}
    <input
      type="range"
      min="0"
      max=${stops.length - 1}
      step="1"
      .value=${String(Math.max(stops.indexOf(shown), 0))}
      aria-label=${label}
      aria-valuetext=${shown}
      @input=${(/** @type {Event} */ event) => {
        part.held = { path, value: at(event) };
      }}
      @change=${(/** @type {Event} */ event) => {
        part.held = { path, value: at(event) };
        change(at(event));
      }}
    />
  </div>`;
}
