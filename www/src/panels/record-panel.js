/**
 * What training leaves behind: Keras's text, curves of loss and metrics, and how each layer is doing.
 *
 * @import { ActiveLayer } from "../experiment/layers.js"
 * @import { TraceWords } from "./train/row-trace.js"
 * @import { BatchGradients } from "./train/batch.js"
 * @import { ModelTrace } from "../../../src/bindings/types.js"
 */
import { html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { Library } from "../worked/library.js";
import { loadWords } from "../locales/index.js";
import { activeLayers } from "../experiment/layers.js";
import { panelStyle } from "./style/panel.js";
import { recordStyle } from "./style/record.js";
import { Panel } from "./panel.js";
import { batchView, pictured } from "./train/batch.js";
import { curves } from "./train/curves.js";
import { healthTable, histograms, Records, weightsTables } from "./train/layers.js";
import { kerasText, Speed } from "./train/progress.js";
import { MOST_FOLLOWED } from "./train/row-inspector.js";
import { wordsForBatches, wordsForTraces } from "./train/sentences.js";
import { failureText } from "./views/validation-error.js";

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
    looking: { state: true },
    trace: { state: true },
    batch: { state: true },
    failure: { state: true },
    main: { state: true },
  };

  constructor() {
    super();
    /** What the loss is drawn over. @type {"epoch" | "update"} */ this.by = "epoch";
    /** Whether a row or a mini-batch is followed step by step. @type {"row" | "batch" | undefined} */ this.looking =
      undefined;
    /** @type {{ trace: ModelTrace, updates: number } | undefined} */ this.trace = undefined;
    /** @type {{ seen: { gradients: BatchGradients, trace: ModelTrace } | undefined, updates: number } | undefined} */
    this.batch = undefined;
    /** @type {unknown} */ this.failure = undefined;
    /** @type {TraceWords | undefined} */ this.main = undefined;
  }

  #records = new Records();
  #speed = new Speed();
  /** @type {Library | undefined} */
  #library;
  #request = 0;
  /** @type {import("./train/curves.js").Sight | undefined} */
  #seen;

  /** @param {import("lit").PropertyValues<this>} changed */
  willUpdate(changed) {
    if (this.words && this.main?.lang !== this.words.lang) this.#speak(this.words.lang);
    if (changed.has("lab") && this.lab) {
      this.#library = new Library(this.lab.engine);
    }
  }

  /** @param {string} lang */
  async #speak(lang) {
    const main = await loadWords(lang);
    if (main.lang === this.words.lang) this.main = wordsForTraces(main, this.words);
  }

  /** @param {string} event */
  follow(event) {
    const { lab } = this;
    if (event === "setup") {
      this.#records.clear();
      this.trace = this.batch = undefined;
    }
    if (event === "running") this.#speed.clear();
    if (event === "frame") {
      this.#records.take(lab);
      if (lab.running && lab.state) this.#speed.take(lab.state.updates);
    }
    // The record follows the reader's steps; while it trains on, it stays what it was.
    if (!lab.running && this.looking && (event !== "running" || !lab.busy)) this.#look();
    super.follow(event);
  }

  /** Asks for the record that the reader follows, with the weights of this moment. */
  async #look() {
    const { lab, looking } = this;
    const request = ++this.#request;
    const updates = lab.state?.updates ?? 0;
    if (!lab.setup || lab.setup.parameters > MOST_FOLLOWED) return;
    if (looking === "batch" && this.batch?.updates === updates) return;
    try {
      if (looking === "row") {
        const trace = await lab.ask("trace", lab.row);
        await this.#library?.curvesFor(trace);
        if (request === this.#request) this.trace = { trace, updates };
      } else {
        const seen = lab.state?.end
          ? undefined
          : {
              gradients: await lab.ask("batchGradients"),
              trace: pictured(await lab.ask("traceBatch"), lab.setup.shapes.xTrain[1]),
            };
        if (request === this.#request) this.batch = { seen, updates };
      }
      this.failure = undefined;
    } catch (failure) {
      if (request === this.#request) this.failure = failure;
    }
  }

  /** @param {"row" | "batch" | undefined} what */
  #inspect(what) {
    this.looking = what;
    this.#look();
  }

  /** @param {number} row */
  #pick(row) {
    const rows = this.lab.setup?.data.rows ?? 1;
    this.lab.pick(Math.min(Math.max(Math.round(row) || 0, 0), rows - 1));
    this.looking = "row";
    this.#look();
  }

  #inspector() {
    const { own, lab, looking } = this;
    const parameters = lab.setup?.parameters ?? 0;
    return html`<section class="group" aria-labelledby="inspector">
      <h3 id="inspector">${own.inspector}</h3>
      <p class="note">${own.inspectorLead}</p>
      ${
        parameters > MOST_FOLLOWED
          ? html`<p class="note">${own.tooLarge(parameters, MOST_FOLLOWED)}</p>`
          : html` <div class="row look">
                <span class="segments" role="group" aria-label=${own.inspector}>
                  <button
                    type="button"
                    aria-pressed=${looking === "row"}
                    @click=${() => this.#inspect(looking === "row" ? undefined : "row")}
                  >
                    ${own.oneRow}
                  </button>
                  <button
                    type="button"
                    aria-pressed=${looking === "batch"}
                    @click=${() => this.#inspect(looking === "batch" ? undefined : "batch")}
                  >
                    ${own.oneBatch}
                  </button>
                </span>
                ${looking === "row" ? this.#rowChoice() : nothing}
              </div>
              ${
                this.failure
                  ? html`<p class="validation-error" role="alert">${failureText(this.words, this.failure)}</p>`
                  : nothing
              }
              ${looking === "row" ? this.#row() : looking === "batch" ? this.#miniBatch() : nothing}`
      }
    </section>`;
  }

  #rowChoice() {
    const { own, lab } = this;
    const test = lab.setup?.testRows.includes(lab.row) && !lab.setup?.trainRows.includes(lab.row);
    return html`<span class="row look">
      <button type="button" class="button" @click=${() => this.#pick(lab.row - 1)}>${own.previous}</button>
      <label class="field"
        ><span>${own.row}</span
        ><input
          inputmode="numeric"
          .value=${String(lab.row)}
          @change=${(/** @type {Event} */ event) => this.#pick(Number(/** @type {any} */ (event.target).value))}
      /></label>
      <button type="button" class="button" @click=${() => this.#pick(lab.row + 1)}>${own.next}</button>
      <span class="note kind">${own.rowKind[test ? "test" : "train"]}</span></span
    >`;
  }

  #row() {
    const { own, lab, trace, main, digits } = this;
    if (!trace || !main) return nothing;
    const old = trace.updates !== lab.state?.updates;
    return html`<p class="note moment">
        ${own.moment(trace.updates)}. ${own.whole}
        ${
          old
            ? html`<button type="button" class="button plain" @click=${() => this.#look()}>${own.refresh}</button>`
            : nothing
        }
      </p>
      <gn-row-inspector
        .trace=${trace.trace}
        .setup=${lab.setup}
        .words=${main}
        .curves=${this.#library?.curves}
        .digits=${digits}
      ></gn-row-inspector>`;
  }

  #miniBatch() {
    const { own, lab, words, batch, main, digits } = this;
    if (!batch || !lab.setup) return nothing;
    if (!batch.seen) return html`<p class="note">${own.over}</p>`;
    const old = batch.updates !== lab.state?.updates;
    return html`<p class="note moment">
        ${own.moment(batch.updates)}
        ${
          old
            ? html`<button type="button" class="button plain" @click=${() => this.#look()}>${own.refresh}</button>`
            : nothing
        }
      </p>
      ${batchView(words, batch.seen.gradients, activeLayers(lab.setup), (row) => this.#pick(row))}
      ${
        main
          ? html`<section class="group mean">
              <h4>${own.meanTitle}</h4>
              <p class="note">${own.meanLead}</p>
              <gn-row-inspector
                .trace=${batch.seen.trace}
                .setup=${lab.setup}
                .words=${wordsForBatches(main, words)}
                .curves=${this.#library?.curves}
                .digits=${digits}
              ></gn-row-inspector>
            </section>`
          : nothing
      }`;
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
      </details>
      ${this.#inspector()}`;
  }
}
