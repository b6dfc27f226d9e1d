/**
 * The model: its layers, loss and optimizer, what Keras prints of it, and the whole experiment as Python.
 *
 * @import { AnyLayer, Model } from "../experiment/config.js"
 * @import { ExperimentConfig } from "../experiment/types.js"
 */
import { html, nothing } from "lit";
import { addLayer, moveLayer, removeLayer, withModel } from "../experiment/config.js";
import { panelStyle } from "./style/panel.js";
import { codeView, summaryView } from "./model/code-view.js";
import { copyText } from "../element/copy.js";
import { compileView } from "./model/compile-view.js";
import { fitView } from "./model/fit-view.js";
import { layersView, layerTitle } from "./model/layers-view.js";
import { modelStyle } from "./model/model-style.js";
import { placeForNew, placesOf } from "./model/optimizers.js";
import { Panel } from "./panel.js";
import { failureText } from "./views/validation-error.js";
import { showChoices } from "./views/setting.js";
import { register } from "../element/register.js";

export class ModelPanel extends Panel {
  static panel = /** @type {const} */ ("model");

  static follows = ["setup", "busy", "validation-error"];

  static styles = [panelStyle, modelStyle];

  static properties = {
    ...Panel.properties,
    printed: { state: true },
    summary: { state: true },
    code: { state: true },
    copied: { state: true },
    announced: { state: true },
  };

  constructor() {
    super();
    /** Whose summary is shown. @type {"keras3" | "keras2"} */
    this.printed = "keras3";
    this.summary = this.code = this.copied = "";
    /**
     * Where a layer is now, and the setup of which that is said.
     * @type {{ text: string, setup: import("../experiment/types.js").Setup } | undefined}
     */
    this.announced = undefined;
  }

  /** @type {import("../experiment/types.js").Setup | undefined} */
  #known;

  /** The model as it is, defaults filled in. @returns {Model} */
  get model() {
    return /** @type {Model} */ (this.lab.setup?.config.model);
  }

  /**
   * Another model made from the present one, be it a preset's or the reader's.
   * @param {(config: ExperimentConfig) => ExperimentConfig} act
   */
  change = (act) => this.lab.change((config) => act(config.model ? config : { ...config, model: this.model }));

  /**
   * Some settings, by what was asked for last: a change may still be on its way.
   * @param {(model: Model) => Partial<Model>} part
   */
  set = (part) => this.change((config) => withModel(config, part(/** @type {Model} */ (config.model))));

  /**
   * Does something to a layer, then puts the keyboard where the layer is now.
   * @param {(config: ExperimentConfig) => ExperimentConfig} act
   * @param {number} at
   * @param {string} button
   */
  async #rearrange(act, at, button) {
    if (!(await this.change(act))) return;
    await this.updateComplete;
    const buttons = ["remove", "up", "down"];
    const layer = this.renderRoot.querySelector(`[data-layer="${at}"]`);
    const wanted = [button, ...buttons]
      .map((name) => layer?.querySelector(`[data-act="${name}"]:not(:disabled)`))
      .find(Boolean);
    if (wanted instanceof HTMLElement) wanted.focus();
  }

  /** @param {number} from @param {number} to */
  async move(from, to) {
    await this.#rearrange((config) => moveLayer(config, from, to), to, to < from ? "up" : "down");
    const {
      lab: { setup, validationError },
    } = this;
    this.announced =
      setup && !validationError
        ? { text: this.own.moved(layerTitle(this, placesOf(this.model.layers)[to]), to + 1), setup }
        : undefined;
  }

  /** @param {number} at */
  dropLayer(at) {
    return this.#rearrange((config) => removeLayer(config, at), Math.min(at, this.model.layers.length - 2), "remove");
  }

  /** @param {AnyLayer} layer */
  insert(layer) {
    return this.change((config) => addLayer(config, placeForNew(/** @type {Model} */ (config.model).layers), layer));
  }

  /** @param {"keras3" | "keras2"} style */
  show(style) {
    this.printed = style;
    this.#known = undefined;
    this.requestUpdate();
  }

  async copy() {
    const copied = await copyText(this.code, this.renderRoot);
    this.copied = copied ? this.own.copied : this.own.notCopied;
  }

  updated() {
    if (!this.lab.busy) showChoices(this.renderRoot);
    this.#print();
  }

  /** What Keras would print, and the code: anew for each setup. */
  async #print() {
    const { lab } = this;
    const { setup } = lab;
    if (!setup || setup === this.#known) return;
    this.#known = setup;
    const orFailure = (/** @type {Promise<string>} */ text) =>
      text.catch((failure) => failureText(this.words, failure));
    const [summary, code] = await Promise.all([
      orFailure(lab.ask("summary", this.printed)),
      orFailure(lab.ask("kerasCode")),
    ]);
    if (setup !== lab.setup) return;
    Object.assign(this, { summary, code, copied: "" });
  }

  content() {
    const { lab, words } = this;
    if (!lab.setup) return nothing;
    return html`<div class="columns two sides">
      <div class="group">${layersView(this)}${compileView(this)}${fitView(words, lab)}</div>
      <div class="group">${summaryView(this)}${codeView(this)}</div>
    </div>`;
  }
}

register({ "gn-model-panel": ModelPanel });
