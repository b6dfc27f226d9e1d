/**
 * What the author's text claims of the example, a line for each: which value, in which iteration, and the number; with
 * what the engine says of it.
 *
 * @import { ClaimCells } from "./network.js"
 * @import { NetworkView } from "./network-fields.js"
 * @import { ValueName } from "../src/element/value-names.js"
 */
import { html } from "lit";
import { parseValueName, valueNameText } from "../src/element/value-names.js";
import { format } from "../src/format.js";
import { claimsFrom } from "../src/worked/claims.js";
import { claimPlace } from "../src/worked/fields.js";
import { cell, faultLine, textOf } from "./fields.js";
import { valuesOf } from "./network.js";

/** No more can be asked for. */
const MOST_ITERATIONS = 1_000_000;

/** @param {NetworkView} view @param {ClaimCells} claim */
function checkText({ words: { claims: own }, cells, checks }, { place, text }) {
  const [claim] = claimsFrom(`${place}=${text}`, cells.kernels.length - 1);
  const found =
    claim && !("unreadable" in claim)
      ? checks.find((check) => check.text === text && claimPlace(check) === claimPlace(claim))
      : undefined;
  if (!found) return html`<span class="check">${own.unchecked}</span>`;
  const value = format(found.value, 7);
  return html`<span class=${found.holds ? "check holds" : "check fails"}
    >${found.holds ? `✓ ${own.holds(value)}` : `⚠ ${own.fails(found.rounded, value)}`}</span
  >`;
}

/**
 * A name without its iteration, and that; what is no name stays as it is.
 * @param {string} place
 */
function partsOf(place) {
  const name = parseValueName(place);
  if (!name) return { value: place, iteration: 1 };
  return { value: valueNameText({ ...name, iteration: 1 }), iteration: name.iteration ?? 1 };
}

/** @param {NetworkView["words"]["claims"]} own @param {ValueName & { of: keyof typeof own.kinds }} name */
function label(own, { of, layer = 0, unit, input }) {
  const kind = own.kinds[of];
  if (of === "loss") return unit === undefined ? kind : `${kind}: ${own.output(unit)}`;
  const place = own.at(String(layer), String(unit));
  return `${kind}: ${input === undefined ? place : own.from(place, input)}`;
}

/**
 * Which value.
 * @param {NetworkView} view @param {string} title @param {string} value @param {(value: string) => void} take
 */
function valueField({ words: { claims: own }, cells }, title, value, take) {
  const names = valuesOf(cells).map((name) => ({ text: valueNameText(name), label: label(own, name) }));
  const isKnown = names.some(({ text }) => text === value);
  return html`<select aria-label=${title} @change=${(/** @type {Event} */ event) => take(textOf(event))}>
    ${[...(isKnown ? [] : [{ text: value, label: value }]), ...names].map(
      (name) => html`<option value=${name.text} ?selected=${name.text === value}>${name.label}</option>`,
    )}
  </select>`;
}

/** @param {string} value @param {number} iteration */
const placeText = (value, iteration) => (iteration === 1 ? value : `${value}@${iteration}`);

/** @param {NetworkView} view @param {ClaimCells} claim @param {number} i */
function claimLine(view, claim, i) {
  const { words, claims, setClaims } = view;
  const { claims: own } = words;
  const { value, iteration } = partsOf(claim.place);
  const set = (/** @type {Partial<ClaimCells>} */ change) => setClaims(claims.with(i, { ...claim, ...change }));
  const least = /^(weight|bias):/.test(value) ? 0 : 1;
  return html`<li>
    ${valueField(view, own.place(i + 1), value, (next) => set({ place: placeText(next, iteration) }))}
    <label class="units"
      >${own.iteration}
      <input
        class="count"
        type="number"
        min=${least}
        max=${MOST_ITERATIONS}
        aria-label=${own.iterationOf(i + 1)}
        .value=${String(iteration)}
        @change=${(/** @type {Event} */ event) => {
          const given = Math.round(Number(textOf(event)) || 0);
          set({ place: placeText(value, Math.min(Math.max(given, least), MOST_ITERATIONS)) });
        }}
    /></label>
    ${cell(own.value(i + 1), claim.text, (text) => set({ text }), "fault-claims")}
    <button
      type="button"
      class="plain"
      aria-label=${own.remove(i + 1)}
      @click=${() => setClaims(claims.toSpliced(i, 1))}
    >
      ${words.network.remove}
    </button>
    ${checkText(view, claim)}
  </li>`;
}

/** @param {NetworkView} view */
export function claimFields(view) {
  const { words, claims, validationErrors, setClaims } = view;
  const { claims: own, attributes } = words;
  return html`<fieldset class="field">
    <legend>${attributes.claims.label} <code translate="no">claims</code></legend>
    <p class="about">${attributes.claims.about}</p>
    ${
      claims.length
        ? html`<ul class="claims">
            ${claims.map((claim, i) => claimLine(view, claim, i))}
          </ul>`
        : html`<p class="about">${own.none}</p>`
    }
    <button type="button" class="button" @click=${() => setClaims([...claims, { place: "1.1", text: "0.5" }])}>
      ${own.add}
    </button>
    ${faultLine("claims", validationErrors.claims)}
  </fieldset>`;
}
