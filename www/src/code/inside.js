/**
 * `<gn-code-inside>`: one row through the network with the weights of a moment, operation by operation, as in the
 * worked
 * example. The interpreter's worker has the moment, and is asked for its record.
 *
 * @import { ModelTrace } from "../../../src/bindings/types.js"
 * @import { CodeWords } from "../locales/code.js"
 * @import { Words } from "../locales/playground.js"
 * @import { TraceWords } from "../panels/train/row-trace.js"
 * @import { WatchedModel } from "./recording.js"
 */
import { html, nothing } from "lit";
import { GlassElement } from "../element/element.js";
import { register } from "../element/register.js";
import { loadWords } from "../locales/index.js";
import { MOST_FOLLOWED, RowInspector } from "../panels/train/row-inspector.js";
import { wordsForTraces } from "../panels/train/sentences.js";
import { panelStyle } from "../panels/style/panel.js";
import { Library } from "../worked/library.js";
import { besideStyle } from "./beside-style.js";

/** How many units of a layer are drawn, and how high: there is no room for more. */
const PLACES = 4;
const TALL = 260;

class CodeInside extends GlassElement {
  static styles = [panelStyle, besideStyle].flat();

  static properties = {
    words: { attribute: false },
    playground: { attribute: false },
    model: { attribute: false },
    setup: { attribute: false },
    moment: { type: Number },
    digits: { type: Number },
    inspect: { attribute: false },
    row: { state: true },
    trace: { state: true },
    main: { state: true },
    isGone: { state: true },
  };

  constructor() {
    super();
    /** @type {CodeWords} */ this.words = /** @type {any} */ (undefined);
    /** @type {Words} */ this.playground = /** @type {any} */ (undefined);
    /** @type {WatchedModel} */ this.model = /** @type {any} */ (undefined);
    /** @type {any} */ this.setup = undefined;
    this.moment = 0;
    this.digits = 3;
    /** @type {(request: any) => Promise<any>} */ this.inspect = async () => undefined;
    this.row = 0;
    /** @type {ModelTrace | undefined} */ this.trace = undefined;
    /** @type {TraceWords | undefined} */ this.main = undefined;
    this.isGone = false;
  }

  #request = 0;
  /** Curves of activations, which the worker is asked for too. */
  #library = new Library(
    /** @type {any} */ ({
      activationCurve: (/** @type {unknown[]} */ ...args) => this.inspect({ what: "curve", args }),
    }),
  );

  /** @param {import("lit").PropertyValues<this>} changed */
  willUpdate(changed) {
    if (changed.has("moment") || changed.has("row") || changed.has("model")) this.#look();
    if (changed.has("playground"))
      loadWords(this.playground.lang).then((main) => {
        this.main = wordsForTraces(main, this.playground);
      });
  }

  get #isTooLarge() {
    return this.model.parameters > MOST_FOLLOWED;
  }

  /** The record of a row with the weights of the moment. */
  async #look() {
    const request = ++this.#request;
    if (this.#isTooLarge) return;
    const { model, moment, row } = this;
    const trace = await this.inspect({ what: "trace", model: model.id, moment, row }).catch(() => undefined);
    if (trace) await this.#library.curvesFor(trace);
    if (request !== this.#request) return;
    this.trace = trace;
    this.isGone = !trace;
  }

  /** The rows that the page knows of. */
  get #rows() {
    const { x, features } = /** @type {NonNullable<WatchedModel["data"]>} */ (this.model.data);
    return Math.floor(x.length / features);
  }

  render() {
    const { words, trace, main, row } = this;
    if (!words) return nothing;
    const own = words.beside;
    if (this.#isTooLarge) return html`<p class="note" role="status">${own.tooLarge}</p>`;
    return html`<label class="row"
        >${own.row}
        <input
          type="number"
          inputmode="numeric"
          min="0"
          max=${this.#rows - 1}
          .value=${String(row)}
          @change=${(/** @type {Event} */ event) => {
            const wanted = Math.round(Number(/** @type {HTMLInputElement} */ (event.target).value)) || 0;
            this.row = Math.min(Math.max(wanted, 0), this.#rows - 1);
          }}
      /></label>
      ${this.isGone ? html`<p class="note" role="status">${own.gone}</p>` : nothing}
      ${
        trace && main
          ? html`<gn-row-inspector
              .trace=${trace}
              .setup=${this.setup}
              .words=${main}
              .curves=${this.#library.curves}
              .digits=${this.digits}
              .places=${PLACES}
              .tall=${TALL}
            ></gn-row-inspector>`
          : nothing
      }`;
  }
}

register({ "gn-row-inspector": RowInspector, "gn-code-inside": CodeInside });
