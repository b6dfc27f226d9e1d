/**
 * The layers in their order, each with its settings and with buttons to move and remove it.
 *
 * @import { DenseConfig } from "../../../../src/bindings/types.js"
 * @import { AnyLayer } from "../../experiment/config.js"
 * @import { ModelPanel } from "../model-panel.js"
 */
import { html, nothing } from "lit";
import { CATALOGUE } from "../../experiment/catalogue.js";
import { withLayer } from "../../experiment/config.js";
import { validationErrorAt } from "../views/validation-error.js";
import { checkSetting, choiceSetting, numberSetting } from "../views/setting.js";
import { downIcon, removeIcon, upIcon } from "./icons.js";
import { ACTIVATIONS, className, INITIALIZERS, nameOf, offered, offeredFirst, snakeCase } from "./names.js";
import { placesOf } from "./optimizers.js";

/**
 * What a layer is called.
 * @param {ModelPanel} panel
 * @param {ReturnType<typeof placesOf>[number]} place
 * @returns {string}
 */
export function layerTitle({ own }, { kind, hidden, output }) {
  if (kind !== "Dense") return kind === "Input" ? own.input : own.kinds[kind];
  return output ? own.output : own.hidden(hidden);
}

/** @param {readonly string[]} names @returns {[string, string][]} */
const namesAsOptions = (names) => names.map((name) => [name, name]);

/** @param {ModelPanel} panel @param {DenseConfig} layer @param {number} at @param {string} title */
function denseView({ lab, words, own, change }, layer, at, title) {
  const path = `model.layers[${at}]`;
  const set = (/** @type {Partial<DenseConfig>} */ part) => change((config) => withLayer(config, at, part));
  const activation = nameOf(layer.activation, "linear");
  const [kernel, bias] = [nameOf(layer.kernelInitializer, "glorot_uniform"), nameOf(layer.biasInitializer, "zeros")];
  return html`<div class="fields">
      ${numberSetting(words, lab, {
        path: `${path}.units`,
        label: own.units,
        value: layer.units,
        whole: true,
        change: (units) => set({ units }),
      })}
      ${choiceSetting(words, lab, {
        path: `${path}.activation`,
        label: own.activation,
        value: activation,
        options: namesAsOptions(offered(ACTIVATIONS, activation)),
        change: (name) => set({ activation: name }),
      })}
    </div>
    <details>
      <summary aria-label=${own.moreOf(title)}>${own.more}</summary>
      <div class="fields inside">
        ${choiceSetting(words, lab, {
          path: `${path}.kernelInitializer`,
          label: own.kernelInitializer,
          value: kernel,
          options: namesAsOptions(offered(INITIALIZERS, kernel)),
          change: (kernelInitializer) => set({ kernelInitializer }),
        })}
        ${choiceSetting(words, lab, {
          path: `${path}.biasInitializer`,
          label: own.biasInitializer,
          value: bias,
          options: namesAsOptions(offered(INITIALIZERS, bias)),
          change: (biasInitializer) => set({ biasInitializer }),
        })}
        ${checkSetting(lab, own.useBias, layer.useBias ?? true, (useBias) => set({ useBias }))}
      </div>
    </details>`;
}

/** @param {ModelPanel} panel @param {any} layer @param {number} at */
function dropoutFields({ lab, words, own, change }, layer, at) {
  const path = `model.layers[${at}]`;
  return html`${numberSetting(words, lab, {
    path: `${path}.rate`,
    label: own.rate,
    value: layer.rate,
    change: (rate) => change((config) => withLayer(config, at, { rate })),
  })}
  ${numberSetting(words, lab, {
    path: `${path}.seed`,
    label: own.dropoutSeed,
    value: layer.seed ?? 0,
    whole: true,
    change: (seed) => change((config) => withLayer(config, at, { seed })),
  })}`;
}

/** @param {ModelPanel} panel @param {any} layer @param {number} at */
function activationField({ lab, words, own, change }, layer, at) {
  const activation = nameOf(layer.activation, "linear");
  return choiceSetting(words, lab, {
    path: `model.layers[${at}].activation`,
    label: own.activation,
    value: activation,
    options: namesAsOptions(offered(ACTIVATIONS, activation)),
    change: (name) => change((config) => withLayer(config, at, { activation: name })),
  });
}

/**
 * The settings that the engine's catalogue has of a kind of layer, by Keras's names.
 * @param {ModelPanel} panel @param {any} layer @param {number} at @param {string} kind
 */
function catalogueFields({ lab, words, change }, layer, at, kind) {
  const { settings } = CATALOGUE.layer.find(({ name }) => name === snakeCase(kind)) ?? { settings: [] };
  const set = (/** @type {string} */ name, /** @type {unknown} */ value) =>
    change((config) => withLayer(config, at, { [name]: value }));
  return settings.map(({ name, keras, default: usual }) =>
    typeof usual === "boolean"
      ? checkSetting(lab, keras, layer[name] ?? usual, (on) => set(name, on === usual ? undefined : on))
      : numberSetting(words, lab, {
          path: `model.layers[${at}].${name}`,
          label: keras,
          value: layer[name],
          optional: true,
          placeholder: usual === null ? "None" : String(usual),
          change: (value) => set(name, value),
        }),
  );
}

/**
 * A layer that is not dense.
 * @param {ModelPanel} panel @param {AnyLayer} layer @param {number} at
 * @param {Exclude<ReturnType<typeof placesOf>[number]["kind"], "Dense" | "Input">} kind
 */
function otherView(panel, layer, at, kind) {
  const fields =
    kind === "Dropout"
      ? dropoutFields(panel, layer, at)
      : kind === "Activation"
        ? activationField(panel, layer, at)
        : catalogueFields(panel, layer, at, kind);
  const hasFields = !["Flatten", "Normalization", "Softmax"].includes(kind);
  return html`${hasFields ? html`<div class="fields">${fields}</div>` : nothing}
    <p class="note">${panel.own.hints[kind]}</p>`;
}

/** What is added by its name alone has Keras's defaults. @type {Record<string, AnyLayer>} */
const NEW = {
  Dense: { units: 10, activation: "relu" },
  Dropout: { type: "Dropout", rate: 0.2 },
  Activation: { type: "Activation", activation: "relu" },
};

/** A button for each kind of layer. @param {ModelPanel} panel */
function addersView(panel) {
  const { own } = panel;
  return html`<div class="row adders" role="group" aria-label=${own.add}>
    <span class="note" aria-hidden="true">${own.add}</span>
    ${offeredFirst("layer").map(({ name }) => {
      const kind = className(name);
      return html`<button
        type="button"
        class="button"
        data-act=${`add-${name}`}
        aria-label=${own.addLayer(kind)}
        @click=${() => panel.insert(NEW[kind] ?? /** @type {AnyLayer} */ ({ type: kind }))}
      >
        ${kind}
      </button>`;
    })}
  </div>`;
}

/** @param {ModelPanel} panel @param {AnyLayer} layer @param {number} at @param {ReturnType<typeof placesOf>} places */
function layerView(panel, layer, at, places) {
  const { own, lab, words } = panel;
  const { kind } = places[at];
  const title = layerTitle(panel, places[at]);
  const built = lab.setup?.layers[at];
  const term = kind === title || kind === "Input" ? nothing : html`<span class="term">${kind}</span>`;
  const button = (
    /** @type {string} */ what,
    /** @type {string} */ label,
    /** @type {unknown} */ icon,
    /** @type {boolean} */ off,
    /** @type {() => unknown} */ act,
  ) =>
    html`<button
      type="button"
      class="button plain"
      data-act=${what}
      aria-label=${label}
      title=${own[what]}
      ?disabled=${off}
      @click=${act}
    >
      ${icon}
    </button>`;
  return html`<li class="layer" data-layer=${at}>
    <div class="layer-head">
      <div class="who">
        <h4>${title} ${term}</h4>
        ${built?.parameters ? html`<span class="note">${own.parameters(built.parameters)}</span>` : nothing}
      </div>
      <span class="acts">
        ${button("up", own.upOf(title), upIcon, at === 0, () => panel.move(at, at - 1))}
        ${button("down", own.downOf(title), downIcon, at === places.length - 1, () => panel.move(at, at + 1))}
        ${button("remove", own.removeOf(title), removeIcon, places.length === 1, () => panel.dropLayer(at))}
      </span>
    </div>
    ${
      kind === "Dense"
        ? denseView(panel, /** @type {DenseConfig} */ (layer), at, title)
        : kind === "Input"
          ? nothing
          : otherView(panel, layer, at, kind)
    }
    ${
      lab.validationError?.path.split(": ")[0] === `model.layers[${at}]`
        ? validationErrorAt(words, lab, `model.layers[${at}]`)
        : nothing
    }
  </li>`;
}

/** @param {ModelPanel} panel */
export function layersView(panel) {
  const { own, lab, words } = panel;
  const { setup } = lab;
  if (!setup) return nothing;
  const { layers } = setup.config.model;
  const { features } = setup.config;
  const places = placesOf(layers);
  const whole = lab.validationError?.path.split(": ")[0] ?? "";
  return html`<section class="group" aria-labelledby="layers">
    <h3 id="layers">${own.layers} <span class="term">${own.layersTerm}</span></h3>
    <ol class="layers">
      <li class="layer input">
        <div class="layer-head"><h4>${own.input}</h4></div>
        <p class="note">${own.inputIs(features.length, features)}</p>
      </li>
      ${layers.map((layer, i) => layerView(panel, layer, i, places))}
    </ol>
    ${
      whole === "model.layers" || whole === "model" || whole.startsWith("model.parameters")
        ? validationErrorAt(words, lab, whole)
        : nothing
    }
    ${addersView(panel)}
    <p class="note">
      ${own.addHint}
      ${own.total(setup.layers.reduce((sum, { parameters, nonTrainable }) => sum + parameters - nonTrainable, 0))}
    </p>
    <p class="heard" role="status">${panel.announced?.setup === panel.lab.setup ? panel.announced?.text : nothing}</p>
  </section>`;
}
