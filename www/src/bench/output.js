/** What comes out: predictions, the loss as it goes on, and the score in a line of words. */
import { html } from "lit";
import { lossSeries } from "../panels/train/curves.js";
import { Part } from "./part.js";

export class BenchOutput extends Part {
  static part = /** @type {const} */ ("output");
  static follows = [...Part.follows, "frame"];
  /** @type {import("../experiment/lab.js").PanelQuery[]} */
  static queries = ["losses"];

  content() {
    const { lab, words } = this;
    const series = lossSeries(words, {
      time: 0,
      by: "epoch",
      lang: words.lang,
      history: lab.history,
      losses: lab.frame?.losses,
      updates: lab.state?.updates ?? 0,
    });
    return html`<gn-line-chart
      .series=${series}
      .words=${words.charts}
      heading=${words.train.lossHeading}
      xLabel=${words.train.byEpoch}
      yLabel=${words.train.loss}
      .height=${110}
      name="loss"
    ></gn-line-chart>`;
  }
}
