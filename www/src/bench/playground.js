/**
 * `<glass-net-playground>`: the tutorial's four steps with the reader's own hands, from data to prediction.
 *
 * It wires the lab and the panels; each panel knows the lab alone.
 *
 * @import { PresetName } from "../experiment/presets.js"
 * @import { Words } from "../locales/playground.js"
 */
import { html, nothing } from "lit";
import { html as staticHtml, unsafeStatic } from "lit/static-html.js";
import { Scene } from "../scenes/scene.js";
import { theme } from "../theme.js";
import { isPreset } from "../experiment/attributes.js";
import { validationErrorNote } from "../panels/views/validation-error.js";
import { showChoices } from "../panels/views/setting.js";
import { presetOf, PRESETS } from "../experiment/presets.js";
import { PANELS } from "./panels.js";
import { playgroundStyle } from "./style.js";

export class Playground extends Scene {
  static styles = [theme, playgroundStyle];

  static scene = /** @type {const} */ ("playground");

  static pictured = [".about", "gn-train-panel >>> gn-live-network", "gn-train-panel >>> gn-line-chart"];

  /** Panels are drawn in each frame; what is around them is not. @param {string} event */
  follow(event) {
    if (event !== "frame") super.follow(event);
  }

  /** @param {Event} event */
  #choose = (event) => {
    const name = /** @type {HTMLSelectElement} */ (event.target).value;
    if (isPreset(name)) this.lab.change(() => PRESETS[name]);
  };

  /** @param {Words} words */
  #head({ shell }) {
    const chosen = presetOf(this.lab.config);
    return html`<header class="top">
      <label class="preset"
        ><span>${shell.preset}</span>
        <select data-value=${chosen} @change=${this.#choose}>
          ${chosen ? nothing : html`<option value="" selected>${shell.own}</option>`}
          ${Object.keys(PRESETS).map(
            (name) =>
              html`<option value=${name} ?selected=${name === chosen}>
                ${shell.presets[/** @type {PresetName} */ (name)].name}
              </option>`,
          )}
        </select></label
      >
      ${chosen ? html`<p class="about">${shell.presets[chosen].about}</p>` : nothing}
    </header>`;
  }

  updated() {
    if (!this.lab.busy) showChoices(this.renderRoot);
  }

  render() {
    const { words, lab, digits } = this;
    if (!words) return html`<div class="waiting" role="status"></div>`;
    const validationError =
      this.failure ??
      (lab.validationError && (!lab.setup || lab.validationError.path === "")
        ? lab.validationError.failure
        : undefined);
    if (!lab.setup)
      return html`<div class="waiting" lang=${words.lang} role="status">
        ${validationError ? validationErrorNote(words, validationError) : html`<p>${words.shell.loading}</p>`}
      </div>`;
    return html`<div class="playground" lang=${words.lang} aria-busy=${lab.busy}>
      ${this.#head(words)} ${validationError ? validationErrorNote(words, validationError) : nothing}
      ${PANELS.map(
        ({ tag, number }) =>
          staticHtml`<${unsafeStatic(tag)} class="step" .lab=${lab} .words=${words} .digits=${digits} .number=${number ?? 0}></${unsafeStatic(tag)}>`,
      )}
    </div>`;
  }
}
