/**
 * What a reader can change in an example, each as a new example: the old one stays until the engine took the new.
 *
 * @import { ActivationName, Claim, ExampleConfig, ExampleRun, Trace } from "../../../src/bindings/types.js"
 */
import { parse } from "../format.js";

/**
 * @typedef {{ what: "input", input: number, value: number }
 *   | { what: "target", output: number, value: number }
 *   | { what: "rate", value: number }
 *   | { what: "weight", layer: number, input: number, unit: number, value: number }
 *   | { what: "bias", layer: number, unit: number, value: number }
 *   | { what: "activation", layer: number, value: ActivationName }} Edit
 */

/** What an edit of the learning rate leaves as it is, and one of the target. */
const KEPT = { rate: ["output", "sum", "loss", "gradient"], target: ["output", "sum"] };

/**
 * The claims that speak of the same value after an edit: of the first forward pass, and of the start weights.
 * @param {readonly Claim[]} claims @param {"rate" | "target"} edit
 */
const claimsAfter = (claims, edit) =>
  claims.filter(
    ({ of, layer, iteration = 1 }) =>
      iteration === 0 || (iteration === 1 && KEPT[edit].includes(of ?? (layer === undefined ? "loss" : "output"))),
  );

/** @template T @param {readonly T[]} list @param {number} at @param {T} value */
const replaced = (list, at, value) => list.map((item, i) => (i === at ? value : item));

/** A name for what an edit is about, the same for each value. @param {Edit} edit */
export const fieldOf = (edit) => {
  const { value, ...place } = edit;
  return Object.values(place).join("-");
};

/**
 * An edit with what the reader typed as its value; text that is no number is a validation error.
 * @param {Edit} edit @param {string} text
 */
export function withText(edit, text) {
  const value = edit.what === "activation" ? text : parse(text);
  if (value !== undefined) return /** @type {Edit} */ ({ ...edit, value });
  throw Object.assign(new Error("not a number"), {
    code: "not_a_number",
    what: "",
    expected: "",
    received: text.trim(),
  });
}

/**
 * The example as it stands at an iteration: its weights there become the start weights, of which no text speaks.
 * @param {ExampleConfig} config @param {Trace} trace
 * @returns {ExampleConfig}
 */
const standingAt = (config, trace) => ({
  ...config,
  claims: [],
  reconstructed: false,
  layers: config.layers.map((layer, i) => ({
    ...layer,
    kernel: trace.layers[i].kernel,
    ...(layer.useBias === false ? {} : { bias: trace.layers[i].bias }),
  })),
});

/** @param {ExampleConfig} config @param {number} at @param {Partial<ExampleConfig["layers"][number]>} change */
const withLayer = (config, at, change) => ({
  ...config,
  layers: replaced(config.layers, at, { ...config.layers[at], ...change }),
});

/**
 * The example with one thing changed. What the text claims is no longer claimed where it becomes another value.
 * @param {ExampleConfig} config @param {Edit} edit
 * @returns {ExampleConfig}
 */
function edited(config, edit) {
  const claims = config.claims ?? [];
  if (edit.what === "rate") return { ...config, learningRate: edit.value, claims: claimsAfter(claims, "rate") };
  if (edit.what === "target") {
    const target = replaced(config.target, edit.output, edit.value);
    return { ...config, target, claims: claimsAfter(claims, "target") };
  }
  const other = { ...config, claims: [], reconstructed: false };
  switch (edit.what) {
    case "input":
      return { ...other, inputs: replaced(config.inputs, edit.input, edit.value) };
    case "activation":
      return withLayer(other, edit.layer, { activation: edit.value });
    case "bias":
      return withLayer(other, edit.layer, {
        bias: replaced(config.layers[edit.layer].bias ?? [], edit.unit, edit.value),
      });
    default: {
      const { kernel } = config.layers[edit.layer];
      return withLayer(other, edit.layer, {
        kernel: replaced(kernel, edit.input, replaced(kernel[edit.input], edit.unit, edit.value)),
      });
    }
  }
}

/**
 * The example with one thing changed where the reader stands, `k` operations into a trace, and where to go on: an
 * update under way counts as done.
 * @param {{ config: ExampleConfig, run: ExampleRun, trace: (iteration: number) => Promise<Trace> }} session
 * @param {Trace} trace @param {number} k @param {Edit} edit
 */
export async function editedAt(session, trace, k, edit) {
  const updating = trace.events[k - 1]?.phase === "update";
  const standing = updating && trace.iteration < session.run.last ? await session.trace(trace.iteration + 1) : trace;
  const config = standing.iteration === 0 ? session.config : standingAt(session.config, standing);
  return { config: edited(config, edit), at: updating ? 0 : k };
}
