/**
 * `<glass-net-descent>`: batch, stochastic and mini-batch gradient descent from one start: their losses beside each
 * other and their paths over the contour of the loss.
 *
 * @import { ExperimentConfig } from "../experiment/types.js"
 * @import { Words } from "../locales/playground.js"
 * @import { Axis } from "../panels/compare/reading.js"
 * @import { Run } from "../panels/compare/runs.js"
 */
import { css, html, nothing } from "lit";
import { parse } from "../format.js";
import { languageFor } from "../locales/languages.js";
import { integerOf } from "../experiment/attributes.js";
import { Contour } from "../charts/contour.js";
import { LineChart } from "../charts/line-chart.js";
import { loadPlaygroundWords } from "../locales/playground.js";
import { curvesView, sentences, tableView } from "../panels/compare/outcome.js";
import { planeNote, planeView } from "../panels/compare/plane-view.js";
import { replayView, reserved } from "../panels/compare/replay-view.js";
import { Race } from "../panels/compare/race.js";
import { reachedAt } from "../panels/compare/replay.js";
import { isUneven, RATES, runConfig, threeWays } from "../panels/compare/runs.js";
import { labelOf, runStyle } from "../panels/compare/runs-view.js";
import { compareStyle } from "../panels/compare/style.js";
import { featureColumns } from "../panels/results/values.js";
import { failureText } from "../panels/views/validation-error.js";
import { Surroundings } from "../element/surroundings.js";
import { register } from "../element/register.js";
import { dispatch, dispatchError } from "../element/events.js";
import { Scene } from "./scene.js";
import { about, button } from "./views.js";

/** Epochs of every run where the author names none, and the most. */
const EPOCHS = { few: 30, most: 1000 };

/** Of the two pictures, in pixels: a post has no room for more. */
const HEIGHTS = { plane: 232, curves: 210 };

/**
 * What is seen first are the two pictures; the choice of another plane is the playground's. From 600 px on all of it is
 * seen at once: what starts the race and what replays it share a row, and what is said of the plane stands below it.
 */
const descentStyle = css`
  .picture {
    max-width: none;
  }
  .picture > :is(.fields, .note) {
    display: none;
  }
  progress::-webkit-progress-value {
    background: var(--gn-text);
  }
  .columns .group > .row {
    order: 1;
  }
  .ways {
    grid-area: 1 / 1;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--gn-space-3);
  }
  .start {
    display: contents;
  }
  @container (min-width: 600px) {
    .scene {
      gap: var(--gn-space-2);
    }
    .start {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: var(--gn-space-2);
    }
    .start .toggle {
      min-width: 0;
    }
    .scrubber > .note {
      flex: 0 0 auto;
    }
    .closing > .group {
      gap: 0;
    }
    :is(.about, .note),
    .picture > .note {
      display: block;
      font-size: var(--gn-text-12);
    }
    .columns .group {
      align-content: start;
      gap: var(--gn-space-1);
    }
    .columns .field > [aria-hidden],
    .plane {
      display: none;
    }
  }
`;

export class DescentScene extends Scene {
  static styles = [Scene.styles, compareStyle, descentStyle].flat();

  static scene = /** @type {const} */ ("descent");

  static stepsAreUpdates = false;

  /** @type {import("lit").PropertyDeclarations} */
  static properties = { axis: { state: true } };

  constructor() {
    super();
    /** @type {Axis} */ this.axis = "epochs";
    /** @type {readonly Run[]} */ this.runs = [];
    this.race = new Race(() => this.#changed());
  }

  view = new Surroundings(this, {
    motion: (reduced) => this.race.replay.reduce(reduced),
    sight: (seen) => this.race.replay.see(seen),
  });
  /** Whether the page knows of the end of this race. */
  #isEndTold = false;
  /** The points of the runs that the page knows of. */
  #told = "";
  /** The learning rate that the author gave. @type {string | undefined} */
  #rate;

  disconnectedCallback() {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (!this.isConnected) this.race.clear();
    });
  }

  #changed() {
    const { race } = this;
    this.requestUpdate();
    if (race.failure) dispatchError(this, race.failure);
    this.#tellStep();
    if (!race.current || race.isRunning) this.#isEndTold = false;
    const isEnd = race.isOver && !race.isStopped;
    if (isEnd && !this.#isEndTold) dispatch(this, "end", { why: "finished" });
    this.#isEndTold ||= isEnd;
  }

  /** Each time a run reaches a point that was recorded. */
  #tellStep() {
    const { curves, replay } = this.race;
    const reached = reachedAt(curves, replay.moment);
    if (String(reached) === this.#told) return;
    this.#told = String(reached);
    if (!curves.length) return;
    dispatch(this, "step", {
      progress: replay.moment,
      runs: curves.map(({ label, updates, loss }, i) => ({
        label,
        updates: updates[reached[i] - 1],
        loss: loss[reached[i] - 1],
      })),
    });
  }

  /** @param {string} event */
  follow(event) {
    if (event === "setup") this.#choose();
    super.follow(event);
  }

  /** @param {import("lit").PropertyValues<this>} changed */
  willUpdate(changed) {
    super.willUpdate(changed);
    if (this.attributeValues["learning-rate"] !== this.#rate) this.#choose();
  }

  /** The runs: others than those that were compared. */
  #choose() {
    this.race.clear();
    const { setup } = this.lab;
    const rate = (this.#rate = this.attributeValues["learning-rate"]) ?? "";
    const isRate = (parse(rate) ?? 0) > 0;
    if (setup) this.runs = threeWays(setup.batchSize, isRate ? rate : RATES[setup.task]);
  }

  /**
   * Whether the experiment leaves features as they are that had better be scaled: plain descent would diverge, or get
   * nowhere.
   */
  get #isUnscaled() {
    const { setup } = this.lab;
    return setup?.config.scaling === "none" && isUneven(featureColumns(setup));
  }

  /** Is under way when it settles: where nobody styles it waits. */
  async play() {
    this.#compare(false);
  }

  /** @param {boolean} inBackground Whether also while it is out of view. */
  async #compare(inBackground) {
    const { lab, runs } = this;
    if (!lab.setup) return;
    const words = this.words ?? (await loadPlaygroundWords(languageFor(this)));
    /** @type {ExperimentConfig} */
    const config = this.#isUnscaled ? { ...lab.config, scaling: "standard" } : lab.config;
    await this.race.start(
      lab,
      config,
      runs.map((run) => runConfig(run, labelOf(words, run, runs))),
      integerOf(this.attributeValues.epochs, 1, EPOCHS.most) ?? EPOCHS.few,
      inBackground,
    );
  }

  pause() {
    if (this.race.isRunning) this.race.stop();
    else this.race.replay.pause();
  }

  reset() {
    this.race.clear();
    return Promise.resolve();
  }

  /** There is no going to a place in three runs at once. @param {import("./scene.js").Place} place */
  async goTo({ play }) {
    if (play) await this.play();
  }

  /** There is one step: to the end. */
  step() {
    return this.#compare(true);
  }

  /** @param {Words} words */
  #controls({ compare: own, scenes }) {
    const { race } = this;
    return html`<div class="controls" part="controls" role="group" aria-label=${own.setup}>
      ${
        race.isRunning
          ? button("play", own.stop, () => this.pause(), { primary: true })
          : button(
              "play",
              race.curves.length ? own.again : own.start,
              () => {
                this.play();
              },
              { primary: true },
            )
      }
      ${button(
        "step",
        scenes.reset,
        () => {
          this.reset();
        },
        { disabled: race.isRunning || !race.curves.length },
      )}
    </div>`;
  }

  /** @param {Words} words */
  content(words) {
    const { lab, race, axis, runs } = this;
    const { setup } = lab;
    if (!setup) return nothing;
    const own = words.compare;
    const view = {
      words,
      race,
      setup,
      axis,
      labels: race.current?.runs.map(({ label }) => label) ?? runs.map((run) => labelOf(words, run, runs)),
      styles: runs.map(runStyle),
      heights: HEIGHTS,
      turn: (/** @type {Axis} */ to) => {
        this.axis = to;
      },
      plane: (/** @type {[number, number] | undefined} */ weights) => {
        race.setWeights(weights);
      },
    };
    return html`<div class="facts">
        ${about(words, setup, `SGD ${runs[0]?.rate}`)}
        ${this.#isUnscaled ? html`<p class="note">${words.scenes.standardised}</p>` : nothing}
      </div>
      <div class="start">${this.#controls(words)} ${replayView(view)}</div>
      <div class="columns two">${planeView(view)}${curvesView(view)}</div>
      ${race.failure ? html`<p class="validation-error" role="alert">${failureText(words, race.failure)}</p>` : nothing}
      <div class="closing">
        ${sentences(view)} ${race.current ? nothing : html`<p class="note ways">${own.terms.ways}</p>`}
      </div>
      <p class=${`note plane ${reserved(race.curves.length > 0)}`}>
        ${own.planeAbout} ${race.contour ? planeNote(words, race.contour, setup) : own.explained("00.0")}
      </p>
      ${tableView(view, false)}`;
  }
}

register({ "gn-line-chart": LineChart, "gn-contour": Contour, "glass-net-descent": DescentScene });
