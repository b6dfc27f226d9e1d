/**
 * What Keras's `fit` takes: epochs, validation, early stopping. Every change is the engine's to take or reject.
 *
 * @import { Lab } from "../../experiment/lab.js"
 * @import { Words } from "../../locales/playground.js"
 */
import { html, nothing } from "lit";
import { parse, plain } from "../../format.js";
import { fitOf, withFit } from "../../experiment/config.js";
import { isRejected, validationErrorAt } from "../views/validation-error.js";

/** @typedef {ReturnType<typeof fitOf>} Fit */
/** @typedef {NonNullable<Fit["earlyStopping"]>} Stopping */

/** Keras's defaults of EarlyStopping, but for its patience of 0. @type {Stopping} */
const STOPPING = { monitor: "val_loss", patience: 10, minDelta: 0, restoreBestWeights: true };

/** @param {Event} event */
const textOf = (event) => /** @type {HTMLInputElement} */ (event.target).value;
/** @param {Event} event */
const checkedOf = (event) => /** @type {HTMLInputElement} */ (event.target).checked;

/**
 * A number; what is none goes to the engine as it was typed, which says what it expected.
 * @param {Words} words
 * @param {Lab} lab
 * @param {string} path
 * @param {string} label
 * @param {number} value
 * @param {(value: number) => Partial<Fit>} change
 */
function numberField(words, lab, path, label, value, change) {
  const rejected = isRejected(lab, path);
  return html`<label class=${rejected ? "field rejected" : "field"}
    ><span>${label}</span>
    <input
      inputmode="decimal"
      autocomplete="off"
      aria-invalid=${rejected ? "true" : nothing}
      .value=${plain(value)}
      @change=${(/** @type {Event} */ event) =>
        lab.change((config) => withFit(config, change(parse(textOf(event)) ?? /** @type {any} */ (textOf(event)))))}
    />
    ${validationErrorAt(words, lab, path)}</label
  >`;
}

/** @param {Lab} lab @param {string} label @param {boolean} value @param {(value: boolean) => Partial<Fit>} change */
const checkField = (lab, label, value, change) =>
  html`<label class="check"
    ><input
      type="checkbox"
      .checked=${value}
      @change=${(/** @type {Event} */ event) => lab.change((config) => withFit(config, change(checkedOf(event))))}
    />${label}</label
  >`;

/** @param {Words} words @param {Lab} lab */
function stoppingFields(words, lab) {
  const { train } = words;
  const stopping = fitOf(lab.config).earlyStopping;
  if (!stopping) return nothing;
  const at = "fit.earlyStopping";
  const change = (/** @type {Partial<Stopping>} */ part) => ({ earlyStopping: { ...stopping, ...part } });
  const monitored = [
    ...new Set([stopping.monitor ?? "val_loss", "val_loss", "loss", ...Object.keys(lab.history.history)]),
  ];
  return html`<div class="fields">
    <label class="field"
      ><span>${train.monitor}</span
      ><select
        @change=${(/** @type {Event} */ event) =>
          lab.change((config) => withFit(config, change({ monitor: textOf(event) })))}
      >
        ${monitored.map(
          (name) => html`<option value=${name} ?selected=${name === stopping.monitor}>${name}</option>`,
        )}</select
      >${validationErrorAt(words, lab, `${at}.monitor`)}</label
    >
    ${numberField(words, lab, `${at}.patience`, train.patience, stopping.patience ?? 0, (patience) =>
      change({ patience }),
    )}
    ${numberField(words, lab, `${at}.minDelta`, train.minDelta, stopping.minDelta ?? 0, (minDelta) =>
      change({ minDelta }),
    )}
    ${checkField(lab, train.restore, stopping.restoreBestWeights ?? false, (restoreBestWeights) =>
      change({ restoreBestWeights }),
    )}
  </div>`;
}

/** Validation is needed to watch it. @param {Fit} fit @param {boolean} on @returns {Partial<Fit>} */
const stopping = (fit, on) =>
  on ? { earlyStopping: STOPPING, validationSplit: fit.validationSplit || 0.2 } : { earlyStopping: undefined };

/** @param {Words} words @param {Lab} lab */
export function fitView(words, lab) {
  const { train } = words;
  const fit = fitOf(lab.config);
  return html`<section class="group" aria-labelledby="fit">
    <h3 id="fit">${train.settings} <span class="term">fit</span></h3>
    <div class="fields">
      ${numberField(words, lab, "fit.epochs", train.epochs, fit.epochs ?? 1, (epochs) => ({ epochs }))}
      ${numberField(
        words,
        lab,
        "fit.validationSplit",
        train.validation,
        fit.validationSplit ?? 0,
        (validationSplit) => ({
          validationSplit,
        }),
      )}
    </div>
    <div class="row">
      ${checkField(lab, train.shuffle, fit.shuffle ?? true, (shuffle) => ({ shuffle }))}
      ${checkField(lab, train.stopping, Boolean(fit.earlyStopping), (on) => stopping(fit, on))}
    </div>
    ${stoppingFields(words, lab)} ${validationErrorAt(words, lab, "fit.earlyStopping")}
    <p class="note">${train.settingsNote}</p>
  </section>`;
}
