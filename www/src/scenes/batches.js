/**
 * `<glass-net-batches>`: an epoch as a grid of its rows, batch after batch, with the arithmetic in a line, to be
 * stepped through.
 *
 * @import { Words } from "../locales/playground.js"
 */
import { html, nothing } from "lit";
import { PACES } from "../experiment/pace.js";
import { BatchGrid } from "../panels/data/batch-grid.js";
import { batchFields } from "../panels/data/batch-view.js";
import { register } from "../element/register.js";
import { Scene } from "./scene.js";
import { about, progressLine, trainControls } from "./views.js";

export class BatchesScene extends Scene {
  static scene = /** @type {const} */ ("batches");

  /** @type {import("lit").PropertyDeclarations} */
  static properties = { pace: { state: true } };

  constructor() {
    super();
    /** Slow enough to see each batch. @type {keyof typeof PACES} */ this.pace = "slow";
  }

  /** @param {string} event */
  follow(event) {
    if (event === "setup") this.#setPace(this.pace);
    super.follow(event);
    /** @type {BatchGrid | null} */ (this.renderRoot.querySelector("gn-batch-grid"))?.requestUpdate();
  }

  /** @param {keyof typeof PACES} pace */
  #setPace = (pace) => {
    this.pace = pace;
    this.lab.pace = PACES[pace](this.lab.setup?.iterationsPerEpoch ?? 1);
  };

  /** @param {Words} words */
  content(words) {
    const { lab, pace } = this;
    const { setup } = lab;
    if (!setup) return nothing;
    const { data, scenes } = words;
    const rows = setup.trainRows.length - setup.validationRows;
    return html`${about(words, setup)}
      <p class="arithmetic">
        ${data.arithmetic(rows, setup.batchSize, setup.iterationsPerEpoch, setup.lastBatchSize)}
        ${data.updates(setup.epochs, setup.iterationsPerEpoch)}
      </p>
      <div class="settings">${batchFields({ own: data, lab, words })}</div>
      <gn-batch-grid
        part="picture"
        .lab=${lab}
        .words=${words}
        .rows=${rows}
        .batchSize=${setup.batchSize}
      ></gn-batch-grid>
      ${progressLine(words, lab, true)}
      ${trainControls(words, lab, {
        play: () => {
          this.play();
        },
        step: scenes.nextBatch,
        pace,
        setPace: this.#setPace,
      })}`;
  }
}

register({ "gn-batch-grid": BatchGrid, "glass-net-batches": BatchesScene });
