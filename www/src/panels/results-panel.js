/**
 * The fourth step: how well it does on rows that it never saw, what it learned, and what it says to a row of the
 * reader's.
 *
 * @import { Experiment, Setup } from "../experiment/types.js"
 * @import { Predictions } from "./results/pairs.js"
 * @import { Side } from "./results/regression.js"
 * @import { Style } from "./results/score.js"
 */
import { css, html, nothing } from "lit";
import { turn } from "../experiment/draw-scheduler.js";
import { panelStyle } from "./style/panel.js";
import { confusionView } from "./results/confusion.js";
import { pairsView } from "./results/pairs.js";
import { regressionView } from "./results/regression.js";
import { scoreView } from "./results/score.js";
import { Poller } from "./results/poller.js";
import { Panel } from "./panel.js";
import { validationErrorNote } from "./views/validation-error.js";
import { PredictForm } from "./results/predict-form.js";
import { LiveNetwork } from "./train/live-network.js";
import { HeatMap } from "../charts/heat-map.js";
import { LineChart } from "../charts/line-chart.js";
import { Scatter } from "../charts/scatter.js";
import { register } from "../element/register.js";

/**
 * What was seen at one moment.
 * @typedef {object} Seen
 * @property {Setup} setup
 * @property {ReturnType<Experiment["evaluate"]>} score
 * @property {Predictions} test @property {Predictions} [train]
 * @property {{ test: Uint32Array, train: Uint32Array }} [confusion]
 */

export class ResultsPanel extends Panel {
  static styles = [
    panelStyle,
    css`
      .row-number {
        min-width: var(--gn-target);
        min-height: var(--gn-target);
        padding: 0;
        border: 0;
        background: none;
        color: var(--gn-accent);
        text-align: start;
        text-decoration: underline;
        text-underline-offset: 3px;
        cursor: pointer;
      }
      .pairs tbody :is(th, td) {
        padding-block: 0;
      }
      .list {
        position: relative;
      }
      .list thead th {
        position: sticky;
        top: 0;
        background: var(--gn-surface);
      }
      .gap td {
        padding: 0;
        border: 0;
      }
      .diverged {
        color: var(--gn-warning);
        font-size: var(--gn-text-14);
      }
      .wrong {
        color: var(--gn-warning);
        font-size: var(--gn-text-12);
      }
      .matrices {
        align-items: start;
        gap: var(--gn-space-6) var(--gn-space-8);
      }
      .confusion :is(td, th + th) {
        min-width: 64px;
        padding-inline: var(--gn-space-3);
        text-align: center;
      }
      .confusion .right {
        background: color-mix(in srgb, var(--gn-accent) var(--share), var(--gn-surface));
        font-weight: 600;
      }
      .confusion .slip {
        background: color-mix(in srgb, var(--gn-warning) var(--share), var(--gn-surface));
      }
      .printed {
        white-space: pre-wrap;
      }
      h3 .note {
        font-weight: 400;
      }
      code {
        font:
          13px/1.5 ui-monospace,
          "SFMono-Regular",
          Menlo,
          Consolas,
          "D2Coding",
          monospace;
      }
      .heading {
        font-size: var(--gn-text-14);
        font-weight: 600;
      }
    `,
  ];

  static panel = /** @type {const} */ ("results");

  static follows = ["setup", "running", "frame", "validation-error"];

  /** @type {import("lit").PropertyDeclarations} */
  static properties = {
    seen: { state: true },
    failure: { state: true },
    side: { state: true },
    keras: { state: true },
    top: { state: true },
  };

  constructor() {
    super();
    /** @type {Seen | undefined} */ this.seen = undefined;
    /** @type {unknown} */ this.failure = undefined;
    /** @type {Side} */ this.side = "test";
    /** @type {Style} */ this.keras = "keras3";
    /** How far the list of all rows is scrolled. */ this.top = 0;
  }

  #poller = new Poller(() => this.#look());

  /** @param {string} event */
  follow(event) {
    if (!this.inView) this.#isBehind = true;
    else if (event === "frame" && this.lab.running) this.#poller.whenDue();
    else this.#poller.atOnce();
  }

  /** Whether something happened while it was out of sight. */
  #isBehind = true;

  /** @param {import("lit").PropertyValues<this>} changed */
  willUpdate(changed) {
    if (this.inView && this.#isBehind && this.lab) {
      this.#isBehind = false;
      this.#poller.atOnce();
    } else if (changed.has("side") || changed.has("keras")) this.#poller.atOnce();
  }

  async #look() {
    const { lab, side, keras } = this;
    const { setup } = lab;
    if (!setup) return;
    try {
      const isClasses = setup.task === "classification";
      // One after the other: a reader who pauses waits for one answer at the most.
      const score = await lab.ask("evaluate", keras);
      const test = await lab.ask("predictions", "test");
      const train = side !== "test" && !isClasses ? await lab.ask("predictions", "train") : undefined;
      const confusion = isClasses
        ? { test: await lab.ask("confusion", "test"), train: await lab.ask("confusion", "train") }
        : undefined;
      await /** @type {PredictForm | null} */ (this.renderRoot.querySelector("gn-predict-form"))?.look();
      await turn();
      // Another experiment may have come in between: its own look follows.
      if (setup !== lab.setup) return;
      this.seen = { setup, score, test, train, confusion };
      this.failure = undefined;
    } catch (failure) {
      if (setup === lab.setup) this.failure = failure;
    }
  }

  /** @param {number} row */
  #pick = async (row) => {
    this.lab.pick(row);
    const form = /** @type {PredictForm | null} */ (this.renderRoot.querySelector("gn-predict-form"));
    await form?.send(row);
    form?.scrollIntoView({ block: "nearest" });
  };

  /** @param {Seen} seen */
  #judged({ setup, score, test }) {
    const { words, lab, digits } = this;
    return html`<div class="columns two">
      ${scoreView(words, lab, score, {
        digits,
        style: this.keras,
        choose: (style) => {
          this.keras = style;
        },
      })}
      ${pairsView({
        words,
        setup,
        test,
        digits,
        pick: this.#pick,
        top: this.top,
        onScroll: (event) => {
          this.top = /** @type {Element} */ (event.target).scrollTop;
        },
      })}
    </div>`;
  }

  /** @param {Seen} seen */
  #learned({ setup, test, train, confusion }) {
    const { words } = this;
    if (setup.classes && confusion) return confusionView(words, setup, confusion);
    return regressionView({
      words,
      side: this.side,
      test,
      train,
      isSplit: setup.config.split !== null,
      choose: (side) => {
        this.side = side;
      },
    });
  }

  content() {
    const { words, lab, digits, seen } = this;
    return html`${this.failure ? validationErrorNote(words, this.failure) : nothing}
      ${seen ? html`${this.#judged(seen)}${this.#learned(seen)}` : nothing}
      <gn-predict-form .lab=${lab} .words=${words} .digits=${digits}></gn-predict-form>`;
  }
}

register({
  "gn-line-chart": LineChart,
  "gn-scatter": Scatter,
  "gn-heat-map": HeatMap,
  "gn-live-network": LiveNetwork,
  "gn-predict-form": PredictForm,
  "gn-results-panel": ResultsPanel,
});
