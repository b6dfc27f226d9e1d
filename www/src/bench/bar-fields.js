/**
 * Speed, learning rate, optimizer and presets: in the bar, and on a phone in the tab of the settings.
 *
 * @import { PresetName } from "../experiment/presets.js"
 * @import { PaceName } from "./speed.js"
 * @import { Part } from "./part.js"
 * @import { Thumbnails } from "./thumbnails.js"
 */
import { html, nothing } from "lit";
import { isPreset } from "../experiment/attributes.js";
import { modelOf, withModel } from "../experiment/config.js";
import { PACES } from "../experiment/pace.js";
import { presetUnchanged, PRESETS } from "../experiment/presets.js";
import { offered } from "../panels/model/names.js";
import { OPTIMIZER_NAMES, optimizerOf, OPTIMIZERS, withOptimizer, withRule } from "../panels/model/optimizers.js";
import { choiceSetting, numberSetting } from "../panels/views/setting.js";
import { paceOf, setPace } from "./speed.js";
import { thumbnail } from "./thumbnails.js";
import { onToolbarFocus, onToolbarKey } from "./toolbar.js";

/** @param {Event} event */
const valueOf = (event) => /** @type {HTMLSelectElement} */ (event.target).value;

const PRESET_NAMES = /** @type {PresetName[]} */ (Object.keys(PRESETS));

/** @param {Part} part */
export function paceField({ lab, words: { train, scenes } }) {
  const pace = paceOf(lab);
  return html`<div class="field pace">
    <label for="pace">${train.pace}</label>
    <select
      id="pace"
      data-value=${pace}
      @change=${(/** @type {Event} */ event) => setPace(lab, /** @type {PaceName} */ (valueOf(event)))}
    >
      ${
        /** @type {PaceName[]} */ (Object.keys(PACES)).map(
          (name) => html`<option value=${name} ?selected=${name === pace}>${scenes.paces[name]}</option>`,
        )
      }
    </select>
  </div>`;
}

/** A schedule is no number: it is shown by its name, and set where the whole optimizer is. @param {Part} part */
export function rateField(part) {
  const { lab, words, own } = part;
  const optimizer = optimizerOf(modelOf(lab.config));
  const { learningRate: rate, name } = optimizer;
  if (typeof rate === "object")
    return html`<div class="field rate">
      <span class="label">${own.rate}</span>
      <button
        type="button"
        class="schedule"
        title=${own.toSchedule(rate.name)}
        aria-label=${own.toSchedule(rate.name)}
        @click=${() => part.tell("show-tab", "code")}
      >
        ${rate.name}
      </button>
    </div>`;
  return html`<div class="rate">
    ${numberSetting(words, lab, {
      path: "model.optimizer.learningRate",
      label: own.rate,
      value: typeof rate === "number" ? rate : undefined,
      optional: true,
      placeholder: String(OPTIMIZERS[name].rate),
      change: (learningRate) =>
        lab.change((config) => withModel(config, withOptimizer(modelOf(config), { learningRate }))),
    })}
  </div>`;
}

/** @param {Part} part */
export function optimizerField({ lab, words, own }) {
  const { name } = optimizerOf(modelOf(lab.config));
  return html`<div class="optimizer">
    ${choiceSetting(words, lab, {
      path: "model.optimizer.name",
      label: own.optimizer,
      value: name,
      options: offered(OPTIMIZER_NAMES, name).map((name) => [name, name]),
      change: (rule) => lab.change((config) => withModel(config, withRule(modelOf(config), rule))),
    })}
  </div>`;
}

/**
 * A menu of the presets, by what the chips have below their pictures or by their whole names.
 * @param {Part} part @param {boolean} [isWhole]
 */
export function presetField({ lab, words: { shell }, own }, isWhole = false) {
  const chosen = presetUnchanged(lab.config);
  return html`<div class="field presets-menu">
    <label for="preset">${shell.preset}</label>
    <select
      id="preset"
      data-value=${chosen}
      title=${chosen ? shell.presets[/** @type {PresetName} */ (chosen)].name : shell.own}
      @change=${(/** @type {Event} */ event) => {
        const name = valueOf(event);
        if (isPreset(name)) lab.change(() => PRESETS[name]);
      }}
    >
      ${chosen ? nothing : html`<option value="" selected>${shell.own}</option>`}
      ${PRESET_NAMES.map(
        (name) =>
          html`<option value=${name} ?selected=${name === chosen}>
            ${isWhole ? shell.presets[name].name : own.presets[name]}
          </option>`,
      )}
    </select>
  </div>`;
}

/** @param {Part} part @param {Thumbnails} [thumbnails] */
export function presetChips({ lab, words: { shell }, own }, thumbnails) {
  const chosen = presetUnchanged(lab.config);
  return html`<div
    class="chips"
    role="toolbar"
    aria-label=${shell.preset}
    @focusin=${onToolbarFocus}
    @keydown=${onToolbarKey}
  >
    ${PRESET_NAMES.map(
      (name, i) =>
        html`<button
          type="button"
          class="chip"
          tabindex=${name === chosen || (!chosen && i === 0) ? 0 : -1}
          data-preset=${name}
          title=${shell.presets[name].name}
          aria-label=${shell.presets[name].name}
          aria-pressed=${name === chosen}
          @click=${() => lab.change(() => PRESETS[name])}
        >
          ${thumbnail(thumbnails?.get(PRESETS[name].data.source))}
          <span aria-hidden="true">${own.presets[name]}</span>
        </button>`,
    )}
    <span class="own-mark" ?hidden=${chosen !== ""}>${own.changed}</span>
  </div>`;
}
