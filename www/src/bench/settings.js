/** On a phone: what the bar has no room for, in a tab. */
import { html } from "lit";
import { showChoices } from "../panels/views/setting.js";
import { optimizerField, paceField, presetField, rateField } from "./bar-fields.js";
import { Part } from "./part.js";
import { partStyle } from "./part-style.js";
import { settingsStyle } from "./bar-style.js";

export class BenchSettings extends Part {
  static part = /** @type {const} */ ("bar");
  static styles = [partStyle, settingsStyle];
  static follows = ["setup", "running", "busy", "validation-error", "pace"];

  updated() {
    if (!this.lab?.busy) showChoices(this.renderRoot);
  }

  content() {
    const { lab, words } = this;
    const { train } = words;
    return html`<section class="settings" aria-label=${words.bench.tabs.settings}>
      ${presetField(this, true)}
      <div class="fields">${paceField(this)} ${rateField(this)} ${optimizerField(this)}</div>
      <div class="row">
        <button
          type="button"
          class="button"
          ?disabled=${lab.running || Boolean(lab.state?.end) || lab.busy}
          @click=${() => lab.toEnd()}
        >
          ${train.toEnd}
        </button>
        <button
          type="button"
          class="button"
          ?disabled=${lab.busy}
          @click=${() => lab.reset((lab.config.model?.seed ?? 0) + 1)}
        >
          ${train.reseed}
        </button>
      </div>
    </section>`;
  }
}
