/**
 * "Look inside this moment": one row or the next mini-batch, operation by operation, at the weights of this moment.
 * Whoever opens it pauses training; closing brings the reader back to where they were.
 *
 * @import { TraceWords } from "../panels/train/row-trace.js"
 * @import { BatchGradients } from "../panels/train/batch.js"
 * @import { ModelTrace } from "../../../src/bindings/types.js"
 */
import { html, nothing } from "lit";
import { Library } from "../worked/library.js";
import { loadWords } from "../locales/index.js";
import { onNextFrame } from "../experiment/pace.js";
import { activeLayers } from "../experiment/layers.js";
import { panelStyle } from "../panels/style/panel.js";
import { batchView, pictured } from "../panels/train/batch.js";
import { MOST_FOLLOWED, RowInspector } from "../panels/train/row-inspector.js";
import { wordsForBatches, wordsForTraces } from "../panels/train/sentences.js";
import { failureText } from "../panels/views/validation-error.js";
import { drawerStyle } from "./drawer-style.js";
import { Part } from "./part.js";
import { register } from "../element/register.js";

/** What has the focus, also in the shadow of another element. */
function focused() {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement ? active : undefined;
}

export class BenchDrawer extends Part {
  static part = /** @type {const} */ ("drawer");
  static styles = [panelStyle, drawerStyle];
  static follows = [...Part.follows, "frame"];

  static properties = {
    ...Part.properties,
    open: { type: Boolean, reflect: true },
    looking: { state: true },
    trace: { state: true },
    batch: { state: true },
    failure: { state: true },
    main: { state: true },
  };

  constructor() {
    super();
    this.open = false;
    /** What is followed operation by operation. @type {"row" | "batch"} */ this.looking = "row";
    /** @type {{ trace: ModelTrace, updates: number } | undefined} */ this.trace = undefined;
    /** @type {{ seen: { gradients: BatchGradients, trace: ModelTrace } | undefined, updates: number } | undefined} */
    this.batch = undefined;
    /** @type {unknown} */ this.failure = undefined;
    /** @type {TraceWords | undefined} */ this.main = undefined;
  }

  /** @type {Library | undefined} */
  #library;
  #request = 0;
  /** Whether the reader saw its head since it opened. */
  #isShown = false;
  /** What had the focus before. @type {HTMLElement | undefined} */
  #before;

  /** @param {import("lit").PropertyValues<this>} changed */
  willUpdate(changed) {
    if (!this.words || !this.lab) return;
    if (this.open && this.main?.lang !== this.words.lang) this.#speak(this.words.lang);
    if (!this.#library || changed.has("lab")) this.#library = new Library(this.lab.engine);
    if (changed.has("open") && this.open) this.#begin();
  }

  /** @param {import("lit").PropertyValues<this>} changed */
  updated(changed) {
    this.#showHead();
    if (!changed.has("open")) return;
    if (this.open) /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(".close"))?.focus();
    else if (changed.get("open")) this.#end();
  }

  /** What it shows comes a moment after it opened: then its head may have moved out of view. */
  async #showHead() {
    const inspector = /** @type {Part | null} */ (this.renderRoot.querySelector("gn-row-inspector"));
    if (!inspector || this.#isShown) return;
    this.#isShown = true;
    await inspector.updateComplete;
    await new Promise((resolve) => onNextFrame(() => resolve(undefined)));
    this.renderRoot.querySelector(".head")?.scrollIntoView({ block: "nearest" });
  }

  #begin() {
    this.#isShown = false;
    this.#before = focused();
    this.#look();
  }

  #end() {
    this.#request++;
    this.trace = this.batch = undefined;
    this.#before?.focus();
    this.#before = undefined;
  }

  /** @param {string} lang */
  async #speak(lang) {
    const main = await loadWords(lang);
    if (main.lang === this.words.lang) this.main = wordsForTraces(main, this.words);
  }

  /** @param {string} event */
  follow(event) {
    const { lab } = this;
    if (!this.open) return;
    if (event === "setup") this.trace = this.batch = undefined;
    // The record follows the reader's steps; while it trains on, it stays what it was.
    if (!lab.running && (event !== "running" || !lab.busy)) this.#look();
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

  /** @param {"row" | "batch"} what */
  #inspect(what) {
    this.looking = what;
    this.#look();
  }

  /** @param {number} row */
  #pick(row) {
    const rows = this.lab.setup?.data.rows ?? 1;
    this.lab.pick(Math.min(Math.max(Math.round(row) || 0, 0), rows - 1));
    this.#inspect("row");
  }

  #close = () => this.tell("close-drawer");

  /** @param {KeyboardEvent} event */
  #onKey = (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    this.#close();
  };

  #choice() {
    const { looking } = this;
    const { train } = this.words;
    const button = (/** @type {"row" | "batch"} */ what, /** @type {string} */ name) =>
      html`<button type="button" aria-pressed=${looking === what} @click=${() => this.#inspect(what)}>${name}</button>`;
    return html`<span class="segments" role="group" aria-label=${train.inspector}>
        ${button("row", train.oneRow)}${button("batch", train.oneBatch)}
      </span>
      ${looking === "row" ? this.#rows() : nothing}`;
  }

  #rows() {
    const { lab, words } = this;
    const { train } = words;
    const test = lab.setup?.testRows.includes(lab.row) && !lab.setup?.trainRows.includes(lab.row);
    const step = (/** @type {number} */ by, /** @type {string} */ name, /** @type {string} */ sign) =>
      html`<button
        type="button"
        class="button step"
        title=${name}
        aria-label=${name}
        @click=${() => this.#pick(lab.row + by)}
      >
        ${sign}
      </button>`;
    return html`<span class="rows">
      ${step(-1, train.previous, "‹")}
      <label class="field"
        ><span>${train.row}</span
        ><input
          inputmode="numeric"
          .value=${String(lab.row)}
          @change=${(/** @type {Event} */ event) => this.#pick(Number(/** @type {any} */ (event.target).value))}
      /></label>
      ${step(1, train.next, "›")}
      <span class="note kind">${train.rowKind[test ? "test" : "train"]}</span>
    </span>`;
  }

  /** After how many updates the record is, and a way to one of now. @param {number} updates @param {string} more */
  #moment(updates, more) {
    const { lab, words } = this;
    const { train } = words;
    return html`<p class="note moment">
      ${train.moment(updates)}${more}
      ${
        updates === lab.state?.updates
          ? nothing
          : html`<button type="button" class="button plain" @click=${() => this.#look()}>${train.refresh}</button>`
      }
    </p>`;
  }

  /** @param {ModelTrace} trace @param {TraceWords} words @param {boolean} fit Whether it is all that there is. */
  #inspector(trace, words, fit) {
    return html`<gn-row-inspector
      ?fit=${fit}
      .trace=${trace}
      .setup=${this.lab.setup}
      .words=${words}
      .curves=${this.#library?.curves}
      .digits=${this.digits}
    ></gn-row-inspector>`;
  }

  #row() {
    const { words, trace, main } = this;
    if (!trace || !main) return nothing;
    return html`${this.#moment(trace.updates, `. ${words.train.whole}`)} ${this.#inspector(trace.trace, main, true)}`;
  }

  #miniBatch() {
    const { lab, words, batch, main } = this;
    const { train } = words;
    if (!batch || !lab.setup) return nothing;
    if (!batch.seen) return html`<p class="note">${train.over}</p>`;
    return html`${this.#moment(batch.updates, "")}
    ${batchView(words, batch.seen.gradients, activeLayers(lab.setup), (row) => this.#pick(row))}
    ${
      main
        ? html`<section class="group mean">
            <h3>${train.meanTitle}</h3>
            <p class="note">${train.meanLead}</p>
            ${this.#inspector(batch.seen.trace, wordsForBatches(main, words), false)}
          </section>`
        : nothing
    }`;
  }

  #body() {
    const { lab, words, looking, failure } = this;
    const { train } = words;
    const parameters = lab.setup?.parameters ?? 0;
    if (parameters > MOST_FOLLOWED) return html`<p class="note">${train.tooLarge(parameters, MOST_FOLLOWED)}</p>`;
    return html`${failure ? html`<p class="validation-error" role="alert">${failureText(words, failure)}</p>` : nothing}
    ${looking === "row" ? this.#row() : this.#miniBatch()}`;
  }

  content() {
    const { lab, own } = this;
    if (!this.open) return nothing;
    const isLarge = (lab.setup?.parameters ?? 0) > MOST_FOLLOWED;
    return html`<section class="drawer" role="dialog" aria-labelledby="title" @keydown=${this.#onKey}>
      <div class="head">
        <h2 id="title">${own.title}</h2>
        ${isLarge ? nothing : this.#choice()}
        <button type="button" class="button close" @click=${this.#close}>${own.close}</button>
      </div>
      <div class=${`body ${this.looking}`}>${this.#body()}</div>
    </section>`;
  }
}

register({ "gn-row-inspector": RowInspector, "gn-bench-drawer": BenchDrawer });
