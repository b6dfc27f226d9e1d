/**
 * What Keras's `compile` takes, and the seed of the start weights.
 *
 * @import { LossName, MetricConfig, MetricName, OptimizerConfig } from "../../../../src/bindings/types.js"
 * @import { ModelPanel } from "../model-panel.js"
 */
import { html, nothing } from "lit";
import { isRejected, validationErrorAt } from "../views/validation-error.js";
import { checkSetting, choiceSetting, numberSetting } from "../views/setting.js";
import { LOSSES, metricChoices, nameOf, offered } from "./names.js";
import {
  clipChange,
  clipOf,
  CLIPS,
  OPTIMIZER_NAMES,
  OPTIMIZERS,
  optimizerOf,
  withOptimizer,
  withRule,
} from "./optimizers.js";

/** @param {ModelPanel} panel */
function lossView({ lab, words, own, model, set }) {
  const loss = nameOf(model.loss, "mean_squared_error");
  const group = (/** @type {"regression" | "classification"} */ task) =>
    html`<optgroup label=${own.lossGroups[task]}>
      ${LOSSES[task].map((name) => html`<option value=${name} ?selected=${name === loss}>${name}</option>`)}
    </optgroup>`;
  const isOffered = Object.values(LOSSES)
    .flat()
    .includes(/** @type {LossName} */ (loss));
  const tasks =
    lab.setup?.task === "classification"
      ? /** @type {const} */ (["classification", "regression"])
      : /** @type {const} */ (["regression", "classification"]);
  const path = "model.loss";
  return html`<div class=${isRejected(lab, path) ? "field rejected" : "field"}>
    <label for="loss">${own.loss}</label>
    <select
      id="loss"
      data-value=${loss}
      aria-invalid=${isRejected(lab, path)}
      @change=${(/** @type {Event} */ event) =>
        set(() => ({ loss: /** @type {LossName} */ (/** @type {HTMLSelectElement} */ (event.target).value) }))}
    >
      ${isOffered ? nothing : html`<option value=${loss} selected>${loss}</option>`} ${tasks.map(group)}
    </select>
    ${validationErrorAt(words, lab, path)}
  </div>`;
}

/**
 * The settings that only some optimizers have, and those of all.
 * @param {ModelPanel} panel
 * @param {OptimizerConfig} optimizer
 */
function settingsView({ lab, words, own, set }, optimizer) {
  const { settings, decay } = OPTIMIZERS[optimizer.name];
  const change = (/** @type {Partial<OptimizerConfig>} */ part) => set((model) => withOptimizer(model, part));
  const clip = clipOf(optimizer);
  const number = (/** @type {string} */ key, /** @type {string} */ label, /** @type {string} */ usual) =>
    numberSetting(words, lab, {
      path: `model.optimizer.${key}`,
      label,
      value: /** @type {any} */ (optimizer)[key],
      optional: true,
      placeholder: usual,
      change: (value) => change({ [key]: value }),
    });
  return html`<details ?open=${settings.some(([key]) => isRejected(lab, `model.optimizer.${key}`))}>
    <summary>${own.settings}</summary>
    <div class="group inside">
      <div class="fields">
        ${settings.map(([key, keras, usual]) =>
          typeof usual === "number"
            ? number(key, keras, String(usual))
            : html`${checkSetting(lab, keras, /** @type {any} */ (optimizer)[key] ?? usual, (on) =>
                change({ [key]: on || undefined }),
              )}`,
        )}
        ${number("weightDecay", own.weightDecay, decay === undefined ? "None" : String(decay))}
        ${choiceSetting(words, lab, {
          path: "model.optimizer.clip",
          label: own.clip,
          value: clip ?? "",
          options: [["", own.noClip], ...CLIPS],
          change: (name) => change(clipChange(name)),
        })}
        ${clip ? number(clip, own.clipSize, "1") : nothing}
      </div>
      <p class="note">${own.usual} ${clip ? own.clipHint : nothing}</p>
    </div>
  </details>`;
}

/** @param {ModelPanel} panel */
function rateView({ lab, words, own, set }, /** @type {OptimizerConfig} */ optimizer) {
  const { learningRate: rate, name } = optimizer;
  const schedule = typeof rate === "object" ? rate.name : "";
  return numberSetting(words, lab, {
    path: "model.optimizer.learningRate",
    label: own.learningRate,
    value: typeof rate === "number" ? rate : undefined,
    optional: true,
    placeholder: schedule || String(OPTIMIZERS[name].rate),
    hint: schedule ? own.schedule(schedule) : "",
    change: (learningRate) => set((model) => withOptimizer(model, { learningRate })),
  });
}

/**
 * The metrics, also where one stands alone.
 * @param {import("../../experiment/config.js").Model} model
 * @returns {(MetricName | MetricConfig)[]}
 */
const metricsOf = ({ metrics = [] }) => [metrics].flat();

/** @param {MetricName | MetricConfig} metric */
const labelOf = (metric) => (typeof metric === "string" ? metric : metric.name);

/** @param {ModelPanel} panel */
export function compileView(panel) {
  const { lab, words, own, model, set } = panel;
  const { setup } = lab;
  if (!setup) return nothing;
  const optimizer = optimizerOf(model);
  const metrics = metricsOf(model);
  const toggle = (/** @type {typeof metrics[0]} */ metric, /** @type {boolean} */ on) =>
    set((model) => ({
      metrics: [
        ...metricsOf(model).filter((other) => JSON.stringify(other) !== JSON.stringify(metric)),
        ...(on ? [metric] : []),
      ],
    }));
  const choices = metricChoices(setup.task, metrics);
  return html`<section class="group" aria-labelledby="compile">
    <h3 id="compile">${own.compile} <span class="term">${own.compileTerm}</span></h3>
    <div class="fields">
      ${lossView(panel)}
      ${choiceSetting(words, lab, {
        path: "model.optimizer.name",
        label: own.optimizer,
        value: optimizer.name,
        options: offered(OPTIMIZER_NAMES, optimizer.name).map((name) => [name, name]),
        change: (name) => set((model) => withRule(model, name)),
      })}
      ${rateView(panel, optimizer)}
    </div>
    ${settingsView(panel, optimizer)}
    <fieldset class="metrics">
      <legend>${own.metrics}</legend>
      <div class="row">
        ${choices.map((metric) =>
          checkSetting(lab, labelOf(metric), metrics.includes(metric), (on) => toggle(metric, on)),
        )}
      </div>
      ${validationErrorAt(words, lab, "model.metrics")}
    </fieldset>
    ${numberSetting(words, lab, {
      path: "model.seed",
      label: own.seed,
      hint: own.seedHint,
      value: model.seed ?? 0,
      whole: true,
      change: (seed) => set(() => ({ seed })),
    })}
  </section>`;
}
