/**
 * `<gn-row-inspector>`: one row's forward and backward pass, operation by operation, as in the worked example: the same
 * player, picture, card and formulas, on a trace that the lab gives.
 *
 * @import { Setup } from "../../experiment/types.js"
 * @import { Term } from "../../locales/index.js"
 * @import { TraceWords } from "./row-trace.js"
 * @import { StepSize } from "../../worked/timeline.js"
 * @import { ModelTrace, Trace } from "../../../../src/bindings/types.js"
 */
import { html, nothing } from "lit";
import { CardHeight } from "../../worked/card-height.js";
import { Clock } from "../../worked/clock.js";
import { GlassElement } from "../../element/element.js";
import { activeLayers } from "../../experiment/layers.js";
import { onKey } from "../../worked/keys.js";
import { Player } from "../../worked/player.js";
import { elementStyle } from "../../worked/style/element-style.js";
import { Surroundings } from "../../element/surroundings.js";
import { boundaries, segments } from "../../worked/timeline.js";
import { seekTo } from "../../worked/seek.js";
import * as steps from "../../worked/steps.js";
import { announcement, card } from "../../worked/views/card.js";
import { cardNow, line } from "../../worked/views/frame.js";
import { controls, SIZES } from "../../worked/views/controls.js";
import { networkStyle } from "../../worked/views/network-style.js";
import { inspectorStyle } from "../style/inspector.js";
import { formulas } from "./formulas.js";
import { RowStage } from "./row-stage.js";
import { forPicture, withLayerNames } from "./row-trace.js";

/** @typedef {import("../../worked/library.js").Library["curves"]} Curves */

/**
 * More parameters than this are not followed one by one: the record of a row would be tens of thousands of operations.
 */
export const MOST_FOLLOWED = 3000;

/** Room for names and sums around a unit that is in view, in pixels. */
const AROUND = 44;

/** What the reader has not asked for. */
const ignore = () => {};

export class RowInspector extends GlassElement {
  static styles = [...networkStyle, elementStyle, inspectorStyle];

  static properties = {
    trace: { attribute: false },
    setup: { attribute: false },
    words: { attribute: false },
    curves: { attribute: false },
    digits: { type: Number },
    places: { type: Number },
    tall: { type: Number },
    fit: { type: Boolean, reflect: true },
    moment: { state: true },
    term: { state: true },
    width: { state: true },
  };

  constructor() {
    super();
    /** @type {ModelTrace | undefined} */ this.trace = undefined;
    /** What the trace is of. @type {Setup | undefined} */ this.setup = undefined;
    /** The worked example's words, with those of any model. @type {TraceWords} */ this.words = /** @type {any} */ (
      undefined
    );
    /** @type {Curves} */ this.curves = new Map();
    this.digits = 3;
    /** How many units of a layer stand side by side. */ this.places = 12;
    /** How high its longest column is. @type {number | undefined} */ this.tall = undefined;
    /** Whether it fits the height of its box. */ this.fit = false;
    /** @type {Term | undefined} */ this.term = undefined;
    this.width = 0;
    this.player = new Player();
    this.moment = this.player.moment;
  }

  /** @type {Trace | undefined} */
  #shown;
  #marks = boundaries([]);
  #segments = segments([]);
  #stage = new RowStage();
  #cardHeight = new CardHeight(this);
  #clock = new Clock((milliseconds) => {
    this.player.tick(milliseconds);
    this.#follow();
    return this.player.busy;
  });
  surroundings = new Surroundings(this, {
    motion: (reduced) => {
      this.player.reducedMotion = reduced;
    },
    width: (width) => {
      this.width = width;
    },
    of: ".picture",
  });

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#clock.stop();
  }

  /** @param {import("lit").PropertyValues<this>} changed */
  willUpdate(changed) {
    if (changed.has("setup")) this.#stage.clear();
    if (!changed.has("trace") || !this.trace) return;
    const shape = (/** @type {Trace | undefined} */ trace) =>
      JSON.stringify(trace?.layers.map(({ units, activation, type }) => [units, activation, type]));
    const trace = forPicture(this.trace);
    const same = shape(trace) === shape(this.#shown);
    this.#shown = trace;
    this.#marks = boundaries(trace.events);
    this.#segments = segments(trace.events);
    this.player.marks = this.#marks;
    this.player.last = this.#marks.length;
    if (same) return;
    this.#stage.clear();
    this.player.playing = false;
    this.player.seek(0);
    this.moment = this.player.moment;
  }

  /** The layers that change nothing, by what comes after them. */
  get #passed() {
    const layers = this.setup ? activeLayers(this.setup) : [];
    return layers.map(({ isFlattened }) => (isFlattened ? this.words.layerKinds.Flatten : ""));
  }

  /** Shows the player's moment. */
  #follow() {
    const before = this.moment;
    const moment = this.player.moment;
    const keys = /** @type {const} */ (["at", "playing", "running", "sweeping"]);
    if (keys.some((key) => moment[key] !== before[key]) || !moment.step !== !before.step) this.moment = moment;
    if (moment.at !== before.at) this.#tell();
    this.#draw();
    if (moment.at !== before.at) this.#keepInView();
  }

  #changed() {
    this.moment = this.player.moment;
    this.#clock.wake();
    this.#tell();
  }

  /** Where it fits its box, the picture scrolls to the unit that the operation is about. */
  #keepInView() {
    const picture = this.renderRoot.querySelector(".picture");
    const unit = this.renderRoot.querySelector(".gn-current .gn-rim");
    if (!this.fit || !picture || !unit) return;
    const [all, one] = [picture.getBoundingClientRect(), unit.getBoundingClientRect()];
    if (one.top >= all.top + AROUND && one.bottom <= all.bottom - AROUND) return;
    const top = picture.scrollTop + (one.top + one.bottom - all.top - all.bottom) / 2;
    picture.scrollTo({ top, behavior: this.player.reducedMotion ? "auto" : "smooth" });
  }

  /** Who put it here hears where the reader is: "moment". */
  #tell() {
    this.dispatchEvent(new CustomEvent("moment", { detail: { at: this.moment.at, last: this.player.last } }));
  }

  /** Moves the reader. @param {import("../../element/place.js").Place} place */
  goTo(place) {
    seekTo(this.player, this.#shown?.events ?? [], { ...place, iteration: undefined });
    this.#changed();
  }

  /** @param {number} count Steps of the size that the reader chose, on or back. */
  step(count) {
    this.player.playing = false;
    for (let n = Math.min(Math.abs(count), this.player.last); n > 0; n--) this.player.step(count < 0 ? -1 : 1);
    this.#changed();
  }

  pause() {
    this.player.pause();
    this.#changed();
  }

  #draw() {
    const trace = this.#shown;
    const { words, digits, width } = this;
    if (!trace || !words) return;
    const { at, progress, step } = this.player.moment;
    this.#stage.draw(this.renderRoot, {
      session: { claims: [], first: trace, losses: new Float32Array() },
      trace,
      k: Math.min(at, trace.events.length),
      progress,
      step,
      words: withLayerNames(words, trace, "marks"),
      passed: this.#passed,
      columns: this.setup?.config.features ?? [],
      above: 8,
      digits,
      width,
      places: this.places,
      tall: this.tall,
      seen: 0,
      selected: undefined,
      onSelect: ignore,
      onChoose: ignore,
      curve: (name) => this.curves.get(name),
    });
  }

  #actions = {
    play: () => {
      if (this.player.playing) this.player.pause();
      else this.player.play();
      this.#changed();
    },
    step: (/** @type {1 | -1} */ direction) => this.step(direction),
    forward: () => this.step(1),
    back: () => this.step(-1),
    size: (/** @type {number} */ index) => this.#actions.setSize(SIZES[index]),
    ends: (/** @type {boolean} */ end) => this.#actions.seek(end ? this.player.last : 0),
    speed: (/** @type {1 | -1} */ direction) => this.#actions.setSpeed(this.player.speedBeside(direction)),
    seek: (/** @type {number} */ at) => {
      this.player.pause();
      this.player.seek(at);
      this.#changed();
    },
    setSize: (/** @type {StepSize} */ size) => {
      this.player.size = size;
      this.requestUpdate();
    },
    setSpeed: (/** @type {number} */ speed) => {
      this.player.speed = speed;
      this.requestUpdate();
    },
    run: ignore,
    reset: () => this.#actions.seek(0),
    help: ignore,
    escape: () => false,
  };

  render() {
    const { digits, moment, player, term } = this;
    const trace = this.#shown;
    if (!trace || !this.words) return nothing;
    const words = withLayerNames(this.words, trace, "layerKinds");
    const k = Math.min(moment.at, trace.events.length);
    const now = { words, trace, k, digits, moment, steps };
    const view = {
      ...cardNow(now),
      atEnd: false,
      claims: [],
      reconstructed: false,
      term,
      formulas,
      openTerm: (/** @type {Term} */ name) => {
        this.term = this.term === name ? undefined : name;
      },
    };
    this.#cardHeight.of(view, this.fit ? undefined : trace);
    return html`<section class="frame" @keydown=${(/** @type {KeyboardEvent} */ event) => onKey(event, this.#actions)}>
      <div class="picture">
        <div class="stage">
          <div class="under"></div>
          <div class="network"></div>
        </div>
      </div>
      ${controls({
        line: line(now),
        words,
        at: moment.at,
        last: player.last,
        iteration: 0,
        k,
        marks: this.#marks,
        segments: this.#segments,
        playing: moment.playing,
        running: false,
        speed: player.speed,
        size: player.size,
        helping: false,
        on: this.#actions,
        seek: this.#actions.seek,
        setSize: this.#actions.setSize,
        setSpeed: this.#actions.setSpeed,
        single: true,
      })}
      ${card(view)}
      <p class="heard" role="status" aria-live="polite">
        ${moment.sweeping ? "" : announcement(words, trace, k, digits)}
      </p>
    </section>`;
  }

  updated() {
    this.#draw();
    this.#keepInView();
  }
}
