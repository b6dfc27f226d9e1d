/**
 * The scene of a worked example: a small network to be played, stepped through and changed.
 *
 * The element wires the engine, the player and the views; each of them knows nothing of the others. It never touches
 * the page around it: its state is a property, and changes are announced by events.
 *
 * @import { ExampleConfig, GradientCheck, Trace } from "../../../src/bindings/types.js"
 * @import { Locale, Term } from "../locales/index.js"
 * @import { Session } from "./session.js"
 * @import { Selection } from "./views/network.js"
 * @import { ValidationError } from "./views/settings.js"
 */
import { html, nothing } from "lit";
import { actionsOf } from "./actions.js";
import { CardHeight } from "./card-height.js";
import { Clock } from "./clock.js";
import { ExampleLoader } from "./example-loader.js";
import { SceneElement } from "../element/element.js";
import { draggedBy, focusField, onKey } from "./keys.js";
import { Later, readOf, wordsOf } from "./open.js";
import { Player } from "./player.js";
import { Stage } from "./stage.js";
import { EXAMPLE_KEYS } from "./state.js";
import { StepEvents } from "./step-events.js";
import { elementStyle } from "./style/element-style.js";
import { Surroundings } from "../element/surroundings.js";
import { dispatch, dispatchError } from "../element/events.js";
import { theme } from "../theme.js";
import { begin, beginOf, clip, playItself, seekTo } from "./seek.js";
import { failureOf, sceneOf, viewOf } from "./view.js";
import { announcement } from "./views/card.js";
import { cardView, floats, frame, waiting } from "./views/frame.js";
import { selectorOf } from "./views/network.js";
import { networkStyle } from "./views/network-style.js";

/** @typedef {{ example: ExampleConfig, at: number }} State What a link has to hold to show the same again. */
/** What it renders anew for, beside its attributes. */
const INNER = "session moment failure validationError selection check term helping width steps".split(" ");
/** What a poster shows of it. */
const PICTURED = [".operation > .card-title", ".network", ".operation > .prose", ".scale"];

export class WorkedExample extends SceneElement {
  static styles = [theme, ...networkStyle, elementStyle];

  /** @type {import("lit").PropertyDeclarations} */
  static properties = Object.fromEntries(INNER.map((name) => [name, { state: true }]));

  constructor() {
    super();
    /** @type {Locale | undefined} */ this.words = undefined;
    /** @type {Session | undefined} */ this.session = undefined;
    /** @type {unknown} */ this.failure = undefined;
    /** @type {ValidationError | undefined} */ this.validationError = undefined;
    /** @type {Selection | undefined} */ this.selection = undefined;
    /** @type {GradientCheck | undefined} */ this.check = undefined;
    /** @type {Term | undefined} */ this.term = undefined;
    this.helping = false;
    /** @type {typeof import("./views/opened.js") | undefined} */ this.opened = undefined;
    /** @type {typeof import("./steps.js") | undefined} */ this.steps = undefined;
    this.width = 0;
    this.player = new Player();
    this.moment = this.player.moment;
  }

  #loader = new ExampleLoader(this);
  #later = new Later(this, this.#loader);
  /** What a reader changes: fetched with the fields. @type {import("./changes.js").Changes | undefined} */
  changes;
  /** What is drawn while a trace is on its way. @type {{ trace: Trace, k: number } | undefined} */
  #shown;
  /** The last iteration that the reader saw, from 0. */
  #seen = 0;
  #clock = new Clock((milliseconds) => {
    this.player.tick(milliseconds);
    this.#follow();
    return this.player.busy;
  });
  #stage = new Stage();
  #cardHeight = new CardHeight(this);
  #announced = "";
  #steps = new StepEvents(this);
  #isSeen = false;
  #begun = false;
  surroundings = new Surroundings(this, {
    motion: (reduced) => void (this.player.reducedMotion = reduced),
    width: (width) => {
      // The first time all is drawn and the room for the words measured: a task of its own, after the frame's.
      if (this.width) this.width = width;
      else setTimeout(() => void (this.width = width));
    },
    of: ".picture",
    sight: (seen) => {
      this.#isSeen = seen;
      if (seen) this.#goOn();
      else this.#clock.stop();
    },
  });

  /**
   * What the reader sees, in a form that `state =` brings back. Undefined until the engine is there.
   * @returns {State | undefined}
   */
  get state() {
    return this.session && { example: this.session.config, at: this.moment.at };
  }

  /** @param {State | undefined} state */
  set state(state) {
    // A validation error is shown in the element; it must not be thrown into the page.
    if (state) this.#loader.open(state.example, state.at).catch((failure) => this.reject(failure));
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.hasUpdated && !this.session) this.#reload();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#clock.stop();
    // Moving the element in the page disconnects and connects it in one go: only a real goodbye lets the engine go.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.session?.close();
      this.session = undefined;
    });
  }

  loadWords = (/** @type {string} */ lang) => wordsOf(this, lang);

  /** @param {import("lit").PropertyValues<this>} changed */
  willUpdate(changed) {
    super.willUpdate(changed);
    const before = changed.get("attributeValues");
    const other = (/** @type {string[]} */ keys) => keys.some((key) => before?.[key] !== this.attributeValues[key]);
    if (!this.hasUpdated || (before && other(EXAMPLE_KEYS))) this.#reload();
    else if (before && this.session) this.#change(this.session, other);
  }

  /**
   * Takes what the author gives now that leaves the example as it is.
   * @param {Session} session @param {(keys: string[]) => boolean} other
   */
  #change(session, other) {
    const { attributeValues: given } = this;
    if (other(["from", "to"])) clip(this.player, session.segments, given.from, given.to);
    if (other(["at"])) this.goTo({ at: 0, ...beginOf(given.at) });
    if (other(["autoplay"])) this.#goOn();
  }

  /** Somebody sees it: it goes on, or begins by itself where the author wants it and nobody asked for less motion. */
  #goOn() {
    const begins =
      !this.#begun && "autoplay" in this.attributeValues && this.session && this.#isSeen && !this.player.reducedMotion;
    if (!begins) return this.#wake();
    this.#begun = true;
    playItself(this.player, this.attributeValues.autoplay);
    this.changed();
  }

  /** Sets the author's example up from the attributes. */
  #reload = () => this.#loader.openAuthors(this.attributeValues).catch((failure) => this.reject(failure));

  /** Shows a failure, and tells the page of it. @param {any} failure @returns {undefined} */
  reject(failure) {
    this.failure = failure;
    dispatchError(this, failure);
    if (failure?.code) this.#later.opened();
  }

  /**
   * Shows a failure; where the engine had to be started again, the example is set up again too.
   * @param {any} failure
   */
  fail(failure) {
    const { session, moment } = this;
    this.reject(failure);
    if (failure?.code !== "engine_panic" || !session) return;
    const tell = () => void (this.failure = failure);
    this.#loader.open(session.config, moment.at).then(tell, () => {});
  }

  /** Shows another example, where its author has it begin or at `at`. @param {Session} session @param {number} [at] */
  show(session, at) {
    const isNew = !this.session;
    this.session?.close();
    this.session = session;
    this.failure = this.check = undefined;
    this.#shown = undefined;
    this.#stage.clear();
    this.#seen = 0;
    begin(this.player, session, this.attributeValues, at);
    if (isNew) dispatch(this, "ready", { scene: "worked" });
    this.#adopt();
    this.#goOn();
  }

  read = (/** @type {string} */ name) => readOf(this, name);

  /** Moves the reader. @param {import("../element/place.js").Place} place */
  goTo(place) {
    if (!this.session) return undefined;
    seekTo(this.player, this.session.first.events, place);
    return this.changed();
  }

  /** Fetches what steps need. */
  toStep = () => this.#later.steps();

  /** After an instruction to the player: nothing moves before what steps need is there. Its caller may wait for it. */
  async changed() {
    if (!this.steps) await this.toStep();
    if (this.steps) this.#adopt();
  }

  #adopt() {
    this.moment = this.player.moment;
    this.#wake();
    this.#dispatch();
  }

  #dispatch() {
    const { session } = this;
    const { at } = this.moment;
    dispatch(this, "change", this.state);
    if (!session) return;
    const { iteration, k } = session.positionAt(at);
    this.#steps.at(at, session.last, iteration + 1, session.first.events[k - 1]);
  }

  /** Draws the next frame, and goes on as long as something moves. */
  #wake() {
    if (this.isConnected && this.#isSeen && this.steps) this.#clock.wake();
  }

  /** The player's moment, or the one that stays until what steps need is there. */
  get #now() {
    return this.steps ? this.player.moment : this.moment;
  }

  /** Shows the player's moment: words when a step begins, the picture in every frame. */
  #follow() {
    const { moment: before } = this;
    const { moment } = this.player;
    const keys = /** @type {const} */ (["at", "playing", "running", "sweeping"]);
    if (keys.some((key) => moment[key] !== before[key]) || !moment.step !== !before.step) this.moment = moment;
    if (moment.at !== before.at) this.#dispatch();
    // Words change first; the next frame draws.
    if (this.isUpdatePending) return;
    this.#place();
    this.#draw();
  }

  /** Finds the trace of the reader's place; while it is on its way the former one stays. */
  #place() {
    const { session } = this;
    if (!session) return;
    const { iteration, k, trace } = session.positionAt(this.#now.at);
    if (trace) this.#shown = { trace, k };
    else
      session.trace(iteration).then(
        () => this.session === session && this.requestUpdate(),
        (failure) => this.fail(failure),
      );
    const hadCurve = this.#seen > 0;
    this.#seen = Math.max(this.#seen, Math.min(iteration, session.losses.length - 1));
    if (this.#seen && !hadCurve) this.open();
    if (this.player.busy && iteration < session.run.last) session.trace(iteration + 1).catch(() => {});
  }

  /** Draws picture, scale and curve as they are at this very moment. */
  #draw() {
    const { session, words } = this;
    if (!this.#shown || !session || !words) return;
    const now = { session, words, ...this.#shown, moment: this.#now, seen: this.#seen };
    const onSelect = (/** @type {Selection} */ selection) => this.#select(selection);
    this.#stage.draw(this.renderRoot, sceneOf(this, now, { onSelect, curve: this.#loader.library.curve }));
  }

  /** @param {Selection} selection */
  #select(selection) {
    this.check = this.validationError = undefined;
    this.selection = selection;
    this.player.pause();
    this.#wake();
    this.open().then(() => focusField(this.renderRoot));
  }

  /** Fetches what a reader opens, and draws it. */
  async open() {
    await Promise.all([this.#later.opened(), this.toStep()]);
    await this.updateComplete;
  }

  /** Closes what floats; returns whether anything did. */
  close() {
    const { selection } = this;
    const open = this.helping || selection !== undefined;
    this.helping = false;
    this.selection = this.check = this.validationError = undefined;
    this.#wake();
    if (!open) return false;
    const target = this.renderRoot.querySelector(selection ? selectorOf(selection) : ".help-button");
    /** @type {HTMLElement | SVGElement | null} */ (target)?.focus();
    return true;
  }

  /** What is drawn, and where in the example that is. */
  get shown() {
    return this.session && this.#shown && { session: this.session, ...this.#shown, at: this.#now.at };
  }

  /**
   * Shows a session in place of the present one, which is not closed: while a value is dragged, and back.
   * @param {Session} session @param {number} at
   */
  exchange(session, at) {
    this.session = session;
    this.check = this.validationError = undefined;
    this.#stage.clear();
    this.player.pause();
    this.player.seek(at);
    this.moment = this.player.moment;
  }

  /** To the first operation; the curve forgets what was seen. */
  reset() {
    this.player.pause();
    this.player.seek(this.player.start);
    this.#seen = 0;
    return this.changed();
  }

  play() {
    this.player.play();
    return this.changed();
  }

  pause() {
    this.player.pause();
    return this.changed();
  }

  /** Steps of the size that the reader chose, forward or, with a negative number, back. @param {number} [count] */
  step(count = 1) {
    this.player.playing = false;
    for (let n = Math.min(Math.abs(count), this.player.last); n > 0; n--) this.player.step(count < 0 ? -1 : 1);
    return this.changed();
  }

  /** The picture as it is, with its sentence and numbers, as the text of an SVG. */
  poster = async () =>
    (await import("../poster.js")).posterOf(this, PICTURED, this.#announced || this.words?.openingTitle || "");

  #actions = actionsOf(this);
  #onKeydown = (/** @type {KeyboardEvent} */ event) => this.#onHold(event) || onKey(event, this.#actions);
  /** @param {KeyboardEvent | PointerEvent} event */
  #onHold = (event) => {
    const held = draggedBy(event);
    if (held) this.open().then(() => this.opened?.hold(this, held, event));
    return held;
  };

  /** @param {Session} session @param {Locale} words */
  #view(session, words) {
    const { trace: known, k: done } = session.positionAt(this.moment.at);
    // While the trace of the reader's place is on its way, the former place stays.
    const { trace, k } = known ? { trace: known, k: done } : (this.#shown ?? { trace: session.first, k: 0 });
    if (!this.moment.sweeping && !this.moment.step) this.#announced = announcement(words, trace, k, this.digits);
    const parts = { loader: this.#loader, stage: this.#stage, on: this.#actions };
    const view = viewOf(this, { session, words, trace, k, announcement: this.#announced }, parts);
    this.#cardHeight.of(cardView(view), session.isTrained ? session : undefined);
    return view;
  }

  render() {
    const { words, session } = this;
    // Before the width is known there is no picture: what is below it would move when it comes.
    const view = session && words && this.width ? this.#view(session, words) : undefined;
    return html`<section class="frame" part="frame" lang=${words?.lang ?? nothing} @keydown=${this.#onKeydown}>
      <div class="picture" part="picture" @pointerdown=${this.#onHold}>
        <div class="network"></div>
        ${view ? floats(view) : waiting(words?.loading ?? "", failureOf(this))}
      </div>
      ${view ? frame(view) : nothing}
    </section>`;
  }

  /** @param {import("lit").PropertyValues<this>} changed */
  updated(changed) {
    this.#place();
    // New words are laid out in a frame of their own where another one follows.
    if (!this.player.busy || !this.#clock.isAwake) this.#draw();
    if (this.session && this.words && this.width) this.#later.pictured();
    super.updated(changed);
  }
}
