/**
 * The loss as it went on, small: by epoch, and by update as long as there are few epochs or where training diverged.
 *
 * @import { Lab } from "../experiment/lab.js"
 * @import { Setup } from "../experiment/types.js"
 * @import { Words } from "../locales/playground.js"
 * @import { Series } from "../charts/line-chart.js"
 */
import { html } from "lit";
import { lossSeries } from "../panels/train/curves.js";

/** From so many epochs on the loss is drawn by epoch. */
const FEW_EPOCHS = 2;

/** So many losses of the test rows are kept; of more, every second one. */
const MOST_KEPT = 1000;

/** Losses of a run that differ by more than this are read on a logarithmic axis alone. */
const MOST_LINEAR = 200;

/** Losses of the test rows as they were asked for while it trained: the engine keeps none of them. */
export class TestLosses {
  /** @type {number[]} */
  updates = [];
  /** @type {number[]} */
  losses = [];

  clear() {
    this.updates = [];
    this.losses = [];
  }

  /** @param {number} updates @param {number} loss */
  add(updates, loss) {
    const last = this.updates.at(-1);
    if (last !== undefined && updates <= last) return;
    if (this.updates.length >= MOST_KEPT) {
      this.updates = this.updates.filter((_, i) => i % 2 === 0);
      this.losses = this.losses.filter((_, i) => i % 2 === 0);
    }
    this.updates = [...this.updates, updates];
    this.losses = [...this.losses, loss];
  }

  /** @param {string} label @param {number} perUnit So many updates to one of the horizontal axis. @returns {Series} */
  series(label, perUnit) {
    return { label, x: this.updates.map((n) => n / perUnit), y: this.losses, color: "accent", dots: true };
  }
}

/** What the loss is drawn over. @param {Pick<Lab, "history" | "state">} lab @returns {"epoch" | "update"} */
export const lossAxis = ({ history, state }) =>
  history.epoch.length < FEW_EPOCHS || state?.end?.why === "diverged" ? "update" : "epoch";

/** Whether the losses differ too much for a linear axis. @param {readonly Pick<Series, "y">[]} series */
export function isSteep(series) {
  let [low, high] = [Infinity, 0];
  for (const { y } of series)
    for (let i = 0; i < y.length; i++) {
      if (!(y[i] > 0 && y[i] < Infinity)) continue;
      low = Math.min(low, y[i]);
      high = Math.max(high, y[i]);
    }
  return high > low * MOST_LINEAR;
}

/**
 * @param {Words} words @param {Lab} lab @param {Setup} setup @param {TestLosses} tests
 * @returns {{ series: Series[], by: "epoch" | "update", log: boolean }}
 */
export function lossCurves(words, lab, setup, tests) {
  const by = lossAxis(lab);
  const { history, frame, state } = lab;
  const sight = { time: 0, by, lang: words.lang, history, losses: frame?.losses, updates: state?.updates ?? 0 };
  const curves = lossSeries(words, sight);
  const isValidated = setup.validationRows > 0;
  const perUnit = by === "epoch" ? setup.iterationsPerEpoch : 1;
  const test = setup.config.split !== null && !isValidated && curves[0]?.x.length;
  const series = test ? [...curves, tests.series(words.bench.output.testLoss, perUnit)] : curves;
  return { series, by, log: isSteep(series) };
}

/** @param {Words} words @param {ReturnType<typeof lossCurves>} curves */
export const lossView = (words, { series, by, log }) =>
  html`<gn-line-chart
    compact
    .series=${series}
    .words=${words.charts}
    heading=${words.train.lossHeading}
    xLabel=${words.train[by === "epoch" ? "byEpoch" : "byUpdate"]}
    yLabel=${words.train.loss}
    .log=${log}
    name="loss"
  ></gn-line-chart>`;
