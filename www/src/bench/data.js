/**
 * The data of the bench: built-in sets as pictures of their points, the reader's own file, and how much of it is used
 * for what.
 *
 * @import { DataConfig } from "../experiment/types.js"
 * @import { Thumbnails } from "./thumbnails.js"
 * @import { Held } from "./slider.js"
 */
import { html, nothing } from "lit";
import { fitOf, withFit } from "../experiment/config.js";
import { DATA_SETS } from "../experiment/data-sets.js";
import { configForData, isGate, isModelOfPreset } from "../experiment/presets.js";
import { plain } from "../format.js";
import { partsOf } from "../panels/data/parts.js";
import { failureText, validationErrorAt, wayOn } from "../panels/views/validation-error.js";
import { dataStyle } from "./data-style.js";
import { Part } from "./part.js";
import { partStyle } from "./part-style.js";
import { sliderSetting } from "./slider.js";
import { onToolbarFocus, onToolbarKey } from "./toolbar.js";
import { tableIcon, thumbnail, thumbnailsOf, thumbnailStyle } from "./thumbnails.js";

const NOISE = [0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.7, 1];
const ROWS = [20, 50, 100, 150, 200, 300, 400, 500, 700, 1000];
const TEST_SIZE = [0, 0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
const BATCH_SIZE = [1, 2, 3, 4, 5, 8, 10, 16, 20, 32, 50, 64, 100, 128, 256];
/** As scikit-learn's examples and the tutorial have it. */
const SPLIT = { testSize: 0.3, seed: 100 };

/** @typedef {{ units: number, activation: string, loss: string, former: unknown } | undefined} Adapted */

export class BenchData extends Part {
  static part = /** @type {const} */ ("data");
  static styles = [partStyle, thumbnailStyle, dataStyle];
  static follows = ["setup", "busy", "validation-error"];
  static properties = {
    ...Part.properties,
    thumbnails: { state: true },
    held: { state: true },
    failure: { state: true },
    adapted: { state: true },
    isMore: { state: true },
  };

  constructor() {
    super();
    /** @type {Thumbnails | undefined} */ this.thumbnails = undefined;
    /** The slider that is dragged, or was rejected. @type {Held} */ this.held = undefined;
    /** Why a file was not taken. @type {unknown} */ this.failure = undefined;
    /** The output layer that was changed to fit the data. @type {Adapted} */ this.adapted = undefined;
    /** Whether the sliders are open where there is room for the pictures alone. */ this.isMore = false;
  }

  /** @param {import("lit").PropertyValues<this>} changed */
  willUpdate(changed) {
    super.willUpdate(changed);
    if (!changed.has("lab") || !this.lab) return;
    thumbnailsOf(this.lab.engine).then(
      (thumbnails) => {
        this.thumbnails = thumbnails;
      },
      // Without the engine the sets have their names alone.
      () => {},
    );
  }

  /** @param {string} event */
  follow(event) {
    if (event === "setup") this.held = this.failure = this.adapted = undefined;
    super.follow(event);
  }

  /**
   * Another data set brings the experiment that suits it; a model that the reader changed stays.
   * @param {string} name
   */
  #choose(name) {
    const { lab } = this;
    if (lab.config.data.source === name) return;
    if (isModelOfPreset(lab.config)) lab.change(() => configForData(name) ?? lab.config);
    else
      this.tell("choose-data", {
        data: { source: name },
        tell: (/** @type {Adapted} */ adapted) => {
          this.adapted = adapted;
        },
      });
  }

  /** @param {Event} event */
  #open = ({ target }) => {
    const input = /** @type {HTMLInputElement} */ (target);
    const file = input.files?.[0];
    // The same file may be picked again.
    input.value = "";
    if (!file) return;
    this.tell("open-file", {
      file,
      tell: (/** @type {unknown} */ failure, /** @type {Adapted} */ adapted) => {
        [this.failure, this.adapted] = [failure, adapted];
        this.tell("show-tab", "table");
      },
    });
  };

  /** @param {KeyboardEvent} event */
  #key = (event) => {
    if (event.key !== "Escape" || !this.isMore) return;
    this.isMore = false;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(".more"))?.focus();
  };

  /** What floats closes when the reader goes on elsewhere. @param {FocusEvent} event */
  #leave = ({ relatedTarget }) => {
    if (!relatedTarget || !this.renderRoot.contains(/** @type {Node} */ (relatedTarget))) this.isMore = false;
  };

  /** @param {Partial<DataConfig>} part */
  #change(part) {
    this.lab.change((config) => ({ ...config, data: /** @type {DataConfig} */ ({ ...config.data, ...part }) }));
  }

  /** @param {number | string | undefined} testSize 0 for no split. */
  #split(testSize) {
    this.lab.change((config) => ({
      ...config,
      split:
        testSize === 0
          ? null
          : {
              ...SPLIT,
              ...this.lab.setup?.config.split,
              ...config.split,
              ...(testSize && /** @type {any} */ ({ testSize })),
            },
    }));
  }

  #sets() {
    const { lab, words, own, thumbnails } = this;
    const { source } = lab.config.data;
    const names = /** @type {Record<string, string>} */ (words.data.sources);
    const isFile = source === "csv";
    const fileLabel = isFile ? own.reopen(lab.setup?.data.name ?? "") : own.csv;
    return html`<div
        class="sets"
        role="toolbar"
        aria-label=${words.data.source}
        @focusin=${onToolbarFocus}
        @keydown=${onToolbarKey}
      >
        ${DATA_SETS.map(
          ({ name }) =>
            html`<button
              type="button"
              class="set"
              data-set=${name}
              title=${names[name]}
              aria-label=${names[name]}
              aria-pressed=${source === name}
              tabindex=${source === name ? 0 : -1}
              @click=${() => this.#choose(name)}
            >
              ${thumbnail(thumbnails?.get(name))}
            </button>`,
        )}
        <button
          type="button"
          class="set file"
          title=${fileLabel}
          aria-label=${fileLabel}
          aria-pressed=${isFile}
          tabindex=${isFile ? 0 : -1}
          @click=${() => this.renderRoot.querySelector("input")?.click()}
        >
          ${tableIcon}<span aria-hidden="true">CSV</span>
        </button>
      </div>
      <input type="file" hidden accept=".csv,.tsv,.txt,text/csv,text/plain" @change=${this.#open} />`;
  }

  #sliders() {
    const { lab, own, words } = this;
    const setup = /** @type {NonNullable<typeof lab.setup>} */ (lab.setup);
    const { data, split } = setup.config;
    const made = "noise" in data ? /** @type {Required<Extract<DataConfig, { noise?: number }>>} */ (data) : undefined;
    const train = setup.trainRows.length;
    return html`${
      made
        ? html`${sliderSetting(this, {
            path: "data.noise",
            label: words.data.noise,
            stops: NOISE,
            value: Number(plain(made.noise)),
            change: (noise) => this.#change({ noise }),
          })}
          ${sliderSetting(this, {
            path: "data.rows",
            label: own.rows,
            stops: ROWS,
            value: made.rows,
            whole: true,
            change: (rows) => this.#change({ rows }),
          })}`
        : nothing
    }
    ${
      isGate(data.source) && !split
        ? nothing
        : sliderSetting(this, {
            path: "split.testSize",
            label: own.testSize,
            stops: TEST_SIZE,
            value: split?.testSize ?? 0,
            change: (testSize) => this.#split(testSize),
          })
    }
    ${sliderSetting(this, {
      path: "fit.batchSize",
      label: own.batchSize,
      stops: BATCH_SIZE.filter((size) => size <= train),
      value: fitOf(lab.config).batchSize ?? 32,
      whole: true,
      change: (batchSize) => lab.change((config) => withFit(config, { batchSize })),
    })}`;
  }

  #strip() {
    const { lab, own } = this;
    const setup = /** @type {NonNullable<typeof lab.setup>} */ (lab.setup);
    const text = setup.config.split
      ? own.split(setup.trainRows.length, setup.testRows.length)
      : own.both(setup.trainRows.length);
    return html`<figure class="split">
      <gn-rows-strip .parts=${partsOf(setup)} label=${text}></gn-rows-strip>
      <figcaption>${text}</figcaption>
    </figure>`;
  }

  #notes() {
    const { lab, words, failure, adapted } = this;
    return html`<div role="status">
      ${validationErrorAt(words, lab, "data.source")}
      ${failure ? html`<p class="validation-error">${failureText(words, failure)} ${wayOn(words, failure)}</p>` : nothing}
      ${
        adapted
          ? html`<p class="note">
              ${words.data.adapted(adapted.units, adapted.activation, adapted.loss)}
              <button type="button" class="plain" @click=${() => lab.change(() => /** @type {any} */ (adapted.former))}>
                ${words.data.undo}
              </button>
            </p>`
          : nothing
      }
    </div>`;
  }

  content() {
    const { lab, words, own } = this;
    const { source } = lab.config.data;
    const name = source === "csv" ? (lab.setup?.data.name ?? "") : words.data.sources[source];
    // The whole name of the table is wider than a column.
    const shown = source === "advertising" ? own.advertising : name;
    return html`<section class="data" aria-label=${own.heading} @keydown=${this.#key} @focusout=${this.#leave}>
      <h3 title=${name} translate=${source === "csv" ? "no" : nothing}>
        <span class="heard">${own.heading}:</span> ${shown}
      </h3>
      ${this.#sets()}
      <button
        type="button"
        class="button more"
        aria-expanded=${this.isMore}
        @click=${() => {
          this.isMore = !this.isMore;
        }}
      >
        ${own.more}
      </button>
      <div class=${this.isMore ? "settings open" : "settings"} tabindex=${this.isMore ? -1 : nothing}>
        <div class="sliders">${this.#sliders()}</div>
        ${this.#strip()} ${this.#notes()}
      </div>
    </section>`;
  }
}
