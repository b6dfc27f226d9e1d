/**
 * What all scenes share: one experiment at work in its lab, set up from what the author gave; it trains only when it is
 * requested to, rests while it is out of view, and sends the page its events.
 *
 * A scene overrides `content()` and says in `wants` what it needs in each frame. The page's element hands on the texts
 * of attributes in `given`, and calls `goTo`, `play`, `pause`, `step` and `reset`.
 *
 * @import { ExperimentConfig, SavedExperiment } from "../experiment/types.js"
 * @import { PanelQuery } from "../experiment/lab.js"
 * @import { Words } from "../locales/playground.js"
 * @import { PresetName } from "../experiment/presets.js"
 */
import { html, nothing } from "lit";
import { SceneElement } from "../element/element.js";
import { fullEngine } from "../engine/full-client.js";
import { EXPERIMENT_ATTRIBUTES, experimentFromAttributes, integerOf } from "../experiment/attributes.js";
import { Lab } from "../experiment/lab.js";
import { fetchModel, importFrom } from "../experiment/model-files.js";
import { loadPlaygroundWords } from "../locales/playground.js";
import { failureText } from "../panels/views/validation-error.js";
import { FIRST_PRESET } from "../experiment/presets.js";
import { panelStyle } from "../panels/style/panel.js";
import { Surroundings } from "../element/surroundings.js";
import { dispatch, dispatchError } from "../element/events.js";
import { theme } from "../theme.js";
import { sceneStyle } from "./style.js";
import { TrainingEvents } from "./training-events.js";
import { waiting } from "./views.js";

/**
 * Where a link in the text leads; a scene leaves alone what it does not know.
 * @typedef
 *   {{ at?: number, iteration?: number, phase?: string, unit?: string, epoch?: number, row?: number, play?: boolean }}
 *   Place
 */
/** @typedef {{ config: ExperimentConfig, updates: number, row: number }} State What it takes to show the same again. */
/**
 * @typedef {State & { saved?: SavedExperiment }} SavedState With the model as it was, training again can begin where
 *   that was saved.
 */

/** No place is further. */
const FURTHEST = 1e9;

/** @param {number | undefined} value @param {number} [least] */
const whole = (value, least = 0) =>
  typeof value === "number" && value >= least ? Math.min(Math.round(value), FURTHEST) : undefined;

export class Scene extends SceneElement {
  /** @type {import("lit").CSSResultGroup} */
  static styles = [theme, panelStyle, sceneStyle];

  /** @type {import("lit").PropertyDeclarations} */
  static properties = {
    failure: { state: true },
  };

  /** @type {keyof Words["scenes"]["labels"]} */
  static scene = "run";

  /** What it needs in each frame. @type {PanelQuery[]} */
  static queries = [];

  /** What a poster shows of it. */
  static pictured = [
    ".about",
    ".arithmetic",
    ".columns",
    ".beside > [part=picture], .scene > [part=picture]",
    ".figures",
    ".place",
    ".note",
  ];

  /** Whether its steps are updates of the training; else it tells of steps and their end itself. */
  static stepsAreUpdates = true;

  /** What it begins with where the author names nothing. @type {PresetName} */
  static first = FIRST_PRESET;

  constructor() {
    super();
    /** @type {Words | undefined} */ this.words = undefined;
    /** What the author requested for and cannot have. @type {unknown} */ this.failure = undefined;
    this.lab = this.#newLab();
  }

  get #own() {
    return /** @type {typeof Scene} */ (this.constructor);
  }

  /** @type {TrainingEvents | undefined} */
  #events;

  #newLab() {
    const lab = new Lab(fullEngine());
    for (const event of ["setup", "frame", "running", "validation-error", "busy", "row"])
      lab.addEventListener(event, () => this.follow(event));
    this.#events = new TrainingEvents(lab, this, this.#own.stepsAreUpdates);
    return lab;
  }

  surroundings = new Surroundings(this, {
    motion: (reduced) => {
      this.#isReduced = reduced;
    },
    sight: (seen) => {
      this.isSeen = seen;
      this.lab.rest(!seen);
      this.#autoplay();
    },
  });
  #isReduced = false;
  /** Whether anybody sees it. */
  isSeen = false;
  #gone = false;
  #begun = "";
  /** The row that the author gave. @type {string | undefined} */
  #row;
  #wasPlayed = false;
  #turn = 0;

  connectedCallback() {
    super.connectedCallback();
    if (this.#gone) {
      this.#gone = false;
      this.lab = this.#newLab();
      this.begin();
    }
    this.lab.rest(!this.isSeen);
    for (const what of this.#own.queries) this.lab.subscribe(what, true);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    for (const what of this.#own.queries) this.lab.subscribe(what, false);
    // Moving the element in the page disconnects and connects it in one go: only a real goodbye ends the experiment.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.lab.close();
      this.#gone = true;
    });
  }

  /** Once, where the author set `autoplay`, it is in view and reduced motion is not requested. */
  #autoplay() {
    if (!("autoplay" in this.attributeValues) || this.#wasPlayed || !this.isSeen || !this.lab.setup || this.#isReduced)
      return;
    this.#wasPlayed = true;
    this.play();
  }

  loadWords = loadPlaygroundWords;

  /** @param {import("lit").PropertyValues<this>} changed */
  willUpdate(changed) {
    super.willUpdate(changed);
    if (changed.has("attributeValues") || !this.hasUpdated) this.#take();
  }

  /** What the author gives now: another experiment only where that changed. */
  #take() {
    const requested = JSON.stringify(EXPERIMENT_ATTRIBUTES.map((name) => this.attributeValues[name] ?? null));
    if (requested !== this.#begun) this.begin(requested);
    else if (this.attributeValues.row !== this.#row) this.#pickGiven();
    this.#autoplay();
  }

  /** What the author requested for, as it was set up. @type {ExperimentConfig | undefined} */
  #requested;

  /** Sets up what the author gives, whatever the reader made of it. @param {string} [requested] */
  async begin(requested = this.#begun) {
    this.#begun = requested;
    const turn = ++this.#turn;
    const { lab } = this;
    const { config, fetched, failure, awaited } = await experimentFromAttributes(this.attributeValues, this.#own.first);
    if (turn !== this.#turn) return;
    Object.assign(lab, { fetched, awaited });
    this.#requested = config;
    this.failure = failure;
    if (failure) dispatchError(this, failure);
    const { model } = this.attributeValues;
    this.#awaitsModel = Boolean(model);
    // Until it is there, a network that fits any rows.
    await lab.change(() => (model ? { ...config, model: undefined } : config));
    if (model && turn === this.#turn) await this.#bringModel(model, turn);
  }

  /** Whether what is set up is not yet what the author gave. */
  #awaitsModel = false;

  /** A model with its weights in place of the preset's. @param {string} address @param {number} turn */
  async #bringModel(address, turn) {
    try {
      const files = await fetchModel(address);
      if (turn === this.#turn && (await importFrom(this.lab, files))) this.#requested = this.lab.config;
    } catch (failure) {
      if (turn !== this.#turn) return;
      this.#requested = this.lab.config;
      this.failure = failure;
      dispatchError(this, failure);
    }
    this.#awaitsModel = false;
    this.follow("setup");
  }

  /** Polling at the row that the author gives, the first to train with where none is. */
  #pickGiven() {
    this.#row = this.attributeValues.row;
    this.#pick(integerOf(this.#row, 0, FURTHEST) ?? this.lab.setup?.trainRows[0]);
  }

  /** Polling at a row, the last where there are fewer. @param {number | undefined} row */
  #pick(row) {
    const {
      lab,
      lab: { setup },
    } = this;
    if (row === undefined || !setup) return;
    const there = Math.min(row, setup.data.rows - 1);
    if (there !== lab.row) lab.pick(there);
  }

  /** An event of the lab. @param {string} event */
  follow(event) {
    if (event === "setup" && this.#awaitsModel) return;
    if (event === "setup") {
      // What the author cannot have does not concern what the reader made of it since.
      if (this.lab.config !== this.#requested) this.failure = undefined;
      this.#pickGiven();
      this.#events?.ready(this.#own.scene);
      this.#autoplay();
    }
    if (event === "setup" || event === "row" || (event === "running" && !this.lab.running))
      dispatch(this, "change", this.state);
    if (event === "validation-error" && this.lab.validationError) dispatchError(this, this.lab.validationError.failure);
    this.requestUpdate();
  }

  /**
   * What the reader sees, in a form that `state =` brings back. Undefined until the engine is there.
   * @returns {State | undefined}
   */
  get state() {
    const { lab } = this;
    return lab.setup && { config: lab.config, updates: lab.state?.updates ?? 0, row: lab.row };
  }

  /** @param {State | undefined} state */
  set state(state) {
    if (state?.config) this.bring(state);
  }

  /** Shows a state again; a promise that it is there. @param {SavedState} state */
  async bring({ config, updates, row, saved }) {
    this.#turn++;
    this.#awaitsModel = false;
    const { lab } = this;
    if (!(saved && (await lab.open(saved, config))) && !(await lab.change(() => config))) return;
    await this.lab.trainTo(whole(updates) ?? 0);
    this.#pick(whole(row));
  }

  /**
   * Where so many epochs are done, or the iteration begins; undefined where the place names neither.
   * @param {Place} place
   */
  updatesAt({ epoch, iteration, at }) {
    const [epochs, one, updates] = [whole(epoch), whole(iteration, 1), whole(at)];
    const each = this.lab.setup?.iterationsPerEpoch ?? 1;
    if (epochs !== undefined) return epochs * each + (one === undefined ? 0 : one - 1);
    return one === undefined ? updates : one - 1;
  }

  /**
   * Moves the reader: trains to where so many epochs are done or an iteration begins, looks at a row.
   * @param {Place} place
   */
  async goTo(place) {
    const updates = this.updatesAt(place);
    this.#pick(whole(place.row));
    if (updates !== undefined) await this.lab.trainTo(updates);
    if (place.play) this.play();
  }

  /** Trains on, or all over again once it is over. */
  async play() {
    if (this.lab.state?.end) await this.lab.reset();
    this.lab.run();
  }

  pause() {
    this.lab.pause();
  }

  /** So many batches on, or back. @param {number} [count] */
  step(count = 1) {
    return this.lab.trainTo(Math.max((this.lab.state?.updates ?? 0) + (whole(count, -FURTHEST) ?? 1), 0));
  }

  reset() {
    return this.lab.reset();
  }

  /** The pictures as they are, with the numbers, as the text of an SVG. */
  async poster() {
    const { posterOf } = await import("../poster.js");
    return posterOf(this, this.#own.pictured, this.words?.scenes.labels[this.#own.scene] ?? "");
  }

  /**
   * A value by its name: `epoch`, `iteration` (that comes next), `loss`, or any of Keras's names in the history of the
   * last epoch, such as `val_accuracy`.
   * @param {string} name
   * @returns {number | undefined}
   */
  read(name) {
    const { state, history } = this.lab;
    if (!state) return undefined;
    if (name === "epoch") return history.epoch.length;
    if (name === "iteration") return state.updates + (state.end ? 0 : 1);
    const values = Object.hasOwn(history.history, name) ? history.history[name] : [];
    const last = values[values.length - 1];
    return last ?? (name === "loss" && state.updates ? state.loss : undefined);
  }

  /** @param {Words} _words @returns {unknown} */
  content(_words) {
    return nothing;
  }

  render() {
    const { words, lab } = this;
    const validationError = this.failure ?? lab.validationError?.failure;
    const text = words && validationError ? failureText(words, validationError) : undefined;
    if (!words || !lab.setup || !lab.state || !lab.frame) return waiting(words, text);
    const label = words.scenes.labels[this.#own.scene];
    return html`<section class="scene" part="frame" lang=${words.lang} aria-label=${label} aria-busy=${lab.busy}>
      ${text ? html`<p class="validation-error" role="alert">${text}</p>` : nothing} ${this.content(words)}
    </section>`;
  }
}
