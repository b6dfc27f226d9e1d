/**
 * `<gn-predict-form>`: the reader types a row, the model predicts, and the row is seen on its way through the layers;
 * beside it how the prediction responds to one feature while the others are held.
 *
 * @import { Lab } from "../../experiment/lab.js"
 * @import { Words } from "../../locales/playground.js"
 * @import { Experiment, ExperimentConfig, Setup } from "../../experiment/types.js"
 */
import { html, nothing } from "lit";
import { GlassElement } from "../../element/element.js";
import { format, full, parse, plain } from "../../format.js";
import { LINES } from "../../charts/colors.js";
import { classStyle } from "../../charts/surface-colors.js";
import { panelStyle } from "../style/panel.js";
import { predictFormStyle } from "./predict-form-style.js";
import { drawable } from "../train/network-canvas.js";
import { activeLayers } from "../../experiment/layers.js";
import { outputNames } from "./classes.js";
import { flowStrip, flowTable } from "./flow.js";
import { featureColumns, isOutside, MOST_FIELDS, numbersOf, sliderStep, textsOfRow } from "./values.js";

/** Points of the line that shows the response. */
const POINTS = 80;

/** How long a layer stays before the row goes on to the next, in milliseconds. */
const STAY = 500;

export class PredictForm extends GlassElement {
  static styles = [panelStyle, predictFormStyle];

  static properties = {
    lab: { attribute: false },
    words: { attribute: false },
    digits: { type: Number },
    texts: { state: true },
    rowText: { state: true },
    trouble: { state: true },
    feature: { state: true },
    reached: { state: true },
    seen: { state: true },
  };

  constructor() {
    super();
    /** @type {Lab} */ this.lab = /** @type {any} */ (undefined);
    /** @type {Words} */ this.words = /** @type {any} */ (undefined);
    this.digits = 3;
    /** What stands in the field of each feature. @type {string[]} */ this.texts = [];
    /** The row that the values are of, and its label. @type {{ row: number, actual: string } | undefined} */
    this.origin = undefined;
    this.rowText = "";
    /** What is wrong with the row asked for. */ this.trouble = "";
    /** The feature that changes while the others are held. */ this.feature = 0;
    /** How far the row is on its way; Infinity for all through. */ this.reached = Infinity;
    /**
     * @type
     *   {{ setup: Setup, values: number[], outputs: Float32Array, activations: Float32Array[],
     *     response: ReturnType<Experiment["response"]> } | undefined}
     */
    this.seen = undefined;
  }

  /** The columns and the data that the values belong to. */
  #names = "";
  /** @type {ExperimentConfig["data"] | undefined} */
  #data;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #walking;

  updated() {
    if (!this.seen && this.#names === "" && this.lab?.setup) this.#again();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#walking);
  }

  /** Looks anew at what the present weights make of the values. */
  async look() {
    const { setup } = this.lab;
    if (!setup) return;
    const names = JSON.stringify([setup.config.features, setup.config.target]);
    const { data } = this.lab.config;
    if (names !== this.#names || data !== this.#data) {
      this.#names = names;
      this.#data = data;
      this.feature = Math.max(
        featureColumns(setup).findIndex(({ isIndex }) => !isIndex),
        0,
      );
      await this.takeRow(setup.testRows[0] ?? setup.trainRows[0]);
    }
    const values = numbersOf(this.texts) ?? this.seen?.values;
    if (!values || values.length !== setup.config.features.length) return;
    const [outputs, activations, response] = await Promise.all([
      this.lab.ask("predict", values),
      this.lab.ask("activations", values),
      this.lab.ask("response", this.feature, values, POINTS),
    ]);
    if (setup === this.lab.setup) this.seen = { setup, values, outputs, activations, response };
  }

  /** Another look because the reader asked; what the engine rejects leaves the former one. */
  #again() {
    queueMicrotask(() => this.look().catch(() => {}));
  }

  /** Puts the values of a row of the table into the fields. @param {number} row */
  async takeRow(row) {
    const { setup } = this.lab;
    if (!setup) return;
    const { predictForm: form } = this.words.results;
    const [cells] = await this.lab.ask("cells", row, 1);
    const texts = cells && textsOfRow(setup, cells);
    this.rowText = String(row);
    this.trouble = texts ? "" : form.missing;
    if (!texts) return;
    this.texts = texts;
    this.origin = {
      row,
      actual: cells[setup.data.columns.findIndex(({ name }) => name === setup.config.target)] ?? "",
    };
  }

  /** Takes a row, shows what becomes of it and lets it walk. @param {number} row */
  async send(row) {
    await this.takeRow(row);
    await this.look();
    this.walk();
  }

  /** The row goes from layer to layer. */
  walk() {
    clearTimeout(this.#walking);
    this.reached = 1;
    const step = () => {
      this.reached++;
      if (this.reached < (this.seen?.activations.length ?? 0)) this.#walking = setTimeout(step, STAY);
    };
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) this.reached = Infinity;
    else this.#walking = setTimeout(step, STAY);
  }

  #takeTyped = async () => {
    const { setup } = this.lab;
    const row = parse(this.rowText);
    const last = (setup?.data.rows ?? 1) - 1;
    if (row === undefined || !Number.isInteger(row) || row < 0 || row > last) {
      this.trouble = this.words.results.predictForm.noRow(format(last));
      return;
    }
    await this.send(row);
  };

  /** @param {number} i @param {string} text */
  #type(i, text) {
    this.texts = this.texts.with(i, text);
    this.origin = undefined;
    this.#again();
  }

  /** @param {Setup} setup */
  #fields(setup) {
    const { predictForm: form } = this.words.results;
    return featureColumns(setup)
      .slice(0, MOST_FIELDS)
      .map((column, i) => {
        const { name, min, max } = column;
        const text = this.texts[i] ?? "";
        const value = parse(text);
        const range =
          min === undefined || max === undefined ? undefined : /** @type {const} */ ([format(min), format(max)]);
        const said =
          value === undefined ? form.notNumber : range && isOutside(column, value) ? form.outside(...range) : "";
        return html`<div class="value">
          <label class="what" for=${`value-${i}`}
            >${name}${range ? html`<span>${form.range(...range)}</span>` : nothing}</label
          >
          ${
            range
              ? html`<input
                  type="range"
                  aria-label=${name}
                  min=${min}
                  max=${max}
                  step=${sliderStep(column)}
                  .value=${String(value ?? min)}
                  @input=${(/** @type {any} */ event) => this.#type(i, plain(Number(event.target.value)))}
                />`
              : html`<span></span>`
          }
          <input
            id=${`value-${i}`}
            inputmode="decimal"
            autocomplete="off"
            .value=${text}
            aria-invalid=${value === undefined}
            aria-describedby=${`said-${i}`}
            @input=${(/** @type {any} */ event) => this.#type(i, event.target.value)}
          />
          <p class="said" id=${`said-${i}`} role="status">${said}</p>
        </div>`;
      });
  }

  /** A cell of the target: a class is text. @param {string} cell */
  #shown(cell) {
    const value = this.lab.setup?.classes ? undefined : parse(cell);
    return value === undefined ? cell : format(value, this.digits);
  }

  /** @param {NonNullable<typeof this.seen>} seen */
  #answer({ setup, outputs }) {
    const { predictForm: form } = this.words.results;
    const of = this.origin
      ? html`<p class="note">
          ${form.ofRow(String(this.origin.row))} ${form.actual}:
          <b translate="no">${this.#shown(this.origin.actual)}</b>
        </p>`
      : nothing;
    if (!setup.classes) {
      return html`<div class="answer">
        <p class="note">${form.prediction(setup.config.target)}</p>
        <output translate="no" title=${full(outputs[0])}>${format(outputs[0], this.digits)}</output>${of}
      </div>`;
    }
    const { probability } = this.words.results.pairs;
    return html`<div class="answer">
      ${of}
      <div class="bars">
        ${outputNames(setup, outputs.length).map(
          (name, i) =>
            html`<p class="bar">
              <span>${probability(name)}</span>
              <i .style=${`--share:${(outputs[i] * 100).toFixed(1)}%`} aria-hidden="true"></i
              ><b translate="no" title=${full(outputs[i])}>${format(outputs[i], this.digits)}</b>
            </p>`,
        )}
      </div>
    </div>`;
  }

  /** @param {NonNullable<typeof this.seen>} seen */
  #response({ setup, outputs, response }) {
    const { words } = this;
    const own = words.results.response;
    const name = setup.config.features[this.feature];
    const width = outputs.length;
    const names = setup.classes
      ? outputNames(setup, width).map(words.results.pairs.probability)
      : [words.results.predictForm.prediction(setup.config.target)];
    const series = names.slice(0, LINES.length).map((label, i) => ({
      label,
      x: response.x,
      y: Float32Array.from({ length: response.x.length }, (_, at) => response.y[at * width + i]),
      color: names.length > 1 ? classStyle(names.length, i).color : "accent",
      dash: LINES[i].dash,
    }));
    const what = names.length === 1 ? names[0] : words.results.surface.output;
    return html`<section class="group">
      <h3>${own.title}</h3>
      <p class="note">${own.about(name)}</p>
      <label class="field"
        ><span>${own.feature}</span
        ><select
          @change=${(/** @type {any} */ event) => {
            this.feature = Number(event.target.value);
            this.#again();
          }}
        >
          ${setup.config.features.map(
            (feature, i) => html`<option value=${i} ?selected=${i === this.feature}>${feature}</option>`,
          )}
        </select></label
      >
      <gn-line-chart
        .series=${series}
        .words=${words.charts}
        heading=${what}
        xLabel=${name}
        yLabel=${what}
        name="response"
      ></gn-line-chart>
    </section>`;
  }

  /**
   * The network with the values in its units; a network that is too large to draw as layers of cells.
   * @param {Setup} setup
   * @param {Float32Array[]} activations
   */
  #picture(setup, activations) {
    const { frame } = this.lab;
    if (!frame || !drawable(activeLayers(setup))) return flowStrip(this.words, setup, activations, this.reached);
    const lit = activations.map((values, layer) => (layer < this.reached ? values : undefined));
    return html`<gn-live-network
      ?running=${this.lab.running}
      .setup=${setup}
      .frame=${{ ...frame, activations: lit }}
      .words=${this.words}
      .inputName=${this.words.results.flow.input}
    ></gn-live-network>`;
  }

  /** @param {NonNullable<typeof this.seen>} seen */
  #flow({ setup, activations }) {
    const { flow } = this.words.results;
    return html`<section class="group">
      <h3>${flow.title}</h3>
      <p class="note">${flow.about}</p>
      <div class="row"><button type="button" class="button" @click=${() => this.walk()}>${flow.play}</button></div>
      ${this.#picture(setup, activations)}${flowTable(this.words, setup, activations)}
    </section>`;
  }

  render() {
    const { words, lab, seen } = this;
    const setup = lab?.setup;
    if (!words || !setup || !seen || seen.setup.config.features.length !== this.texts.length) return nothing;
    const { predictForm: form } = words.results;
    const more = setup.config.features.length - MOST_FIELDS;
    return html`<div class="columns two">
        <section class="group" aria-labelledby="form">
          <h3 id="form">${form.title}</h3>
          <p class="note">${form.about}</p>
          <div class="row from">
            <label class="field"
              ><span>${form.row}</span
              ><input
                inputmode="numeric"
                autocomplete="off"
                .value=${this.rowText}
                aria-invalid=${this.trouble !== ""}
                @input=${(/** @type {any} */ event) => {
                  this.rowText = event.target.value;
                }}
                @keydown=${(/** @type {KeyboardEvent} */ event) => event.key === "Enter" && this.#takeTyped()}
            /></label>
            <button type="button" class="button take" @click=${this.#takeTyped}>${form.take}</button>
          </div>
          ${this.trouble ? html`<p class="validation-error" role="alert">${this.trouble}</p>` : nothing}
          <div class="values">${this.#fields(setup)}</div>
          ${more > 0 ? html`<p class="note">${form.more(format(more))}</p>` : nothing} ${this.#answer(seen)}
        </section>
        <div class="group">${this.#flow(seen)}</div>
      </div>
      ${this.#response(seen)}`;
  }
}
