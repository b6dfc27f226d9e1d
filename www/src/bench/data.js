/** The data of the bench: which data set, and how it is split. */
import { html } from "lit";
import { DATA_SETS } from "../experiment/data-sets.js";
import { presetForData, PRESETS } from "../experiment/presets.js";
import { Part } from "./part.js";

export class BenchData extends Part {
  static part = /** @type {const} */ ("data");
  static follows = ["setup", "busy", "validation-error"];

  content() {
    const { lab, words } = this;
    return html`<h3>${this.own.heading}</h3>
      <ul>
        ${DATA_SETS.map(({ name }) => {
          const preset = presetForData(name);
          return html`<li>
            <button
              type="button"
              class="button"
              aria-pressed=${lab.config.data.source === name}
              @click=${() => preset && lab.change(() => PRESETS[preset])}
            >
              ${/** @type {Record<string, string>} */ (words.data.sources)[name]}
            </button>
          </li>`;
        })}
      </ul>`;
  }
}
