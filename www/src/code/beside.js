/**
 * `<gn-code-beside>`: the network that a program built, while its `fit` is played through: weights and activations,
 * losses, batches, predictions, and any row operation by operation. It shows what was recorded.
 *
 * @import { CodeWords } from "../locales/code.js"
 * @import { Words } from "../locales/playground.js"
 * @import { WatchedModel } from "./recording.js"
 */
import { css, html, nothing } from "lit";
import { BatchGrid } from "../panels/data/batch-grid.js";
import { HeatMap } from "../charts/heat-map.js";
import { LineChart } from "../charts/line-chart.js";
import { GlassElement } from "../element/element.js";
import { register } from "../element/register.js";
import { Surroundings } from "../element/surroundings.js";
import { activeLayers, sizesOf } from "../experiment/layers.js";
import { LiveNetwork } from "../panels/train/live-network.js";
import { panelStyle } from "../panels/style/panel.js";
import { TABS } from "./beside-views.js";
import { besideStyle } from "./beside-style.js";
import { Playback } from "./playback.js";
import { columnsOf, setupOf } from "./recording.js";

export class CodeBeside extends GlassElement {
  static styles = [panelStyle, besideStyle, css``].flat();

  static properties = {
    words: { attribute: false },
    playground: { attribute: false },
    parts: { attribute: false },
    models: { attribute: false },
    version: { type: Number },
    cell: { attribute: false },
    pointed: { attribute: false },
    digits: { type: Number },
    running: { type: Boolean },
    inspect: { attribute: false },
    chosen: { state: true },
    inside: { state: true },
    tab: { state: true },
  };

  constructor() {
    super();
    /** @type {CodeWords} */ this.words = /** @type {any} */ (undefined);
    /** @type {Words} */ this.playground = /** @type {any} */ (undefined);
    /** @type {readonly string[]} */ this.parts = [];
    /** @type {readonly WatchedModel[]} */ this.models = [];
    this.version = 0;
    /** Whose program it is beside. */ this.cell = "";
    /** The line that the reader points at. @type {number | undefined} */ this.pointed = undefined;
    this.digits = 3;
    /** Whether the program still runs. */ this.running = false;
    /** @type {(request: any) => Promise<any>} */ this.inspect = async () => undefined;
    /** The model that the reader chose; the last one of the program until then. @type {number | undefined} */
    this.chosen = undefined;
    /** Whether the drawer with a row is open. */ this.inside = false;
    /** What is shown below the network, where the reader chose. @type {string | undefined} */ this.tab = undefined;
  }

  surroundings = new Surroundings(this, {
    motion: (reduced) => {
      this.playback.isReduced = reduced;
    },
  });
  playback = new Playback(() => this.requestUpdate());
  /** The fit whose moments are played. @type {unknown} */
  #played;
  /** @type {{ of: WatchedModel, version: number, setup: any } | undefined} */
  #setup;

  /** @returns {WatchedModel | undefined} */
  get model() {
    return this.models.find(({ id }) => id === this.chosen) ?? this.models.at(-1);
  }

  get moment() {
    return this.model?.moments[this.playback.at];
  }

  /** The same object while nothing of the model is another. */
  get setup() {
    const { model } = this;
    if (!model) return undefined;
    const known = this.#setup;
    if (known?.of.layers !== model.layers || known.of.data !== model.data)
      this.#setup = { of: { ...model }, version: this.version, setup: setupOf(model) };
    return this.#setup?.setup;
  }

  willUpdate() {
    const moments = this.model?.moments;
    const isOver = this.model?.fitIn !== this.cell;
    this.playback.have(moments?.length ?? 0, moments !== this.#played, isOver);
    this.#played = moments;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.playback.pause();
  }

  /** The column of the layer whose line the reader points at. */
  get #lit() {
    const { model, pointed, setup } = this;
    if (!model || !pointed || model.cell !== this.cell) return undefined;
    const column = activeLayers(setup).findIndex(({ place }) => model.layers[place].line === pointed);
    return column < 0 ? undefined : column + 1;
  }

  /** The line of the layer that the reader points at. @param {CustomEvent<number | undefined>} event */
  #onPoint = ({ detail: column }) => {
    const { model } = this;
    const place = column ? activeLayers(this.setup)[column - 1]?.place : undefined;
    const line = place === undefined || model?.cell !== this.cell ? undefined : model.layers[place].line;
    this.dispatchEvent(new CustomEvent("layer", { detail: line }));
  };

  #network() {
    const { model, moment, setup, words } = this;
    const weights = moment?.weights ?? model?.weights;
    if (!model || !weights) return nothing;
    const activations = columnsOf(model, moment, activeLayers(setup));
    return html`<gn-live-network
      .setup=${setup}
      .frame=${{ weights, activations }}
      .words=${this.playground}
      .inputName=${words.beside.input}
      .tallest=${300}
      .lit=${this.#lit}
      ?running=${this.playback.isPlaying}
      @point=${this.#onPoint}
    ></gn-live-network>`;
  }

  #scrubber() {
    const { model, moment, playback } = this;
    const own = this.words.beside;
    if (!model || !moment) return nothing;
    const text = own.moment(moment.epoch, model.epochs);
    return html`<div class="scrubber">
      <button
        type="button"
        class="button"
        @click=${() => {
          if (playback.isPlaying) playback.pause();
          else playback.play();
        }}
      >
        ${playback.isPlaying ? own.pause : own.play}
      </button>
      <input
        type="range"
        min="0"
        max=${playback.last}
        .value=${String(playback.at)}
        aria-label=${own.moments}
        aria-valuetext=${text}
        @input=${(/** @type {Event} */ event) =>
          playback.seek(Number(/** @type {HTMLInputElement} */ (event.target).value))}
      />
      <output>${text}</output>
    </div>`;
  }

  #drawer() {
    const { model, moment, words, running, inside } = this;
    const own = words.beside;
    if (!model?.data || !moment) return nothing;
    return html`<div class="inside">
      <div class="row">
        <button
          type="button"
          class="button"
          aria-expanded=${inside}
          ?disabled=${running}
          @click=${() => this.#toggle()}
        >
          ${inside ? own.close : own.inside}
        </button>
        ${running ? html`<span class="note">${own.insideNote}</span>` : nothing}
      </div>
      ${
        inside
          ? html`<gn-code-inside
              .words=${words}
              .playground=${this.playground}
              .model=${model}
              .setup=${this.setup}
              .moment=${moment.moment}
              .digits=${this.digits}
              .inspect=${this.inspect}
            ></gn-code-inside>`
          : nothing
      }
    </div>`;
  }

  async #toggle() {
    this.playback.pause();
    await import("./inside.js");
    this.inside = !this.inside;
    this.dispatchEvent(new CustomEvent("inside", { detail: this.inside }));
  }

  #head() {
    const { model, models, words, setup } = this;
    const own = words.beside;
    if (!model) return nothing;
    const sizes = sizesOf(activeLayers(setup)).join("\u00a0→\u00a0");
    return html`<div class="head">
      <p class="about">${own.model(sizes, model.parameters)}</p>
      ${
        models.length > 1
          ? html`<label class="which"
              >${own.which}
              <select
                @change=${(/** @type {Event} */ event) => {
                  this.chosen = Number(/** @type {HTMLSelectElement} */ (event.target).value);
                }}
              >
                ${models.map(({ id }, i) => html`<option value=${id} ?selected=${id === model.id}>${i + 1}</option>`)}
              </select></label
            >`
          : nothing
      }
    </div>`;
  }

  /** What the author wants and the program gave, one at a time. */
  #tabs() {
    const { model, words, playground, parts } = this;
    if (!model) return nothing;
    const view = { words, playground, model, moment: this.moment, digits: this.digits };
    const own = words.beside;
    const all = TABS.filter(({ name, has }) => parts.includes(name) && has(model));
    const first = model.askedIn === this.cell && model.fitIn !== this.cell ? all[all.length - 1] : all[0];
    const shown = all.find(({ name }) => name === this.tab) ?? first;
    if (!shown) return nothing;
    return html`<div class="part">
      ${
        all.length > 1
          ? html`<div class="segments" role="group" aria-label=${own.label}>
              ${all.map(
                ({ name }) =>
                  html`<button
                    type="button"
                    aria-pressed=${name === shown.name}
                    @click=${() => {
                      this.tab = name;
                    }}
                  >
                    ${own[name]}
                  </button>`,
              )}
            </div>`
          : html`<h3>${own[shown.name]}</h3>`
      }
      ${shown.draw(view)}
    </div>`;
  }

  render() {
    const { model, words, playground, parts } = this;
    if (!model || !words || !playground) return nothing;
    const has = parts.includes("network");
    return html`<section role="group" aria-label=${words.beside.label}>
      ${this.#head()} ${has ? html`${this.#network()}${this.#scrubber()}${this.#drawer()}` : nothing} ${this.#tabs()}
    </section>`;
  }
}

register({ "gn-live-network": LiveNetwork, "gn-line-chart": LineChart, "gn-batch-grid": BatchGrid });
register({ "gn-heat-map": HeatMap });
