/**
 * `<glass-net-row>`: one row of the data through a trained network, forward and backward, operation by operation. The
 * engine trains it here, from its seed.
 *
 * @import { ModelTrace } from "../../../src/bindings/types.js"
 * @import { TraceWords } from "../panels/train/row-trace.js"
 * @import { Words } from "../locales/playground.js"
 * @import { Place, State } from "./scene.js"
 */
import { css, html, nothing } from "lit";
import { Library } from "../worked/library.js";
import { loadWords } from "../locales/index.js";
import { MOST_FOLLOWED, RowInspector } from "../panels/train/row-inspector.js";
import { wordsForTraces } from "../panels/train/sentences.js";
import { register } from "../element/register.js";
import { StepEvents } from "../worked/step-events.js";
import { backIcon, forwardIcon } from "../worked/views/icons.js";
import { Scene } from "./scene.js";
import { about, button } from "./views.js";

/** How many units of a layer are drawn, and how high: a post has no room for more. */
const PLACES = 4;
const TALL = 222;

const rowStyle = css`
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--gn-space-3);
  }
  @container (min-width: 600px) {
    .scene {
      gap: var(--gn-space-2);
    }
    .facts > * {
      font-size: var(--gn-text-12);
    }
  }
`;

export class RowScene extends Scene {
  static styles = [Scene.styles, rowStyle].flat();

  static scene = /** @type {const} */ ("row");

  static stepsAreUpdates = false;

  static pictured = [
    ".about",
    ...[".operation > .card-title", ".stage", ".operation > .prose"].map((part) => `gn-row-inspector >>> ${part}`),
  ];

  /** @type {import("lit").PropertyDeclarations} */
  static properties = { trace: { state: true }, main: { state: true } };

  constructor() {
    super();
    /** @type {ModelTrace | undefined} */ this.trace = undefined;
    /** The worked example's words, with those of any model. @type {TraceWords | undefined} */ this.main = undefined;
  }

  #library = new Library(this.lab.engine);
  #request = 0;
  /** The record that was request for last. */
  #looking = Promise.resolve();
  /** Where the reader is among the operations. */
  #at = 0;
  #steps = new StepEvents(this);
  /** Where the reader is to be once there is something to see. @type {Place | undefined} */
  #goal;
  /** @type {() => void} */
  #onWords = () => {};
  /** When there are words to show a record with. @type {Promise<void>} */
  #words = new Promise((resolve) => {
    this.#onWords = resolve;
  });

  /** @returns {RowInspector | null} */
  get inspector() {
    return this.renderRoot.querySelector("gn-row-inspector");
  }

  /** @param {import("lit").PropertyValues<this>} changed */
  willUpdate(changed) {
    super.willUpdate(changed);
    const { words } = this;
    if (changed.has("words") && words)
      loadWords(words.lang).then((main) => {
        if (words !== this.words) return;
        this.main = wordsForTraces(main, words);
        this.#onWords();
      });
  }

  /** @param {string} event */
  follow(event) {
    super.follow(event);
    if (!this.lab.running && !this.lab.busy && event !== "validation-error") this.#look();
  }

  get #isTooLarge() {
    return (this.lab.setup?.parameters ?? 0) > MOST_FOLLOWED;
  }

  /** The record of the row with the weights of this moment. */
  #look() {
    this.#looking = this.#record();
  }

  async #record() {
    const { lab } = this;
    const request = ++this.#request;
    if (!lab.setup || this.#isTooLarge) return;
    try {
      const trace = await lab.ask("trace", lab.row);
      await this.#words;
      await this.#library.curvesFor(trace);
      if (request !== this.#request) return;
      this.trace = trace;
      await this.updateComplete;
      await this.inspector?.updateComplete;
      this.#arrive();
    } catch (failure) {
      if (request === this.#request) this.failure = failure;
    }
  }

  /** Where a link led before there was anything to see. */
  #arrive() {
    const goal = this.#goal;
    if (!goal || !this.inspector) return;
    this.#goal = undefined;
    this.inspector.goTo(goal);
  }

  /** @param {CustomEvent<{ at: number, last: number }>} event */
  #onMoment = ({ detail: { at, last } }) => {
    this.#at = at;
    this.#steps.at(at, last, 1, this.trace?.events[at - 1], {
      epoch: this.lab.history.epoch.length,
      row: this.lab.row,
    });
  };

  /**
   * Where the text leads the reader is in the trained network: it is trained first where it is not yet.
   * @param {Place} place
   */
  async goTo({ epoch, row, ...place }) {
    this.#goal = undefined;
    await super.goTo({ epoch, row });
    if (epoch === undefined && !this.#isTrained) await this.train();
    await this.#lead(place);
  }

  /**
   * Leads the reader to a place once the record of this moment is there: a later one may overtake it.
   * @param {Place} place
   */
  async #lead(place) {
    this.#goal = place;
    this.#look();
    for (let last; last !== this.#looking;) await (last = this.#looking);
  }

  /** Whether it has learned something, here or where its file came from. */
  get #isTrained() {
    return Boolean(this.lab.state?.updates || this.lab.config?.weights);
  }

  /** To the end of the training. */
  train() {
    return this.lab.trainTo(Infinity);
  }

  /** Trains where that is not done, then goes through the operations by itself. */
  async play() {
    if (!this.#isTrained) await this.train();
    await this.#lead({ play: true });
  }

  pause() {
    this.lab.pause();
    this.inspector?.pause();
  }

  /** @param {number} [count] Of the size that the reader chose. */
  async step(count = 1) {
    this.inspector?.step(count);
  }

  /** Back to before the first operation; the network stays trained. */
  async reset() {
    this.inspector?.goTo({ at: 0 });
  }

  /** @returns {(State & { at: number }) | undefined} */
  get state() {
    const state = super.state;
    return state && { ...state, at: this.#at };
  }

  /** @param {(State & { at?: number }) | undefined} state */
  set state(state) {
    if (state?.at !== undefined) this.#goal = { at: state.at };
    super.state = state;
  }

  /** @param {number} row */
  #pick(row) {
    const rows = this.lab.setup?.data.rows ?? 1;
    this.lab.pick(Math.min(Math.max(Math.round(row) || 0, 0), rows - 1));
  }

  /** Whose weights these are, and how to get others. @param {Words} words */
  #weights({ scenes: { row: own }, train }) {
    const {
      lab: { state, running, busy },
      lab,
    } = this;
    if (!state) return nothing;
    const [epochs, done] = [state.epochs, this.lab.history.epoch.length];
    const text = running
      ? own.training(Math.min(state.epoch + 1, epochs), epochs)
      : !state.updates
        ? this.#isTrained
          ? own.brought
          : own.untrained
        : state.batch === 0 || state.end
          ? own.trained(done)
          : own.partly(state.updates);
    return html`<div class="row weights">
      <p role=${running ? nothing : "status"}>${text}</p>
      ${
        running
          ? html`<progress max=${epochs} .value=${state.epoch} aria-label=${text}></progress
              >${button("play", train.pause, () => lab.pause())}`
          : state.updates
            ? button(
                "play",
                own.back,
                () => {
                  lab.reset();
                },
                { disabled: busy },
              )
            : button(
                "play",
                own.train(epochs),
                () => {
                  this.train();
                },
                { primary: true, disabled: busy },
              )
      }
    </div>`;
  }

  /** @param {Words} words */
  #rows({ train }) {
    const { lab } = this;
    const test = lab.setup?.testRows.includes(lab.row) && !lab.setup?.trainRows.includes(lab.row);
    return html`<div class="row rows settings">
      <button
        type="button"
        class="button"
        part="button"
        title=${train.previous}
        aria-label=${train.previous}
        ?disabled=${lab.row === 0}
        @click=${() => this.#pick(lab.row - 1)}
      >
        ${backIcon}
      </button>
      <label class="number"
        ><span>${train.row}</span
        ><input
          inputmode="numeric"
          .value=${String(lab.row)}
          @change=${(/** @type {Event} */ event) =>
            this.#pick(Number(/** @type {HTMLInputElement} */ (event.target).value))}
      /></label>
      <button
        type="button"
        class="button"
        part="button"
        title=${train.next}
        aria-label=${train.next}
        ?disabled=${lab.row === (lab.setup?.data.rows ?? 1) - 1}
        @click=${() => this.#pick(lab.row + 1)}
      >
        ${forwardIcon}
      </button>
      <span class="about">${train.rowKind[test ? "test" : "train"]}</span>
    </div>`;
  }

  /** @param {Words} words */
  content(words) {
    const { lab, digits, trace, main } = this;
    const { setup } = lab;
    if (!setup) return nothing;
    if (this.#isTooLarge)
      return html`<p class="validation-error" role="alert">
        ${words.train.tooLarge(setup.parameters, MOST_FOLLOWED)}
      </p>`;
    return html`<div class="facts">
        ${about(words, setup)}
        <p class="note">${words.train.whole}</p>
      </div>
      <div class="moment">${this.#rows(words)}${this.#weights(words)}</div>
      ${
        trace && main
          ? html`<gn-row-inspector
              part="picture"
              controls=${this.attributeValues.controls ?? nothing}
              density=${this.getAttribute("density") ?? nothing}
              .trace=${trace}
              .setup=${this.lab.setup}
              .words=${main}
              .curves=${this.#library.curves}
              .digits=${digits}
              .places=${PLACES}
              .tall=${TALL}
              @moment=${this.#onMoment}
            ></gn-row-inspector>`
          : html`<div class="waiting"></div>`
      }`;
  }
}

register({ "gn-row-inspector": RowInspector, "glass-net-row": RowScene });
