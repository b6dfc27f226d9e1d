/**
 * Every value of the present iteration, in full precision, for those who cannot or would not read the picture.
 *
 * @import { Trace, TraceEvent } from "../../../../src/bindings/types.js"
 * @import { Locale } from "../../locales/index.js"
 */
import { html } from "lit";
import { full } from "../../format.js";
import { layerName, nameText, unitName, weightName, biasName } from "../../names.js";

/** What is known of a unit or a parameter by now, by the name of the value. @typedef {Record<string, number>} Known */

/** @param {TraceEvent} event @returns {[string, Known] | undefined} */
function knownFrom(event) {
  const unit = `${event.layer}.${event.unit}`;
  switch (event.kind) {
    case "activation":
      return [unit, { z: event.preActivation, a: event.output }];
    case "output_gradient":
    case "activation_gradient":
      return [unit, { da: event.gradient }];
    case "pre_activation_gradient":
      return [unit, { dz: event.gradient }];
    case "weight_gradient":
      return [`${unit}.${event.input}`, { d: event.gradient }];
    case "bias_gradient":
      return [`${unit}.b`, { d: event.gradient }];
    case "weight_update":
      return [`${unit}.${event.input}`, { after: event.after }];
    case "bias_update":
      return [`${unit}.b`, { after: event.after }];
    default:
      return undefined;
  }
}

/** @param {Trace} trace @param {number} k */
function knownBy(trace, k) {
  /** @type {Map<string, Known>} */
  const known = new Map();
  for (const event of trace.events.slice(0, k)) {
    const found = knownFrom(event);
    if (found) known.set(found[0], { ...known.get(found[0]), ...found[1] });
  }
  return known;
}

/** @param {number | undefined} value */
const cell = (value) => html`<td translate="no">${value === undefined ? "·" : full(value)}</td>`;

/** @param {string} title @param {string[]} heads @param {unknown} rows */
const grid = (title, heads, rows) =>
  html`<div class="scroll" tabindex="0" role="region" aria-label=${title}>
    <table>
      <caption>
        ${title}
      </caption>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;

/** @param {Trace} trace @param {Map<string, Known>} known @param {Locale} words */
function units(trace, known, words) {
  const name = (/** @type {number} */ layer, /** @type {number} */ unit) => nameText(unitName(trace, layer, unit));
  const inputs = trace.inputs.map(
    (x, unit) =>
      html`<tr>
        <th scope="row">${name(-1, unit)}</th>
        <td>${layerName(words, trace, -1)}</td>
        <td></td>
        ${cell(x)}
        <td></td>
        <td></td>
      </tr>`,
  );
  const others = trace.layers.flatMap(({ units: count }, layer) =>
    Array.from({ length: count }, (_, unit) => {
      const { z, a, da, dz } = known.get(`${layer}.${unit}`) ?? {};
      return html`<tr>
        <th scope="row">${name(layer, unit)}</th>
        <td>${layerName(words, trace, layer)}</td>
        ${cell(z)}${cell(a)}${cell(da)}${cell(dz)}
      </tr>`;
    }),
  );
  return grid(
    words.table.units,
    [words.unit, words.layer, `${words.preActivation} z`, `${words.output} a`, "∂L/∂a", "∂L/∂z"],
    [inputs, others],
  );
}

/** @param {Trace} trace @param {Map<string, Known>} known @param {Locale} words */
function parameters(trace, known, words) {
  const rows = trace.layers.flatMap(({ kernel, bias, units: count }, layer) =>
    Array.from({ length: count }, (_, unit) => {
      const row = (/** @type {string} */ label, /** @type {number} */ before, /** @type {string} */ key) => {
        const { d, after } = known.get(`${layer}.${unit}.${key}`) ?? {};
        return html`<tr>
          <th scope="row">${label}</th>
          ${cell(before)}${cell(d)}${cell(after)}
        </tr>`;
      };
      return [
        ...kernel.map((weights, input) =>
          row(nameText(weightName(trace, layer, unit, input)), weights[unit], String(input)),
        ),
        ...(bias.length ? [row(nameText(biasName(trace, layer, unit)), bias[unit], "b")] : []),
      ];
    }),
  );
  return grid(words.table.links, [words.weight, words.before, words.gradient, words.after], rows);
}

/** @param {Trace} trace @param {number} k Operations done. @param {Locale} words */
export function table(trace, k, words) {
  const known = knownBy(trace, k);
  const lossKnown = trace.events.slice(0, k).some(({ kind }) => kind === "loss");
  const outcome = trace.target.map(
    (target, i) =>
      html`<tr>
        <th scope="row">${nameText(unitName(trace, trace.layers.length - 1, i))}</th>
        ${cell(known.get(`${trace.layers.length - 1}.${i}`)?.a)}${cell(target)}
      </tr>`,
  );
  return html` <p class="table-place">
      ${words.iteration(trace.iteration + 1)} · ${words.loss} ${lossKnown ? full(trace.loss) : "·"}
    </p>
    ${units(trace, known, words)}
    ${grid(`${words.prediction} · ${words.target}`, [words.output, words.prediction, words.target], outcome)}
    ${parameters(trace, known, words)}`;
}
