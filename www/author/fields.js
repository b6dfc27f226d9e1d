/**
 * The fields of an embed, made from the schema: one for each attribute that the scene takes.
 *
 * @import { AuthorWords } from "../src/locales/author.js"
 * @import { Attribute, Values } from "./embed.js"
 * @import { Fault } from "./faults.js"
 */
import { html, nothing } from "lit";
import { DATA_SETS } from "../src/experiment/data-sets.js";
import { PRESETS } from "../src/experiment/presets.js";
import { faultText } from "./faults.js";

/** @typedef {(name: string, value: string | undefined) => void} Set */

/**
 * @typedef {object} FieldsView
 * @property {AuthorWords} words
 * @property {Values} values
 * @property {Record<string, { name: string }>} presets
 * @property {Readonly<Record<string, Fault>>} faults By attribute.
 * @property {Readonly<Record<string, string>>} validationErrors Of the engine, by attribute.
 * @property {Readonly<Record<string, string>>} defaults What holds where nothing is written.
 * @property {Set} set
 */

/** @param {Event} event */
export const textOf = (event) => /** @type {HTMLInputElement | HTMLSelectElement} */ (event.target).value.trim();

/**
 * One number of several.
 * @param {string} label
 * @param {string} value
 * @param {(text: string) => void} take
 * @param {string} [about] Ids of what describes it.
 */
export const cell = (label, value, take, about) =>
  html`<input
    class="cell"
    inputmode="decimal"
    aria-label=${label}
    .value=${value}
    spellcheck="false"
    autocomplete="off"
    aria-describedby=${about ?? nothing}
    @input=${(/** @type {Event} */ event) => take(textOf(event))}
  />`;

/** @param {FieldsView} view @param {string} value */
const valueName = ({ words }, value) => /** @type {Record<string, string>} */ (words.values)[value] ?? value;

/** What is wrong with a field, in words. @param {FieldsView} view @param {string} name */
const wrongIn = ({ words, faults, validationErrors }, name) =>
  faults[name] ? `${faultText(words, faults[name])} ${words.faults.leftOut}` : validationErrors[name];

/** @param {FieldsView} view @param {Attribute} attribute @param {readonly (readonly [string, string])[]} options */
function choice(view, { name, default: usual }, options) {
  const {
    words: { unset },
    values,
    set,
  } = view;
  const none =
    /** @type {Record<string, string>} */ (unset)[name] ??
    (usual ? `${unset.other}: ${valueName(view, usual)}` : unset.other);
  return html`<select
    id=${`f-${name}`}
    .value=${values[name] ?? ""}
    @change=${(/** @type {Event} */ event) => set(name, textOf(event) || undefined)}
  >
    <option value="" ?selected=${values[name] === undefined}>${none}</option>
    ${options
      .filter(([value]) => value !== usual)
      .map(([value, text]) => html`<option value=${value} ?selected=${value === values[name]}>${text}</option>`)}
  </select>`;
}

/** @param {FieldsView} view @param {Attribute} attribute @param {string} [list] */
const line = ({ values, defaults, faults, set }, { name, kind, default: usual }, list) =>
  html`<input
    id=${`f-${name}`}
    .value=${values[name] ?? ""}
    inputmode=${kind === "number" ? "decimal" : "text"}
    placeholder=${defaults[name] ?? usual ?? ""}
    aria-invalid=${faults[name] ? "true" : nothing}
    list=${list ?? nothing}
    spellcheck="false"
    autocomplete="off"
    aria-describedby=${`about-${name} fault-${name}`}
    @input=${(/** @type {Event} */ event) => set(name, textOf(event) || undefined)}
  />`;

/**
 * Some of several words; all of them counts as none written.
 * @param {FieldsView} view
 * @param {Attribute} attribute
 */
function several(view, { name, values: words = [] }) {
  const { values, set } = view;
  const chosen = values[name] === undefined ? words : words.filter((word) => values[name].split(/\s+/).includes(word));
  const toggle = (/** @type {string} */ word, /** @type {boolean} */ on) => {
    const next = words.filter((other) => (other === word ? on : chosen.includes(other)));
    set(name, next.length === words.length ? undefined : next.join(" ") || "none");
  };
  return html`<div class="checks">
    ${words.map(
      (word) =>
        html`<label
          ><input
            type="checkbox"
            .checked=${chosen.includes(word)}
            @change=${(/** @type {Event} */ event) =>
              toggle(word, /** @type {HTMLInputElement} */ (event.target).checked)}
          />${valueName(view, word)}</label
        >`,
    )}
  </div>`;
}

/** @param {FieldsView} view @param {Attribute} attribute */
function color(view, attribute) {
  const { values, set, words } = view;
  const { name } = attribute;
  return html`<div class="pair">
    ${line(view, attribute)}<input
      type="color"
      aria-label=${words.attributes.accent.label}
      .value=${/^#[\da-f]{6}$/i.test(values[name] ?? "") ? values[name] : view.defaults.accent}
      @input=${(/** @type {Event} */ event) => set(name, textOf(event))}
    />
  </div>`;
}

/** @param {FieldsView} view @param {Attribute} attribute */
const program = ({ values, set }, { name }) =>
  html`<textarea
    id=${`f-${name}`}
    class="program"
    rows="8"
    .value=${values[name] ?? ""}
    translate="no"
    spellcheck="false"
    autocomplete="off"
    aria-describedby=${`about-${name} fault-${name}`}
    @input=${(/** @type {Event} */ event) => set(name, /** @type {HTMLTextAreaElement} */ (event.target).value || undefined)}
  ></textarea>`;

/** A link of the playground, or what it holds of an experiment. @param {string} text */
const configIn = (text) => /[?&]config=([^&#\s]+)/.exec(text)?.[1] ?? text;

/** @param {FieldsView} view @param {Attribute} attribute */
function control(view, attribute) {
  const { name, kind, values = [] } = attribute;
  if (name === "preset")
    return choice(
      view,
      attribute,
      Object.keys(PRESETS).map((preset) => [preset, view.presets[preset]?.name ?? preset]),
    );
  if (name === "data")
    return html`${line(view, attribute, "data-sets")}<datalist id="data-sets">
        ${DATA_SETS.map(({ name }) => html`<option value=${name}></option>`)}
      </datalist>`;
  if (name === "config") return line({ ...view, set: (_, text) => view.set(name, text && configIn(text)) }, attribute);
  if (name === "code") return program(view, attribute);
  switch (kind) {
    case "choice":
      return choice(
        view,
        attribute,
        values.map((value) => [value, valueName(view, value)]),
      );
    case "words":
      return several(view, attribute);
    case "color":
      return color(view, attribute);
    default:
      return line(view, attribute);
  }
}

/** @param {string} name @param {string | undefined} fault */
export const faultLine = (name, fault) =>
  html`<p class="fault" id=${`fault-${name}`} role="status">${fault ?? nothing}</p>`;

/** @param {FieldsView} view @param {Attribute} attribute */
export function field(view, attribute) {
  const { name, kind } = attribute;
  const { label, about } = view.words.attributes[/** @type {keyof AuthorWords["attributes"]} */ (name)];
  const fault = wrongIn(view, name);
  const note = html`${
    about ? html`<p class="about" id=${`about-${name}`}>${about}</p>` : nothing
  }${faultLine(name, fault)}`;
  const code = html`<code translate="no">${name}</code>`;
  if (kind === "flag") {
    return html`<div class="field">
      <label class="flag"
        ><input
          type="checkbox"
          .checked=${view.values[name] !== undefined}
          @change=${(/** @type {Event} */ event) =>
            view.set(name, /** @type {HTMLInputElement} */ (event.target).checked ? "" : undefined)}
        /><span>${label} ${code}</span></label
      >${note}
    </div>`;
  }
  if (kind === "words")
    return html`<fieldset class="field">
      <legend>${label} ${code}</legend>
      ${control(view, attribute)}${note}
    </fieldset>`;
  return html`<div class=${fault ? "field wrong" : "field"}>
    <label for=${`f-${name}`}>${label} ${code}</label>${control(view, attribute)}${note}
  </div>`;
}
