/**
 * What an author asked for in attributes, as an experiment: a preset, other data, the configuration of a link, and what
 * is changed of them. What is no number is left alone: an attribute never takes a scene away.
 *
 * @import { ExperimentConfig } from "./contract.js"
 * @import { Given } from "../given.js"
 * @import { PresetName } from "./presets.js"
 */
import { numberOf } from "../given.js";
import { fromLink, withData, withFit, withModel } from "./config.js";
import { fetchCsv } from "./panels/data/read-csv.js";
import { FIRST_PRESET, PRESET_OF_DATA, PRESETS } from "./presets.js";

/** What an experiment is made of: as long as it stays, so does the experiment. */
export const ASKED = ["preset", "data", "config", "seed", "epochs", "validation"];

/** No run of an embed is longer. */
const MOST_EPOCHS = 10_000;

/** @param {string} name @returns {name is PresetName} */
export const isPreset = (name) => name in PRESETS;

/** A whole number in its limits, or undefined. @param {string | undefined} text @param {number} least @param {number} most */
export function wholeOf(text, least, most) {
  const value = numberOf(text, least, most);
  return value === undefined ? undefined : Math.round(value);
}

/** @param {ExperimentConfig} config @param {Given} asked @returns {ExperimentConfig} */
function withNumbers(config, { seed: seedText, epochs: epochsText, validation }) {
  const [seed, epochs] = [wholeOf(seedText, 0, 2 ** 32 - 1), wholeOf(epochsText, 1, MOST_EPOCHS)];
  const all = { seed, epochs, validationSplit: numberOf(validation, 0, 0.9) };
  const fit = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  const seeded = seed === undefined ? config : withModel(config, { seed });
  return Object.keys(fit).length ? withFit(seeded, fit) : seeded;
}

/** A built-in set by its name, or a file of the same origin by its address. @param {string} data @param {ExperimentConfig} base @returns {Promise<ExperimentConfig>} */
async function withAskedData(data, base) {
  if (data === base.data.source) return base;
  if (/^[a-z]+$/.test(data)) return withData(base, /** @type {any} */ ({ source: data }));
  const { text, name } = await fetchCsv(data);
  return withData(base, { source: "csv", text, name });
}

/**
 * The experiment. Where the data cannot be had, the preset's own take their place and `failure` says why.
 * @param {Given} asked @param {PresetName} [first] Where the author names nothing.
 * @returns {Promise<{ config: ExperimentConfig, failure?: unknown }>}
 */
export async function askedFor(asked, first = FIRST_PRESET) {
  const given = asked.config ? fromLink(asked.config) : undefined;
  const name = asked.preset ?? PRESET_OF_DATA[asked.data ?? ""] ?? first;
  const preset = isPreset(name) ? name : first;
  /** @type {ExperimentConfig} */
  const base = given ?? PRESETS[preset];
  const found = { config: withNumbers(base, asked) };
  if (!asked.data) return found;
  try {
    return { config: withNumbers(await withAskedData(asked.data, base), asked) };
  } catch (failure) {
    return { ...found, failure };
  }
}
