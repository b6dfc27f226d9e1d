/**
 * `<glass-net-playground>`: the tutorial's four steps with the reader's own hands, from data to prediction.
 *
 * It wires the lab and the panels; each panel knows the lab alone.
 *
 * @import { Given } from "../given.js"
 * @import { PresetName } from "./presets.js"
 * @import { Words } from "./locales/index.js"
 */
import { html, LitElement, nothing } from "lit";
import { fullEngine } from "../engine/full-client.js";
import { languageFor } from "../locales/index.js";
import { tell, tellError } from "../tell.js";
import { theme } from "../theme.js";
import { askedFor, isPreset } from "./asked.js";
import { Lab } from "./lab.js";
import { loadPlaygroundWords } from "./locales/index.js";
import { refusalNote } from "./panels/views/refusal.js";
import { PRESETS } from "./presets.js";
import { playgroundStyle } from "./style/playground.js";

export class Playground extends LitElement {
  static styles = [theme, playgroundStyle];

  static properties = {
    given: { attribute: false },
    digits: { type: Number },
    lang: { type: String },
    words: { state: true },
    chosen: { state: true },
    failure: { state: true },
  };

  constructor() {
    super();
    /** What the author wrote. @type {Given} */ this.given = {};
    this.digits = 3;
    /** @type {Words | undefined} */ this.words = undefined;
    /** @type {string} */ this.chosen = "";
    /** @type {unknown} */ this.failure = undefined;
    this.lab = this.#newLab();
  }

  #newLab() {
    const lab = new Lab(fullEngine());
    lab.addEventListener("setup", () => this.#changed());
    for (const event of ["refusal", "busy"]) lab.addEventListener(event, () => this.requestUpdate());
    return lab;
  }

  /** @type {AbortController | undefined} */
  #listening;
  #inView = true;
  #ready = false;
  #gone = false;

  connectedCallback() {
    super.connectedCallback();
    if (this.#gone) {
      this.#gone = false;
      this.lab = this.#newLab();
      this.#begin();
    }
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const rest = () => this.lab.rest(document.hidden || !this.#inView);
    document.addEventListener("visibilitychange", rest, { signal });
    const seen = new IntersectionObserver(([{ isIntersecting }]) => {
      this.#inView = isIntersecting;
      rest();
    });
    seen.observe(this);
    signal.addEventListener("abort", () => seen.disconnect());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#listening?.abort();
    // Moving the element in the page disconnects and connects it in one go: only a real goodbye ends the experiment.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.lab.close();
      this.#gone = true;
    });
  }

  /** @param {import("lit").PropertyValues<this>} changed */
  willUpdate(changed) {
    if (this.words?.lang !== languageFor(this)) this.#speak();
    const before = changed.get("given");
    if (!this.hasUpdated || (before && ["data", "preset", "config"].some((name) => before[name] !== this.given[name]))) this.#begin();
  }

  async #speak() {
    const words = await loadPlaygroundWords(languageFor(this));
    if (words.lang === languageFor(this)) this.words = words;
  }

  /** What the author asked for: a link's configuration, or a preset and data. */
  async #begin() {
    const { config, preset, failure } = await askedFor(this.given);
    this.chosen = preset;
    this.failure = failure;
    if (failure) tellError(this, failure);
    await this.lab.change(() => config);
  }

  #changed() {
    this.requestUpdate();
    if (!this.#ready) tell(this, "ready", { scene: "playground" });
    this.#ready = true;
    tell(this, "change", { config: this.lab.config });
  }

  /** @param {Event} event */
  #choose = (event) => {
    const name = /** @type {HTMLSelectElement} */ (event.target).value;
    if (!isPreset(name)) return;
    this.chosen = name;
    this.failure = undefined;
    this.lab.change(() => PRESETS[name]);
  };

  /** @param {Words} words */
  #head({ shell }) {
    return html`<header class="top">
      <label class="preset"><span>${shell.preset}</span>
        <select @change=${this.#choose}>
          ${Object.keys(PRESETS).map((name) => html`<option value=${name} ?selected=${name === this.chosen}>${shell.presets[/** @type {PresetName} */ (name)].name}</option>`)}
        </select></label>
      ${isPreset(this.chosen) ? html`<p class="about">${shell.presets[this.chosen].about}</p>` : nothing}
    </header>`;
  }

  render() {
    const { words, lab, digits } = this;
    if (!words) return html`<div class="waiting" role="status"></div>`;
    const refusal = this.failure ?? (lab.refusal && (!lab.setup || lab.refusal.path === "") ? lab.refusal.failure : undefined);
    if (!lab.setup) return html`<div class="waiting" lang=${words.lang} role="status">${refusal ? refusalNote(words, refusal) : html`<p>${words.shell.loading}</p>`}</div>`;
    return html`<div class="playground" lang=${words.lang} aria-busy=${lab.busy}>
      ${this.#head(words)}
      ${refusal ? refusalNote(words, refusal) : nothing}
      <gn-data-panel .lab=${lab} .words=${words} .digits=${digits} number="1"></gn-data-panel>
      <gn-model-panel .lab=${lab} .words=${words} .digits=${digits} number="2"></gn-model-panel>
      <gn-train-panel .lab=${lab} .words=${words} .digits=${digits} number="3"></gn-train-panel>
      <gn-results-panel .lab=${lab} .words=${words} .digits=${digits} number="4"></gn-results-panel>
      <gn-compare-panel .lab=${lab} .words=${words} .digits=${digits}></gn-compare-panel>
      <gn-keep-panel .lab=${lab} .words=${words} .digits=${digits}></gn-keep-panel>
    </div>`;
  }
}
