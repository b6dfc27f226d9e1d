/**
 * The bar of the bench: train, step, start again; where the run is, how fast it goes, learning rate and optimizer; what
 * to begin with.
 *
 * @import { PresetName } from "../experiment/presets.js"
 */
import { html, nothing } from "lit";
import { isPreset } from "../experiment/attributes.js";
import { PACES } from "../experiment/pace.js";
import { presetOf, PRESETS } from "../experiment/presets.js";
import { showChoices } from "../panels/views/setting.js";
import { barStyle } from "./bar-style.js";
import { Part } from "./part.js";
import { partStyle } from "./part-style.js";

/** @param {Event} event */
const valueOf = (event) => /** @type {HTMLSelectElement} */ (event.target).value;

export class BenchBar extends Part {
  static part = /** @type {const} */ ("bar");
  static styles = [partStyle, barStyle];
  static follows = [...Part.follows, "frame"];
  static properties = { ...Part.properties, pace: { state: true } };

  constructor() {
    super();
    /** @type {keyof typeof PACES} */ this.pace = "fast";
  }

  /** @param {string} event */
  follow(event) {
    if (event === "setup") this.#setPace(this.pace);
    super.follow(event);
  }

  /** @param {keyof typeof PACES} pace */
  #setPace(pace) {
    this.pace = pace;
    this.lab.pace = PACES[pace](this.lab.setup?.iterationsPerEpoch ?? 1);
  }

  /** Trains on, or all over again once it is over. */
  #start = async () => {
    if (this.lab.state?.end) await this.lab.reset();
    this.lab.run();
  };

  updated() {
    if (!this.lab.busy) showChoices(this.renderRoot);
  }

  #runs() {
    const { lab, words } = this;
    const { train } = words;
    const over = Boolean(lab.state?.end);
    const still = lab.running || over || lab.busy;
    return html`<div class="controls" role="group" aria-label=${train.controls}>
      ${
        lab.running
          ? html`<button type="button" class="button primary" @click=${() => lab.pause()}>${train.pause}</button>`
          : html`<button type="button" class="button primary" ?disabled=${lab.busy} @click=${this.#start}>
              ${over ? train.again : lab.state?.updates ? train.goOn : train.run}
            </button>`
      }
      <button type="button" class="button" ?disabled=${still} @click=${() => lab.batch()}>${train.batch}</button>
      <button type="button" class="button" ?disabled=${still} @click=${() => lab.epoch()}>${train.epoch}</button>
      <button type="button" class="button" ?disabled=${still} @click=${() => lab.toEnd()}>${train.toEnd}</button>
      <button type="button" class="button" ?disabled=${lab.busy} @click=${() => lab.reset()}>${train.reset}</button>
      <button
        type="button"
        class="button"
        ?disabled=${lab.busy}
        @click=${() => lab.reset((lab.config.model?.seed ?? 0) + 1)}
      >
        ${train.reseed}
      </button>
    </div>`;
  }

  #preset() {
    const { lab, words } = this;
    const { shell } = words;
    const chosen = presetOf(lab.config);
    return html`<label class="preset"
      ><span>${shell.preset}</span>
      <select
        data-value=${chosen}
        @change=${(/** @type {Event} */ event) => {
          const name = valueOf(event);
          if (isPreset(name)) lab.change(() => PRESETS[name]);
        }}
      >
        ${chosen ? nothing : html`<option value="" selected>${shell.own}</option>`}
        ${Object.keys(PRESETS).map(
          (name) =>
            html`<option value=${name} ?selected=${name === chosen}>
              ${shell.presets[/** @type {PresetName} */ (name)].name}
            </option>`,
        )}
      </select></label
    >`;
  }

  content() {
    const { words, lab } = this;
    const { train } = words;
    const { state } = lab;
    const [epoch, epochs, batch, batches] = state
      ? [Math.min(state.epoch + 1, state.epochs), state.epochs, state.batch, state.batches]
      : [0, 0, 0, 0];
    return html`${this.#runs()}
      <span class="place" translate="no"
        >${state?.updates ? train.progress(epoch, epochs, batch, batches) : train.notStarted}</span
      >
      <label class="field pace"
        ><span>${train.pace}</span
        ><select @change=${(/** @type {Event} */ event) => this.#setPace(/** @type {any} */ (valueOf(event)))}>
          ${Object.keys(PACES).map(
            (name) =>
              html`<option value=${name} ?selected=${name === this.pace}>
                ${train.paces[/** @type {keyof typeof PACES} */ (name)]}
              </option>`,
          )}
        </select></label
      >
      ${this.#preset()}`;
  }
}
