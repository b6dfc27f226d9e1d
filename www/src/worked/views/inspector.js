/**
 * What is known of one link or unit, over the picture beside it: its value to change, its gradient to check.
 *
 * @import { GradientCheck, ParameterPlace, Trace } from "../../../../src/bindings/types.js"
 * @import { Layout } from "../layout.js"
 * @import { Selection } from "./network.js"
 * @import { SettingsView } from "./settings.js"
 */
import { html, nothing } from "lit";
import { format, full } from "../../format.js";
import { biasName, nameText, unitName, weightName } from "../../names.js";
import { closeIcon } from "./icons.js";
import { editField } from "./settings.js";

/**
 * @typedef {Pick<SettingsView, "words" | "validationError" | "commit" | "hold" | "trace"> & {
 *   selection: Selection, k: number, layout: Layout, check: GradientCheck | undefined,
 *   checkIt: (place: ParameterPlace) => void, close: () => void }} InspectorView
 */

const WIDTH = 272;

/**
 * Where the card stands: beside what it is about, inside the picture.
 * @param {Layout} layout
 * @param {Selection} selection
 */
function position({ nodes, links, width, height }, { layer, unit, input }) {
  const at = input === undefined ? nodes[layer + 1][unit] : links[layer][unit * nodes[layer].length + input].label;
  const left = Math.min(Math.max(at.x - WIDTH / 2, 0), Math.max(width - WIDTH, 0));
  return at.y < height / 2 ? `left:${left}px;top:${at.y + 32}px` : `left:${left}px;bottom:${height - at.y + 32}px`;
}

/**
 * The gradient of a parameter, if it is known by now.
 * @param {Trace} trace
 * @param {number} k
 * @param {ParameterPlace} place
 */
function gradientOf(trace, k, { layer, unit, input }) {
  const kind = input === undefined ? "bias_gradient" : "weight_gradient";
  const found = trace.events
    .slice(0, k)
    .find(
      (event) =>
        event.kind === kind &&
        event.layer === layer &&
        event.unit === unit &&
        (event.kind !== "weight_gradient" || event.input === input),
    );
  return found && "gradient" in found ? found.gradient : undefined;
}

/** @param {InspectorView} view @param {string} name */
function checked({ words, check }, name) {
  if (!check) return nothing;
  return html`<div class="check" role="status">
    <p>${words.check.explanation(name, format(check.step))}</p>
    <dl>
      <dt>${words.check.gradient}</dt>
      <dd translate="no">${full(check.gradient)}</dd>
      <dt>${words.check.slope}</dt>
      <dd translate="no">${full(check.slope)}</dd>
    </dl>
    <p class=${check.agrees ? "claim holds" : "claim fails"}>
      ${check.agrees ? words.check.agrees : words.check.differs}
    </p>
  </div>`;
}

/**
 * A weight or a bias: to change, and its gradient to check.
 * @param {InspectorView} view
 * @param {string} name
 * @param {ParameterPlace} place
 * @param {number} value
 */
function parameter(view, name, place, value) {
  const { words, trace, k, checkIt } = view;
  const { layer, unit, input } = place;
  const gradient = gradientOf(trace, k, place);
  return html` ${editField(
      view,
      input === undefined ? words.bias : words.weight,
      name,
      input === undefined ? { what: "bias", layer, unit, value } : { what: "weight", layer, input, unit, value },
    )}
    <dl>
      <dt>${words.gradient}</dt>
      <dd translate="no">${gradient === undefined ? "·" : full(gradient)}</dd>
    </dl>
    <button type="button" class="button worded" @click=${() => checkIt(place)}>${words.check.button}</button>
    ${checked(view, name)}`;
}

/** @param {InspectorView} view */
function unitFacts(view) {
  const {
    words,
    trace,
    k,
    selection: { layer, unit },
  } = view;
  if (layer < 0)
    return editField(view, words.input, nameText(unitName(trace, -1, unit)), {
      what: "input",
      input: unit,
      value: trace.inputs[unit],
    });
  const event = trace.events.slice(0, k).find((e) => e.kind === "activation" && e.layer === layer && e.unit === unit);
  const facts = event?.kind === "activation" ? [event.preActivation, event.output] : [];
  const { bias } = trace.layers[layer];
  return html`<dl>
      <dt>${words.preActivation}</dt>
      <dd translate="no">${facts.length ? full(facts[0]) : "·"}</dd>
      <dt>${words.output}</dt>
      <dd translate="no">${facts.length ? full(facts[1]) : "·"}</dd>
    </dl>
    ${bias.length ? parameter(view, nameText(biasName(trace, layer, unit)), { layer, unit }, bias[unit]) : nothing}`;
}

/** @param {InspectorView} view */
export function inspector(view) {
  const { words, trace, selection, layout, close } = view;
  const { layer, unit, input } = selection;
  const name = nameText(input === undefined ? unitName(trace, layer, unit) : weightName(trace, layer, unit, input));
  return html`<div class="float inspector" role="dialog" aria-label=${name} .style=${position(layout, selection)}>
    <div class="float-head">
      <h3>${name}</h3>
      <button type="button" class="button" title=${words.help.close} aria-label=${words.help.close} @click=${close}>
        ${closeIcon}
      </button>
    </div>
    ${
      input === undefined
        ? unitFacts(view)
        : parameter(view, name, { layer, unit, input }, trace.layers[layer].kernel[input][unit])
    }
  </div>`;
}
