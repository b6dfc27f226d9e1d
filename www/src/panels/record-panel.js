/**
 * What training leaves behind: Keras's text, curves of loss and metrics, and how each layer is doing.
 *
 * @import { ActiveLayer } from "../experiment/layers.js"
 */
import { html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { activeLayers } from "../experiment/layers.js";
import { panelStyle } from "./style/panel.js";
import { recordStyle } from "./style/record.js";
import { Panel } from "./panel.js";
import { curves } from "./train/curves.js";
import { healthTable, histograms, Records, weightsTables } from "./train/layers.js";
import { kerasText, Speed } from "./train/progress.js";
import { LineChart } from "../charts/line-chart.js";
import { register } from "../element/register.js";

/** How often curves are drawn anew while it trains, in milliseconds. */
const CURVES = 160;

export class RecordPanel extends Panel {
  static styles = [panelStyle, recordStyle];
  static panel = /** @type {const} */ ("train");
  static follows = [...Panel.follows, "frame"];
  /** @type {import("../experiment/lab.js").PanelQuery[]} */
  static queries = ["activations", "health", "histograms", "losses"];

  static properties = {
    ...Panel.properties,
    by: { state: true },
  };

  constructor() {
    super();
    /** What the loss is drawn over. @type {"epoch" | "update"} */ this.by = "epoch";
  }

  #records = new Records();
  #speed = new Speed();
  /** @type {import("./train/curves.js").Sight | undefined} */
  #seen;

  /** @param {string} event */
  follow(event) {
    const { lab } = this;
    if (event === "setup") this.#records.clear();
    if (event === "running") this.#speed.clear();
    if (event === "frame") {
      this.#records.take(lab);
      if (lab.running && lab.state) this.#speed.take(lab.state.updates);
    }
    super.follow(event);
  }

  /** What the curves are drawn from: while it trains, anew a few times a second. */
  #sight() {
    const { lab, by } = this;
    const now = performance.now();
    const seen = this.#seen;
    if (!seen || seen.by !== by || seen.lang !== this.words.lang || !lab.running || now - seen.time >= CURVES) {
      if (
        !seen ||
        seen.history !== lab.history ||
        seen.losses !== lab.frame?.losses ||
        seen.by !== by ||
        seen.lang !== this.words.lang
      ) {
        this.#seen = {
          time: now,
          by,
          lang: this.words.lang,
          history: lab.history,
          losses: lab.frame?.losses,
          updates: lab.state?.updates ?? 0,
        };
      }
    }
    return /** @type {import("./train/curves.js").Sight} */ (this.#seen);
  }

  /** @param {readonly ActiveLayer[]} layers */
  #spread(layers) {
    const open = Array.from(this.renderRoot.querySelectorAll("details")).at(-1)?.open;
    return guard([open && this.#records.latest, this.words], () =>
      open ? histograms(this.words, this.#records, layers) : nothing,
    );
  }

  content() {
    const { lab, words, own, by } = this;
    const { setup, state, frame } = lab;
    if (!setup || !state || !frame) return nothing;
    const layers = activeLayers(setup);
    return html`<div class="columns two">
        ${curves(words, lab, this.#sight(), by, (chosen) => {
          this.by = chosen;
        })}
        <div class="group">
          ${kerasText(words, lab, setup, state, this.#speed)}
          <section class="group" aria-labelledby="layers">
            <h3 id="layers">${own.layers}</h3>
            ${guard([frame.health, words], () => healthTable(words, lab, layers))}
          </section>
        </div>
      </div>
      ${guard([frame.health, words], () => weightsTables(words, lab, layers))}
      <details @toggle=${() => this.requestUpdate()}>
        <summary>${own.histograms}</summary>
        <div class="group">${this.#spread(layers)}</div>
      </details>`;
  }
}

register({ "gn-line-chart": LineChart, "gn-record-panel": RecordPanel });
