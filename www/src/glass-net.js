/**
 * `<glass-net>`: a worked example of a neural network, to be played, stepped through and changed.
 *
 * The element wires the engine, the player and the views; each of them knows nothing of the others. It never touches
 * the page around it: its state is a property, and changes are told by events.
 *
 * @import { ExampleConfig, GradientCheck, ParameterPlace, Phase, Trace } from "../../src/wasm/types.js"
 * @import { Edit } from "./edits.js"
 * @import { Locale, Term } from "./locales/index.js"
 * @import { StepSize } from "./timeline.js"
 * @import { Selection } from "./views/network.js"
 * @import { Refusal } from "./views/settings.js"
 */
import { html, LitElement, nothing } from "lit";
import { EXAMPLE_PROPERTIES, exampleChanged, givenFields } from "./attributes.js";
import { Clock } from "./clock.js";
import { edited, placeOf, standingAt } from "./edits.js";
import { engine } from "./engine/client.js";
import { parse } from "./format.js";
import { playground } from "./inner.js";
import { onKey } from "./keys.js";
import { Library } from "./library.js";
import { failureText, languageFor, loadWords } from "./locales/index.js";
import { Player } from "./player.js";
import { Session } from "./session.js";
import { Stage } from "./stage.js";
import { exampleFrom } from "./state.js";
import { elementStyle } from "./style/element-style.js";
import { theme } from "./theme.js";
import { locate } from "./timeline.js";
import { announcement } from "./views/card.js";
import { SIZES } from "./views/controls.js";
import { floats, frame, waiting } from "./views/frame.js";
import { selectorOf } from "./views/network.js";
import { networkStyle } from "./views/network-style.js";

/** @typedef {{ example: ExampleConfig, at: number }} State What a link has to hold to show the same again. */

/** What the element is drawn anew for, beside its attributes. */
const INNER = ["words", "session", "moment", "failure", "refusal", "selection", "check", "term", "helping", "width"];

export class GlassNet extends LitElement {
  static styles = [theme, ...networkStyle, elementStyle];

  static properties = {
    ...EXAMPLE_PROPERTIES,
    digits: { type: Number },
    at: { type: Number },
    lang: { type: String },
    ...Object.fromEntries(INNER.map((name) => [name, { state: true }])),
  };

  /** Registers the element under a name, once. */
  static define(tag = "glass-net", registry = customElements) {
    if (!registry.get(tag)) registry.define(tag, GlassNet);
  }

  constructor() {
    super();
    this.digits = 3;
    this.at = 0;
    this.playground = false;
    /** @type {Locale | undefined} */ this.words = undefined;
    /** @type {Session | undefined} */ this.session = undefined;
    /** @type {unknown} */ this.failure = undefined;
    /** @type {Refusal | undefined} */ this.refusal = undefined;
    /** @type {Selection | undefined} */ this.selection = undefined;
    /** @type {GradientCheck | undefined} */ this.check = undefined;
    /** @type {Term | undefined} */ this.term = undefined;
    this.helping = false;
    this.width = 0;
    this.player = new Player();
    this.moment = this.player.moment;
  }

  /** The example as its author gave it. @type {ExampleConfig | undefined} */
  #author;
  #library = new Library(engine());
  /** What is drawn while a trace is on its way. @type {{ trace: Trace, k: number } | undefined} */
  #shown;
  /** The last iteration that the reader saw, from 0. */
  #seen = 0;
  #clock = new Clock((milliseconds) => {
    this.player.tick(milliseconds);
    this.#follow();
    return this.player.busy;
  });
  /** Loads that were overtaken by a later one are dropped. */
  #load = 0;
  #stage = new Stage();
  #announced = "";
  /** @type {AbortController | undefined} */
  #listening;

  /** What the reader sees, in a form that `state =` brings back. Undefined until the engine is there. @returns {State | undefined} */
  get state() {
    return this.session && { example: this.session.config, at: this.moment.at };
  }

  /** @param {State | undefined} state */
  set state(state) {
    // A refusal is shown in the element; it must not reach the page.
    if (state) this.#open(state.example, state.at).catch(() => {});
  }

  connectedCallback() {
    super.connectedCallback();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const motion = matchMedia("(prefers-reduced-motion: reduce)");
    const follow = () => { this.player.reducedMotion = motion.matches; };
    motion.addEventListener("change", follow, { signal });
    follow();
    const resized = new ResizeObserver(([{ contentRect }]) => { this.width = Math.floor(contentRect.width); });
    this.updateComplete.then(() => {
      const stage = this.renderRoot.querySelector(".picture");
      if (stage && !signal.aborted) resized.observe(stage);
    });
    signal.addEventListener("abort", () => resized.disconnect());
    if (this.hasUpdated && !this.session) this.#reload();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#listening?.abort();
    this.#clock.stop();
    // Moving the element in the page disconnects and connects it in one go: only a real goodbye lets the engine go.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.session?.close();
      this.session = undefined;
    });
  }

  /** @param {import("lit").PropertyValues<this>} changed */
  willUpdate(changed) {
    if (this.words?.lang !== languageFor(this)) this.#speak();
    if (!this.hasUpdated || exampleChanged(changed)) this.#reload();
    else if (changed.has("at") && this.session) this.goTo({ at: this.at });
  }

  /** Fetches the words of the reader's language; until they are there the former stay. */
  async #speak() {
    const words = await loadWords(languageFor(this));
    if (words.lang === languageFor(this)) this.words = words;
  }

  /** Sets the author's example up from the attributes. */
  async #reload() {
    if (this.playground) return;
    const load = ++this.#load;
    try {
      const base = await this.#library.tutorial();
      if (load !== this.#load) return;
      const author = exampleFrom(base, givenFields(this));
      if (await this.#open(author, this.at)) this.#author = author;
    } catch (failure) {
      if (load === this.#load) this.failure = failure;
    }
  }

  /**
   * Takes a new example; where the engine refuses it, the former one stays.
   * @param {ExampleConfig} example @param {number} at
   */
  async #open(example, at) {
    const load = ++this.#load;
    try {
      const session = await Session.open(engine(), example);
      await this.#library.curvesFor(session.config);
      if (load !== this.#load || !this.isConnected) {
        session.close();
        return false;
      }
      this.session?.close();
      this.#take(session, at);
      return true;
    } catch (failure) {
      if (load === this.#load) this.failure = failure;
      throw failure;
    }
  }

  /** Shows a failure; where the engine had to be started again, the example is set up again too. @param {any} failure */
  #fail(failure) {
    const { session, moment } = this;
    this.failure = failure;
    if (failure?.code !== "engine_panic" || !session) return;
    this.#open(session.config, moment.at).then(() => { this.failure = failure; }, () => {});
  }

  /** @param {Session} session @param {number} at */
  #take(session, at) {
    this.session = session;
    this.failure = this.check = undefined;
    this.#shown = undefined;
    this.#stage.clear();
    this.#seen = 0;
    this.player.marks = session.marks;
    this.player.last = session.last;
    this.player.playing = false;
    this.player.seek(at);
    this.#changed();
  }

  /**
   * Moves the reader: to a position, to an iteration (from 1), or to where a phase begins.
   * @param {{ at?: number, iteration?: number, phase?: Phase, play?: boolean }} place
   */
  goTo({ at, iteration, phase, play = false }) {
    const { session } = this;
    if (!session) return;
    const base = iteration === undefined ? locate(this.moment.at, session.marks.length).iteration : iteration - 1;
    const start = phase ? (session.segments.find((segment) => segment.phase === phase)?.start ?? 0) : 0;
    this.player.pause();
    this.player.seek(at ?? base * session.marks.length + start);
    if (play) this.player.step(1, phase ? "phase" : "iteration");
    this.#changed();
  }

  #changed() {
    this.moment = this.player.moment;
    this.#wake();
    this.#tell();
  }

  #tell() {
    this.dispatchEvent(new CustomEvent("glass-net-change", { bubbles: true, composed: true, detail: this.state }));
  }

  /** Draws the next frame, and goes on as long as something moves. */
  #wake() {
    if (this.isConnected) this.#clock.wake();
  }

  /** Shows the player's moment: words when a step begins, the picture in every frame. */
  #follow() {
    const before = this.moment;
    const moment = this.player.moment;
    const keys = /** @type {const} */ (["at", "playing", "running", "sweeping"]);
    if (keys.some((key) => moment[key] !== before[key])) this.moment = moment;
    if (moment.at !== before.at) this.#tell();
    this.#place();
    this.#draw();
  }

  /** Finds the trace of the reader's place; while it is on its way the former one stays. */
  #place() {
    const { session } = this;
    if (!session) return;
    const { iteration, k } = locate(this.player.moment.at, session.marks.length);
    const trace = session.known(iteration);
    if (trace) this.#shown = { trace, k };
    else session.trace(iteration).then(() => this.session === session && this.requestUpdate()).catch((failure) => this.#fail(failure));
    this.#seen = Math.max(this.#seen, Math.min(iteration, session.losses.length - 1));
    if (this.player.busy && iteration < session.run.last) session.trace(iteration + 1).catch(() => {});
  }

  /** Draws picture, scale and curve as they are at this very moment. */
  #draw() {
    const { session, words, digits, width } = this;
    if (!this.#shown || !session || !words) return;
    this.#stage.draw(this.renderRoot, {
      session, ...this.#shown, progress: this.player.moment.progress, words, digits, width, seen: this.#seen,
      selected: this.selection, onSelect: (selection) => this.#select(selection),
      onChoose: (iteration) => this.goTo({ iteration: iteration + 1 }), curve: (name) => this.#library.curves.get(name),
    });
  }

  /** @param {Selection} selection */
  #select(selection) {
    this.check = undefined;
    this.refusal = undefined;
    this.selection = selection;
    this.player.pause();
    this.#wake();
    this.updateComplete.then(() => {
      const field = this.renderRoot.querySelector(".inspector input") ?? this.renderRoot.querySelector(".inspector button");
      if (field instanceof HTMLElement) field.focus();
    });
  }

  /** Closes what floats; returns whether anything did. */
  #close() {
    const open = this.helping || this.selection !== undefined;
    const { selection } = this;
    this.helping = false;
    this.selection = undefined;
    this.check = undefined;
    this.refusal = undefined;
    this.#wake();
    if (!open) return false;
    const target = this.renderRoot.querySelector(selection ? selectorOf(selection) : ".help-button");
    if (target instanceof HTMLElement || target instanceof SVGElement) target.focus();
    return true;
  }

  /** Takes what the reader wrote, or says why not. @param {Edit} edit @param {string} text */
  async #edit(edit, text) {
    const { session, words } = this;
    const trace = this.#shown?.trace;
    if (!session || !trace || !words) return;
    const value = edit.what === "activation" ? text : parse(text);
    const refuse = (/** @type {string} */ reason) => { this.refusal = { place: placeOf(edit), draft: text, sentence: reason }; };
    if (value === undefined) return refuse(words.errors.not_a_number({ what: "", expected: "", received: text.trim() }));
    const { k } = locate(this.moment.at, session.marks.length);
    const updating = trace.events[k - 1]?.phase === "update";
    try {
      const standing = updating && trace.iteration < session.run.last ? await session.trace(trace.iteration + 1) : trace;
      const config = standing.iteration === 0 ? session.config : standingAt(session.config, standing);
      await this.#open(edited(config, /** @type {Edit} */ ({ ...edit, value })), updating ? 0 : k);
      this.refusal = undefined;
    } catch (failure) {
      this.failure = undefined;
      refuse(failureText(words, failure));
    }
  }

  /** Everything that controls and keys can ask for. */
  #actions = {
    play: () => {
      if (this.player.playing || this.player.running) this.player.pause();
      else this.player.play();
      this.#changed();
    },
    step: (/** @type {1 | -1} */ direction) => {
      this.player.playing = false;
      this.player.step(direction);
      this.#changed();
    },
    forward: () => this.#actions.step(1),
    back: () => this.#actions.step(-1),
    size: (/** @type {number} */ index) => this.#actions.setSize(SIZES[index]),
    ends: (/** @type {boolean} */ end) => { this.player.pause(); this.player.seek(end ? this.player.last : 0); this.#changed(); },
    speed: (/** @type {1 | -1} */ direction) => this.#actions.setSpeed(this.player.speedBeside(direction)),
    run: () => { this.player.run(); this.#changed(); },
    reset: () => { this.player.pause(); this.player.seek(0); this.#seen = 0; this.#changed(); },
    help: () => { this.helping = !this.helping; this.selection = undefined; },
    escape: () => this.#close(),
    seek: (/** @type {number} */ at) => this.goTo({ at }),
    setSize: (/** @type {StepSize} */ size) => { this.player.size = size; this.requestUpdate(); },
    setSpeed: (/** @type {number} */ speed) => { this.player.speed = speed; this.requestUpdate(); },
    term: (/** @type {Term} */ name) => { this.term = this.term === name ? undefined : name; },
    edit: (/** @type {Edit} */ edit, /** @type {string} */ text) => { this.#edit(edit, text); },
    check: (/** @type {ParameterPlace} */ place) => {
      const asked = this.session?.checkGradient(this.#shown?.trace.iteration ?? 0, place);
      asked?.then((check) => { this.check = check; }, (failure) => this.#fail(failure));
    },
    restore: () => {
      this.refusal = undefined;
      if (this.#author) this.#open(this.#author, 0).catch(() => {});
    },
  };

  #onKeydown = (/** @type {KeyboardEvent} */ event) => onKey(event, this.#actions);

  /** The place to show words for: the reader's, or while its trace is on its way the former one. @param {Session} session */
  #placed(session) {
    const { iteration, k } = locate(this.moment.at, session.marks.length);
    const trace = session.known(iteration);
    return trace ? { trace, k } : (this.#shown ?? { trace: session.first, k: 0 });
  }

  /** @param {Session} session @param {Locale} words @returns {import("./views/frame.js").FrameView} */
  #view(session, words) {
    const { digits, moment, player, width, selection, check, refusal, term, helping } = this;
    const { trace, k } = this.#placed(session);
    if (!moment.sweeping) this.#announced = announcement(words, trace, k, digits);
    return {
      words, digits, session, trace, k, moment, player, selection, check, refusal, term, helping,
      layout: width ? this.#stage.setting({ session, trace, words, digits, width }).layout : undefined,
      author: this.#author ?? session.config, activations: this.#library.activations,
      failure: this.failure ? failureText(words, this.failure) : undefined, announcement: this.#announced, on: this.#actions,
    };
  }

  render() {
    if (this.playground) return playground(this);
    const { words, session } = this;
    const view = session && words && this.#view(session, words);
    const failure = words && this.failure ? failureText(words, this.failure) : undefined;
    return html`<section class="frame" part="frame" lang=${words?.lang ?? nothing} @keydown=${this.#onKeydown}>
      <div class="picture" part="picture">
        <div class="network"></div>
        ${view ? floats(view) : waiting(words?.loading ?? "", failure)}
      </div>
      ${view ? frame(view) : nothing}
    </section>`;
  }

  updated() {
    this.#place();
    this.#draw();
  }
}
