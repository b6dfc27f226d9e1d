/**
 * Inputs, target, learning rate and activations as fields, open to change at any time.
 *
 * @import { ActivationName, ExampleConfig, Trace } from "../../../../src/bindings/types.js"
 * @import { Edit } from "../edits.js"
 * @import { Locale } from "../../locales/index.js"
 */
import { html, nothing } from "lit";
import { fieldOf } from "../edits.js";
import { sameExample } from "../fields.js";
import { layerName, nameText, targetName, unitName } from "../../names.js";
import { choiceField, numberField } from "./field.js";

/**
 * @typedef {object} ValidationError A value that was not taken.
 * @property {string} place
 * @property {string} draft What the reader wrote.
 * @property {string} sentence Why not, and what would do.
 */

/**
 * @typedef {object} SettingsView
 * @property {Locale} words
 * @property {ExampleConfig} config
 * @property {Trace} trace
 * @property {readonly ActivationName[]} activations All known ones.
 * @property {ValidationError | undefined} validationError
 * @property {(edit: Edit, text: string) => void} commit
 * @property {(edit: Edit & { value: number }, event: KeyboardEvent | PointerEvent) => void} hold
 * @property {ExampleConfig} author The author's example.
 * @property {() => void} restore
 */

/**
 * @param {Pick<SettingsView, "validationError" | "commit" | "hold">} view
 * @param {unknown} label
 * @param {string} name
 * @param {Edit & { value: number }} edit
 */
export function editField({ validationError, commit, hold }, label, name, edit) {
  const place = fieldOf(edit);
  const rejected = validationError?.place === place ? validationError : undefined;
  return numberField({
    id: `edit-${place}`,
    label,
    name,
    value: edit.value,
    draft: rejected?.draft,
    validationError: rejected?.sentence,
    commit: (text) => commit(edit, text),
    hold: (event) => hold(edit, event),
  });
}

/** @param {SettingsView} view */
export function settings(view) {
  const { words, config, trace, activations, commit, author, restore } = view;
  const name = (/** @type {number} */ layer, /** @type {number} */ unit) => nameText(unitName(trace, layer, unit));
  return html`<div class="fields">
    ${config.inputs.map((value, input) =>
      editField(view, html`${words.input} <i>${name(-1, input)}</i>`, `${words.input} ${name(-1, input)}`, {
        what: "input",
        input,
        value,
      }),
    )}
    ${config.target.map((value, output) =>
      editField(
        view,
        html`${words.target} <i>${nameText(targetName(trace, output))}</i>`,
        `${words.target} ${nameText(targetName(trace, output))}`,
        { what: "target", output, value },
      ),
    )}
    ${editField(view, html`${words.learningRate} <i>η</i>`, words.learningRate, {
      what: "rate",
      value: config.learningRate ?? 1,
    })}
    ${trace.layers.map(({ activation }, layer) =>
      choiceField({
        id: `edit-activation-${layer}`,
        label: layerName(words, trace, layer),
        name: `${words.activation}, ${layerName(words, trace, layer)}`,
        value: activation,
        options: activations.map((option) => [option, words.activations[option] ?? option]),
        commit: (value) => commit({ what: "activation", layer, value: /** @type {ActivationName} */ (value) }, value),
      }),
    )}
    ${
      sameExample(author, config)
        ? nothing
        : html`<button type="button" class="button worded restore" @click=${restore}>${words.restore}</button>`
    }
  </div>`;
}
