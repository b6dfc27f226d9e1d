/**
 * The experiment that an author's attributes describe: a preset, other data, the configuration of a link,
 * and what is changed of them. What is no number is left alone: an attribute never takes a scene away.
 *
 * @import { ExperimentConfig } from "./types.js"
 * @import { AttributeValues } from "../element/attribute-values.js"
 * @import { PresetName } from "./presets.js"
 */
import { numberOf } from "../element/attribute-values.js";
import { fromLink, withData, withFit, withModel } from "./config.js";
import { fetchFile } from "./read-csv.js";
import { configForData, FIRST_PRESET, PRESETS, presetForData, withDataAndSplit } from "./presets.js";

/** What an experiment is made of: as long as it stays, so does the experiment. */
export const EXPERIMENT_ATTRIBUTES = ["preset", "data", "config", "model", "seed", "epochs", "validation"];

/** No run of an embed is longer. */
const MOST_EPOCHS = 10_000;

/** @param {string} name @returns {name is PresetName} */
export const isPreset = (name) => Object.hasOwn(PRESETS, name);

/** @param {string} received */
function unknownPreset(received) {
  const expected = `one of ${Object.keys(PRESETS).join(", ")}`;
  const message = `preset: expected ${expected}, received ${received}`;
  return Object.assign(new Error(message), { code: "unknown_name", what: "preset", expected, received });
}

/**
 * An integer in its limits, or undefined.
 * @param {string | undefined} text
 * @param {number} least
 * @param {number} most
 */
export function integerOf(text, least, most) {
  const value = numberOf(text, least, most);
  return value === undefined ? undefined : Math.round(value);
}

/** @param {ExperimentConfig} config @param {AttributeValues} attributes @returns {ExperimentConfig} */
function withNumbers(config, { seed: seedText, epochs: epochsText, validation }) {
  const [seed, epochs] = [integerOf(seedText, 0, 2 ** 32 - 1), integerOf(epochsText, 1, MOST_EPOCHS)];
  const all = { seed, epochs, validationSplit: numberOf(validation, 0, 0.9) };
  const fit = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  const seeded = seed === undefined ? config : withModel(config, { seed });
  return Object.keys(fit).length ? withFit(seeded, fit) : seeded;
}

/**
 * @typedef {object} RequestedExperiment
 * @property {ExperimentConfig} config
 * @property {{ text: Blob, address: string }} [fetched] Rows that were fetched, and from where.
 * @property {unknown} [failure] Why the data cannot be had.
 * @property {ExperimentConfig} [awaited] What is to be set up once the reader opens the file that it lacks.
 */

/**
 * Whether a link tells all of its rows but the rows themselves: they lie at an address.
 * @param {ExperimentConfig} config
 */
const lacksRows = ({ data }) => data.source === "csv" && typeof data.text !== "string";

/**
 * A built-in set by its name, or a file of the same origin by its address.
 * @param {string} data
 * @param {ExperimentConfig} base
 * @returns {Promise<RequestedExperiment>}
 */
async function withRequestedData(data, base) {
  if (data === base.data.source) return { config: base };
  if (/^[a-z_]+$/.test(data)) return { config: withDataAndSplit(base, /** @type {any} */ ({ source: data })) };
  const { text, name, address } = await fetchFile(data);
  const fetched = { text, address };
  if (base.data.source === "csv" && lacksRows(base))
    return { config: { ...base, data: { ...base.data, text } }, fetched };
  return { config: withData(base, { source: "csv", text, name }), fetched };
}

/**
 * The experiment. Where the data cannot be had, the preset's own take their place, where a preset is not known, the
 * first; `failure` says why.
 * @param {AttributeValues} attributes @param {PresetName} [first] Where the author names nothing.
 * @returns {Promise<RequestedExperiment>}
 */
export async function experimentFromAttributes(attributes, first = FIRST_PRESET) {
  const linked = attributes.config ? fromLink(attributes.config) : undefined;
  const name = attributes.preset ?? presetForData(attributes.data ?? "") ?? first;
  const preset = isPreset(name) ? name : first;
  const unknown = linked || isPreset(name) ? undefined : unknownPreset(name);
  /** @type {ExperimentConfig} */
  const base = linked ?? (attributes.preset ? undefined : configForData(attributes.data ?? "")) ?? PRESETS[preset];
  const instead = withNumbers(lacksRows(base) ? PRESETS[preset] : base, attributes);
  try {
    if (!attributes.data && lacksRows(base)) {
      const { name: received = "CSV" } = /** @type {{ name?: string }} */ (base.data);
      const failure = Object.assign(new Error("no rows"), { code: "other_data", what: "file", received });
      return { config: instead, failure, awaited: base };
    }
    const { config, fetched } = attributes.data
      ? await withRequestedData(attributes.data, base)
      : { config: base, fetched: undefined };
    return {
      config: withNumbers(config, attributes),
      ...(fetched && { fetched }),
      ...(unknown && { failure: unknown }),
    };
  } catch (failure) {
    return { config: instead, failure };
  }
}
