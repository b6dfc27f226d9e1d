/**
 * `<gn-data-table>`: all rows of the table, of which only those in view are drawn and asked for. The header says what
 * each column is and is for; each row says whether it trains or tests.
 *
 * @import { ColumnInfo, Setup } from "../../experiment/types.js"
 * @import { Lab } from "../../experiment/lab.js"
 * @import { Words } from "../../locales/playground.js"
 */
import { html, nothing } from "lit";
import { GlassElement } from "../../element/element.js";
import { format } from "../../format.js";
import { histogram } from "../../charts/histogram.js";
import { fieldStyle } from "../../fields-style.js";
import { showChoices } from "../views/setting.js";
import { Cells } from "./cells.js";
import { numberText, roleOf } from "./columns.js";
import { PARTS } from "./parts.js";
import { dataTableStyle } from "./table-style.js";

/** Sizes in pixels, as the style has them. */
const ROW = 32;
const COLUMN = 144;
/** A number with more letters is shortened. */
const LONG = 12;
/** Rows and columns drawn beyond the view. */
const SPARE = { rows: 6, columns: 1 };

export class DataTable extends GlassElement {
  static styles = [fieldStyle, dataTableStyle];

  static properties = {
    lab: { attribute: false },
    setup: { attribute: false },
    parts: { attribute: false },
    words: { attribute: false },
    validationError: { attribute: false },
    view: { state: true },
  };

  constructor() {
    super();
    /** @type {Lab} */ this.lab = /** @type {any} */ (undefined);
    /** @type {Setup} */ this.setup = /** @type {any} */ (undefined);
    /** What each row is for. @type {Uint8Array} */ this.parts = new Uint8Array();
    /** @type {Words} */ this.words = /** @type {any} */ (undefined);
    /** The last one: a choice that was rejected shows again what is. @type {unknown} */ this.validationError =
      undefined;
    /** What is in view. */
    this.view = { left: 0, top: 0, width: 640, height: 400 };
  }

  /** @type {Cells | undefined} */
  #cells;

  #onScroll = () => {
    const scroller = this.renderRoot.querySelector(".scroller");
    if (!scroller) return;
    const { scrollLeft: left, scrollTop: top, clientWidth: width, clientHeight: height } = scroller;
    this.view = { left, top, width, height };
  };

  firstUpdated() {
    const seen = new ResizeObserver(this.#onScroll);
    seen.observe(/** @type {Element} */ (this.renderRoot.querySelector(".scroller")));
  }

  /** @param {import("lit").PropertyValues<this>} changed */
  willUpdate(changed) {
    if (!changed.has("setup") || !this.lab) return;
    // The same data keeps its cells: another split or scale does not change the table.
    if (this.#cells?.data === this.lab.config.data) return;
    this.#cells = new Cells(this.lab, this.setup.data.columns.length, () => this.requestUpdate());
  }

  updated() {
    showChoices(this.renderRoot);
  }

  get #window() {
    const {
      data: { rows, columns },
    } = this.setup;
    const { left, top, width, height } = this.view;
    const first = Math.max(Math.floor(top / ROW) - SPARE.rows, 0);
    const from = Math.max(Math.floor(left / COLUMN) - SPARE.columns, 0);
    return {
      rows: [first, Math.min(Math.ceil((top + height) / ROW) + SPARE.rows, rows)],
      columns: [from, Math.min(Math.ceil((left + width) / COLUMN) + SPARE.columns, columns.length)],
    };
  }

  /** @param {string} name @param {Event} event */
  #choose(name, event) {
    const role = /** @type {HTMLSelectElement} */ (event.target).value;
    this.dispatchEvent(new CustomEvent("role", { detail: { name, role } }));
  }

  /** @param {ColumnInfo} column */
  #about(column) {
    const { data } = this.words;
    const { name, kind, unit, min, max, histogram: counts, values, missing, isIndex } = column;
    const picture =
      counts && min !== undefined && max !== undefined
        ? histogram({ from: min, to: max, counts }, name, { height: 24 })
        : html`<p class="values" title=${(values ?? []).join(", ")}>${(values ?? []).join(", ")}</p>`;
    return html`<p class="kind">
        ${data.kinds[kind]}${unit ? ` · ${unit}` : nothing}${missing ? ` · ${data.missing(missing)}` : nothing}${
          isIndex ? html` · <span class="badge">${data.index}</span>` : nothing
        }
      </p>
      ${picture}`;
  }

  /** @param {ColumnInfo} column @param {number} at */
  #header(column, at) {
    const { data } = this.words;
    const role = roleOf(this.setup, column.name);
    const roles = /** @type {const} */ (["feature", "target", "out"]);
    return html`<div role="columnheader" class=${`cell ${role}`} aria-colindex=${at + 2}>
      <p class="name" title=${column.name}>${column.name}</p>
      <select
        aria-label=${data.roleOf(column.name)}
        data-value=${role}
        @change=${(/** @type {Event} */ event) => this.#choose(column.name, event)}
      >
        ${roles.map(
          (name) =>
            html`<option value=${name} ?selected=${name === role} ?disabled=${role === "target" && name !== role}>
              ${data.roles[name]}
            </option>`,
        )}
      </select>
      ${this.#about(column)}
    </div>`;
  }

  /**
   * A cell as it stands in the table; of a number that is too long for it, the digits that fit.
   * @param {string | null} text
   * @param {ColumnInfo} column
   */
  #text(text, column) {
    const { kind } = column;
    if (text === null) return html`<span class="none">${this.words.data.noValue}</span>`;
    if (kind === "text") return text;
    if (kind === "truth")
      return html`<span translate="no" title=${text}>${numberText(this.setup, column, text)}</span>`;
    return kind === "number" && text.length > LONG
      ? html`<span translate="no" title=${text}>${format(Number(text), 5)}</span>`
      : text.replace(/^-/, "\u2212");
  }

  /** @param {number} row @param {number[]} columns */
  #row(row, [from, to]) {
    const cells = this.#cells?.row(row);
    const part = PARTS[this.parts[row] ?? 0];
    const { data } = this.words;
    return html`<div role="row" class=${`row ${part}`} aria-rowindex=${row + 2} .style=${`top:${row * ROW}px`}>
      <div role="rowheader" class="cell first" aria-colindex="1">
        <span class="mark" aria-hidden="true"></span><span translate="no">${row}</span>
        <span class="part">${data.partShort[part]}</span>
      </div>
      ${this.setup.data.columns
        .slice(from, to)
        .map(
          (column, i) =>
            html`<div
              role="cell"
              translate="no"
              class=${`cell ${column.kind} ${roleOf(this.setup, column.name)}`}
              aria-colindex=${from + i + 2}
            >
              ${cells ? this.#text(cells[from + i], column) : html`<span class="waiting"></span>`}
            </div>`,
        )}
    </div>`;
  }

  render() {
    if (!this.setup || !this.words) return nothing;
    const {
      setup: {
        data: { rows, columns, name },
      },
      words: { data },
    } = this;
    const {
      rows: [first, last],
      columns: [from, to],
    } = this.#window;
    this.#cells?.want(first, last);
    return html`<div
      class="scroller"
      role="table"
      tabindex="0"
      aria-label=${data.tableOf(name, rows, columns.length)}
      aria-rowcount=${rows + 1}
      aria-colcount=${columns.length + 1}
      .style=${`--from:${from * COLUMN}px`}
      @scroll=${this.#onScroll}
    >
      <div class="head" role="rowgroup" .style=${`width:calc(var(--first) + ${columns.length * COLUMN}px)`}>
        <div role="row" aria-rowindex="1">
          <div role="columnheader" class="cell first" aria-colindex="1">${data.rowNumber}</div>
          ${columns.slice(from, to).map((column, i) => this.#header(column, from + i))}
        </div>
      </div>
      <div
        class="body"
        role="rowgroup"
        .style=${`height:${rows * ROW}px;width:calc(var(--first) + ${columns.length * COLUMN}px)`}
      >
        ${Array.from({ length: last - first }, (_, i) => this.#row(first + i, [from, to]))}
      </div>
    </div>`;
  }
}
