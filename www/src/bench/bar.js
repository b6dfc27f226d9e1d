/**
 * The bar of the bench: train, step, start again; where the run is, how fast it goes, learning rate and optimizer; what
 * to begin with.
 *
 * @import { Thumbnails } from "./thumbnails.js"
 */
import { html } from "lit";
import { counterOf, Speed } from "../panels/train/progress.js";
import { showChoices } from "../panels/views/setting.js";
import { optimizerField, paceField, presetChips, presetField, rateField } from "./bar-fields.js";
import { batchIcon, diceIcon, endIcon, epochIcon, pauseIcon, playIcon, resetIcon } from "./bar-icons.js";
import { barStyle } from "./bar-style.js";
import { Part } from "./part.js";
import { partStyle } from "./part-style.js";
import { setPace } from "./speed.js";
import { thumbnailsOf, thumbnailStyle } from "./thumbnails.js";

/** A run that takes longer tells how long, in seconds. */
const LONG = 10;

export class BenchBar extends Part {
  static part = /** @type {const} */ ("bar");
  static styles = [partStyle, thumbnailStyle, barStyle];
  static follows = ["setup", "running", "busy", "validation-error", "pace", "frame"];
  static properties = { ...Part.properties, thumbnails: { state: true } };

  constructor() {
    super();
    /** @type {Thumbnails | undefined} */ this.thumbnails = undefined;
  }

  #speed = new Speed();

  /** @param {import("lit").PropertyValues<this>} changed */
  willUpdate(changed) {
    super.willUpdate(changed);
    if (!changed.has("lab") || !this.lab) return;
    setPace(this.lab);
    thumbnailsOf(this.lab.engine).then(
      (thumbnails) => {
        this.thumbnails = thumbnails;
      },
      // Without the engine the chips have their names alone.
      () => {},
    );
  }

  /** In a frame only numbers change. @param {string} event */
  follow(event) {
    if (event === "setup") setPace(this.lab);
    if (event === "setup" || event === "running") this.#speed.clear();
    if (event !== "frame") return super.follow(event);
    this.#speed.take(this.lab.state?.updates ?? 0);
    if (this.inView) this.#count();
  }

  /** Trains on, or all over again once it is over. */
  #play = async () => {
    const { lab } = this;
    if (lab.running) return lab.pause();
    if (lab.state?.end) await lab.reset();
    lab.run();
  };

  updated() {
    if (!this.lab?.busy) showChoices(this.renderRoot);
    this.#count();
  }

  /** Writes where the run is; as many digits as the last epoch and batch have, so that nothing moves. */
  #count() {
    const { lab, own, words } = this;
    const { state, setup } = lab;
    const at = (/** @type {string} */ name) => this.renderRoot.querySelector(`[data-part="${name}"]`);
    const [first, second] = [at("epoch"), at("batch")];
    if (!state || !setup || !first || !second) return;
    const { epoch, batch } = state.updates ? counterOf(state) : { epoch: 0, batch: 0 };
    const part = (/** @type {number} */ done, /** @type {number} */ all) =>
      `${String(done).padStart(String(all).length, "0")}/${all}`;
    const left = lab.running
      ? (this.#speed.secondsFor(setup.iterationsPerEpoch * setup.epochs - state.updates) ?? 0)
      : 0;
    first.textContent = part(epoch, state.epochs);
    second.textContent = left > LONG ? words.train.remaining(left) : `${own.batch} ${part(batch, state.batches)}`;
  }

  /** One button, as wide as the longest of its words. */
  #primary() {
    const { lab, words } = this;
    const { train } = words;
    const now = lab.running ? train.pause : lab.state?.end ? train.again : lab.state?.updates ? train.goOn : train.run;
    const label = (/** @type {string} */ text) =>
      html`<span class=${text === now ? "word" : "word off"}
        >${text === train.pause ? pauseIcon : playIcon}<span>${text}</span></span
      >`;
    return html`<button
      type="button"
      class="button primary"
      data-action=${lab.running ? "pause" : "play"}
      ?disabled=${lab.busy}
      @click=${this.#play}
    >
      ${[train.run, train.goOn, train.again, train.pause].map(label)}
    </button>`;
  }

  #controls() {
    const { lab, words, own } = this;
    const { train } = words;
    const isStill = lab.running || Boolean(lab.state?.end) || lab.busy;
    const button = (
      /** @type {string} */ name,
      /** @type {string} */ label,
      /** @type {unknown} */ icon,
      /** @type {boolean} */ isDisabled,
      /** @type {() => unknown} */ act,
    ) =>
      html`<button
        type="button"
        class=${`step ${name}`}
        data-action=${name}
        title=${label}
        aria-label=${label}
        ?disabled=${isDisabled}
        @click=${act}
      >
        ${icon}<span aria-hidden="true">${own.short[name]}</span>
      </button>`;
    return html`<div class="controls" role="group" aria-label=${train.controls}>
      ${this.#primary()} ${button("batch", train.batch, batchIcon, isStill, () => lab.batch())}
      ${button("epoch", train.epoch, epochIcon, isStill, () => lab.epoch())}
      ${button("end", train.toEnd, endIcon, isStill, () => lab.toEnd())}
      ${button("reset", train.reset, resetIcon, lab.busy, () => lab.reset())}
      ${button("reseed", train.reseed, diceIcon, lab.busy, () => lab.reset((lab.config.model?.seed ?? 0) + 1))}
    </div>`;
  }

  content() {
    const { own } = this;
    return html`<div class="bar">
      ${this.#controls()}
      <p class="place" translate="no">
        <span class="epoch"><span>${own.epoch}</span> <span data-part="epoch"></span></span>
        <span data-part="batch"></span>
      </p>
      <div class="fields">${paceField(this)} ${rateField(this)} ${optimizerField(this)} ${presetField(this)}</div>
      ${presetChips(this, this.thumbnails)}
    </div>`;
  }
}
