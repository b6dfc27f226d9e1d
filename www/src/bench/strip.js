/**
 * The strip under the bench: the four phases as lamps, what happens in one sentence, what the engine noticed, and the
 * way inside this moment.
 *
 * @import { Hint } from "../experiment/types.js"
 */
import { html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { Surroundings } from "../element/surroundings.js";
import { LiveText } from "../experiment/draw-scheduler.js";
import { hintList } from "../panels/views/hint.js";
import { Part } from "./part.js";
import { partStyle } from "./part-style.js";
import { largestChange, sentenceOf } from "./strip-sentence.js";
import { stripStyle } from "./strip-style.js";

const PHASES = /** @type {const} */ (["forward", "loss", "backward", "update"]);

/** How long the lamp of a phase is lit after a single update, in milliseconds. */
const PHASE = 250;

/** What runs for so long is no single update, in milliseconds: then all lamps are lit. */
const RUNNING = 150;

/** How often the sentence changes while it trains, in milliseconds. */
const SLOWLY = 250;

/** What a reader should know first. @type {readonly Hint["severity"][]} */
const SEVERITIES = ["problem", "warning", "info"];

export class BenchStrip extends Part {
  static part = /** @type {const} */ ("strip");
  static styles = [partStyle, stripStyle];
  static follows = [...Part.follows, "frame"];
  static properties = { ...Part.properties, lit: { state: true }, isListed: { state: true } };

  constructor() {
    super();
    /** Which of the phases are lit. @type {readonly string[]} */ this.lit = [];
    /** Whether the hints are shown. */ this.isListed = false;
  }

  #isReduced = false;
  surroundings = new Surroundings(this, {
    motion: (reduced) => {
      this.#isReduced = reduced;
    },
  });
  /** What was seen at rest. @type {{ weights?: Float32Array, updates: number }} */
  #rest = { updates: 0 };
  /** How far the last single update moved a weight. @type {number | undefined} */
  #change;
  #timer = 0;
  #text = new LiveText(this, SLOWLY);

  /** @param {string} event */
  follow(event) {
    if (event === "setup") this.#start();
    if (event === "running") this.#run();
    if (event === "frame" && this.lab.running) return this.#text.next();
    if (event === "frame") this.#rested();
    super.follow(event);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  willUpdate() {
    const { lab } = this;
    // The first experiment was there before the strip was.
    if (lab?.frame && !this.#rest.weights && !lab.running) this.#start();
  }

  #run() {
    clearTimeout(this.#timer);
    this.lit = [];
    if (this.lab.running)
      this.#timer = window.setTimeout(() => {
        this.lit = PHASES;
      }, RUNNING);
  }

  #start() {
    this.#run();
    this.#change = undefined;
    this.#rest = { weights: this.lab.frame?.weights, updates: this.lab.state?.updates ?? 0 };
    this.isListed &&= this.lab.hints.length > 0;
  }

  /** It stands still: after a single update its four phases are shown one after the other. */
  #rested() {
    const { frame, state } = this.lab;
    const updates = state?.updates ?? 0;
    if (updates === this.#rest.updates) return;
    const isSingle = updates === this.#rest.updates + 1;
    this.#change = isSingle ? largestChange(this.#rest.weights, frame?.weights) : undefined;
    this.#rest = { weights: frame?.weights, updates };
    if (!isSingle) return;
    this.#play(this.#isReduced ? [PHASES] : PHASES.map((phase) => [phase]));
  }

  /** Lights lamps one after the other. @param {readonly (readonly string[])[]} steps */
  #play([now = [], ...then]) {
    clearTimeout(this.#timer);
    this.lit = now;
    if (now.length) this.#timer = window.setTimeout(() => this.#play(then), PHASE * now.length);
  }

  #look = () => this.tell("look-inside");

  #list = () => {
    this.isListed = !this.isListed;
  };

  /** @param {KeyboardEvent} event */
  #onKey = (event) => {
    if (event.key !== "Escape" || !this.isListed) return;
    event.preventDefault();
    this.#list();
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(".chip"))?.focus();
  };

  #lamps() {
    const { own, lit } = this;
    return html`<ol class="lamps" aria-label=${own.phasesLabel}>
      ${PHASES.map(
        (phase) =>
          html`<li class=${lit.includes(phase) ? "lit" : ""} data-phase=${phase} .style=${`--color:var(--gn-${phase})`}>
            <span data-word=${own.phases[phase]}>${own.phases[phase]}</span>
          </li>`,
      )}
    </ol>`;
  }

  #hints() {
    const { lab, words, own, isListed } = this;
    const { hints } = lab;
    const severity = SEVERITIES.find((one) => hints.some((hint) => hint.severity === one));
    if (!severity) return nothing;
    return html`<button
        type="button"
        class=${`button chip ${severity}`}
        aria-expanded=${isListed}
        aria-controls="hints"
        @click=${this.#list}
      >
        ${words.hints.severity[severity]} · ${own.hints(hints.length)}
      </button>
      ${
        isListed
          ? html`<div id="hints" class="popover" role="dialog" aria-label=${words.hints.title} tabindex="0">
              ${hintList(words, hints)}
            </div>`
          : nothing
      }`;
  }

  content() {
    const { lab, words, own } = this;
    const { setup, state, running } = lab;
    if (!setup || !state) return nothing;
    return html`<div class="strip" @keydown=${this.#onKey}>
      ${this.#lamps()}
      <p class=${`sentence ${state.end?.why ?? ""}`} aria-live=${running ? "off" : "polite"}>
        ${guard([this.#text.turn(running), this.#change], () => sentenceOf(words, setup, state, { running, change: this.#change }))}
      </p>
      ${this.#hints()}
      <button type="button" class="button look" @click=${this.#look}>${own.look}</button>
    </div>`;
  }
}
