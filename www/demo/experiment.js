/**
 * The playground's experiment as it outlives the page: in the address as far as an address can hold it, and with the
 * model as it was trained in this tab's session storage. The element itself touches neither.
 *
 * @import { GlassNet } from "../src/element/loader.js"
 * @import { DataConfig, ExperimentConfig, SavedExperiment } from "../src/experiment/types.js"
 * @import { Lab } from "../src/experiment/lab.js"
 * @import { Playground } from "../src/bench/playground.js"
 */
import { addressOf, linkKeys, linkWithoutRows } from "../src/experiment/config.js";
import { presetExactly } from "../src/experiment/presets.js";
import { FIRST_PLACE } from "../src/bench/panels.js";
import { DEMO_PRESET, EXPERIMENT_KEYS } from "./view.js";

/**
 * What an address says of an experiment, and which tab is open.
 * @typedef {{ data?: string, preset?: string, config?: string, tab?: string }} Keys
 */

/**
 * @typedef {{ keys: Keys, config: ExperimentConfig, updates: number, row: number, saved?: SavedExperiment }} Entry What
 *   this tab remembers.
 */

const SLOT = "glassnet-playground";

/** While it trains the model is saved this often, in milliseconds; what was trained since is trained again. */
const OFTEN = 3000;

/** No more bytes of a file are remembered: a tab keeps 5 MB, some of it as two bytes a letter. */
const LARGEST_FILE = 2_000_000;

/**
 * The keys of an experiment: none for what the page begins with, and none where it does not fit into an address. A file
 * is in no address, but its name and every setting are: who opens it is asked for the file.
 * @param {Lab} lab
 * @returns {Keys}
 */
function keysOf(lab) {
  const { config } = lab;
  const preset = presetExactly(config);
  if (preset) return preset === DEMO_PRESET ? {} : { preset };
  const file = config.data.source === "csv" ? linkWithoutRows(config) : undefined;
  return linkKeys(config, addressOf(lab)) ?? (file ? { config: file } : {});
}

/**
 * What is remembered, where the address is about the same experiment or names none.
 * @param {Keys} keys
 * @returns {Entry | undefined}
 */
function remembered(keys) {
  try {
    const entry = JSON.parse(sessionStorage.getItem(SLOT) ?? "");
    const isMeant =
      EXPERIMENT_KEYS.every((key) => keys[key] === undefined) ||
      EXPERIMENT_KEYS.every((key) => keys[key] === entry.keys[key]);
    return isMeant && entry.config?.data ? entry : undefined;
  } catch {
    return undefined;
  }
}

/** Without what was saved where both do not fit; a browser may also keep nothing at all. @param {Entry} entry */
function remember(entry) {
  for (const part of [entry, { ...entry, saved: undefined }]) {
    try {
      sessionStorage.setItem(SLOT, JSON.stringify(part));
      return;
    } catch {
      // The former entry is about another state by now.
      forget();
    }
  }
}

function forget() {
  try {
    sessionStorage.removeItem(SLOT);
  } catch {
    // Nothing is kept where nothing may be.
  }
}

/**
 * A file is saved without its rows, which the configuration has.
 * @param {SavedExperiment | undefined} saved
 * @param {ExperimentConfig} config
 */
const withRows = (saved, { data }) =>
  saved && data.source === "csv"
    ? { ...saved, config: { ...saved.config, data: { ...saved.config.data, text: data.text } } }
    : saved;

export class KeptExperiment {
  #keys;
  #say;
  /** Keys that the experiment under way comes from. @type {Keys | undefined} */
  #met;
  /** The configuration that the keys are of. @type {ExperimentConfig | undefined} */
  #known;
  /**
   * The model as it was saved last, and of which configuration.
   * @type {{ config: ExperimentConfig, saved: SavedExperiment } | undefined}
   */
  #saved;
  /**
   * The text of the file that is the data, where a tab can keep it.
   * @type {{ data: DataConfig, text: string } | undefined}
   */
  #rows;
  #savedAt = 0;
  #isSaving = false;
  #isBehind = false;

  /** @param {Keys} keys What the address says. @param {(keys: Keys) => void} say What it is to say. */
  constructor(keys, say) {
    this.#keys = keys;
    this.#say = say;
  }

  /** The experiment comes from the address again: what it says of it stays as it is. @param {Keys} keys */
  meet(keys) {
    this.#keys = keys;
    this.#met = keys;
  }

  /** Brings back what this tab remembers, and keeps what becomes of it. @param {GlassNet} element */
  async follow(element) {
    const entry = remembered(this.#keys);
    // Resolves when the scene is there.
    await element.goTo({});
    const scene = /** @type {Playground} */ (/** @type {unknown} */ (element.inner));
    if (entry) {
      await scene.bring(/** @type {any} */ ({ ...entry, saved: withRows(entry.saved, entry.config) }));
      this.#keys = entry.keys;
    }
    scene.show(this.#keys.tab);
    const { lab } = scene;
    this.#known = lab.config;
    if (entry?.saved && lab.config === entry.config) this.#saved = { config: entry.config, saved: entry.saved };
    element.addEventListener("glass-net-change", () => this.#note(scene));
    lab.addEventListener("frame", () => lab.running && performance.now() - this.#savedAt > OFTEN && this.#save(lab));
    // A page that is left has no time to ask the engine, and may not come back.
    const leave = () => this.#write(lab);
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", leave);
    this.#note(scene);
  }

  /** @param {Playground} scene */
  #note({ lab, place }) {
    const { config } = lab;
    if (config !== this.#known) {
      this.#known = config;
      this.#keys = this.#met ?? keysOf(lab);
      this.#met = undefined;
    }
    const { tab: _, ...keys } = this.#keys;
    this.#keys = place === FIRST_PLACE ? keys : { ...keys, tab: place };
    this.#say(this.#keys);
    this.#save(lab);
  }

  /** Has the engine save the model, one time after the other. @param {Lab} lab */
  async #save(lab) {
    this.#isBehind = true;
    if (this.#isSaving) return;
    this.#isSaving = true;
    while (this.#isBehind) {
      this.#isBehind = false;
      this.#savedAt = performance.now();
      const { config } = lab;
      await this.#readRows(lab);
      const saved = await lab.ask("save", false).catch(() => undefined);
      if (saved && config === lab.config) this.#saved = { config, saved };
    }
    this.#isSaving = false;
  }

  /** The rows of a file are the engine's alone: it is asked for them once. @param {Lab} lab */
  async #readRows(lab) {
    const { data } = lab.config;
    if (data.source !== "csv" || !(data.text instanceof Blob) || data.text.size > LARGEST_FILE) return;
    if (this.#rows?.data === data) return;
    const saved = await lab.ask("save", true).catch(() => undefined);
    if (saved?.config.data.source === "csv" && data === lab.config.data)
      this.#rows = { data, text: saved.config.data.text };
  }

  /** @param {Lab} lab */
  #write(lab) {
    const { config, state, row } = lab;
    const { data } = config;
    const saved = this.#saved?.config === config ? this.#saved?.saved : undefined;
    const entry = { keys: this.#keys, config, updates: state?.updates ?? 0, row, saved };
    if (data.source !== "csv" || typeof data.text === "string") remember(entry);
    else if (this.#rows?.data === data)
      remember({ ...entry, config: { ...config, data: { ...data, text: this.#rows.text } } });
    else forget();
  }
}
