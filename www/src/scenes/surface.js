/**
 * `<glass-net-surface>`: what the model answers at every place over two features, with the rows on it, while it trains.
 *
 * @import { Words } from "../locales/playground.js"
 * @import { Seen } from "../panels/results/surface-reading.js"
 */
import { html, nothing } from "lit";
import { PACES } from "../experiment/pace.js";
import { Surface } from "../charts/surface.js";
import { SurfaceSampler } from "../panels/results/surface-sampler.js";
import { Surfaces } from "../panels/results/surface-view.js";
import { Poller } from "../panels/results/poller.js";
import { register } from "../element/register.js";
import { Scene } from "./scene.js";
import { about, figures, progressLine, trainControls } from "./views.js";

export class SurfaceScene extends Scene {
  static scene = /** @type {const} */ ("surface");

  static first = /** @type {const} */ ("xor");

  /** @type {import("lit").PropertyDeclarations} */
  static properties = { pace: { state: true }, seen: { state: true } };

  constructor() {
    super();
    /** @type {keyof typeof PACES} */ this.pace = "fast";
    /** @type {Seen | undefined} */ this.seen = undefined;
  }

  #sampler = new SurfaceSampler();
  #poller = new Poller(() => this.#look());

  /** Whether there are two features to draw over. */
  get #isFlat() {
    return this.lab.setup?.config.features.length === 2;
  }

  async #look() {
    const {
      lab,
      lab: { setup },
    } = this;
    if (!setup || !this.#isFlat) return;
    try {
      const seen = await this.#sampler.sample(lab, setup);
      // Another experiment may have come in between: its own look follows.
      if (setup === lab.setup) this.seen = seen;
    } catch (failure) {
      if (setup === lab.setup) this.failure = failure;
    }
  }

  /** @param {string} event */
  follow(event) {
    if (event === "setup") {
      this.#setPace(this.pace);
      this.seen = this.#isFlat ? this.seen : undefined;
    }
    if (event === "frame" && this.lab.running) this.#poller.whenDue();
    else if (["setup", "frame", "running"].includes(event)) this.#poller.atOnce();
    super.follow(event);
  }

  /** @param {keyof typeof PACES} pace */
  #setPace = (pace) => {
    this.pace = pace;
    this.lab.pace = PACES[pace](this.lab.setup?.iterationsPerEpoch ?? 1);
  };

  /** @param {Words} words */
  content(words) {
    const { lab, digits, pace, seen } = this;
    const { setup } = lab;
    if (!setup) return nothing;
    if (!this.#isFlat)
      return html`<p class="validation-error" role="alert">
        ${words.scenes.twoFeatures(setup.config.features.length)}
      </p>`;
    return html`${about(words, setup)}
      <div class="beside">
        <gn-surfaces part="picture" .words=${words} .setup=${setup} .seen=${seen}></gn-surfaces>
        <div class="group">
          ${figures(words, lab, digits)} ${progressLine(words, lab)}
          ${trainControls(words, lab, {
            play: () => {
              this.play();
            },
            step: words.train.batch,
            pace,
            setPace: this.#setPace,
          })}
        </div>
      </div>`;
  }
}

register({ "gn-surface": Surface, "gn-surfaces": Surfaces, "glass-net-surface": SurfaceScene });
