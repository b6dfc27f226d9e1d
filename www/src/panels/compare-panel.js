/**
 * Gradient descent, three ways: up to six runs from one start on the reader's data, beside each other.
 *
 * @import { ExperimentConfig } from "../experiment/types.js"
 * @import { Axis } from "./compare/reading.js"
 * @import { Run } from "./compare/runs.js"
 */
import { html, nothing } from "lit";
import { isSameConfig } from "../experiment/config.js";
import { parse } from "../format.js";
import { panelStyle } from "./style/panel.js";
import { curvesView, sentences, tableView } from "./compare/outcome.js";
import { planeView } from "./compare/plane-view.js";
import { replayView } from "./compare/replay-view.js";
import { Race } from "./compare/race.js";
import {
  faults,
  fourOptimizers,
  freeKey,
  isUneven,
  MOST_RUNS,
  RATES,
  runConfig,
  runOf,
  threeWays,
} from "./compare/runs.js";
import { labelOf, runStyle, runsView } from "./compare/runs-view.js";
import { compareStyle } from "./compare/style.js";
import { Panel } from "./panel.js";
import { Surroundings } from "../element/surroundings.js";
import { featureColumns } from "./results/values.js";
import { validationErrorNote } from "./views/validation-error.js";
import { LineChart } from "../charts/line-chart.js";
import { Contour } from "../charts/contour.js";
import { register } from "../element/register.js";

const MOST_EPOCHS = 1000;

export class ComparePanel extends Panel {
  static styles = [panelStyle, compareStyle];

  static panel = /** @type {const} */ ("compare");

  static follows = ["setup"];

  /** @type {import("lit").PropertyDeclarations} */
  static properties = {
    runs: { state: true },
    epochs: { state: true },
    isStandard: { state: true },
    axis: { state: true },
  };

  constructor() {
    super();
    /** @type {readonly Run[]} */ this.runs = [];
    this.epochs = "30";
    /** Whether features are standardised for the comparison where the experiment does not scale them. */
    this.isStandard = true;
    /** @type {Axis} */ this.axis = "epochs";
    /** The runs that are drawn: those of the fields may have changed since. @type {readonly Run[]} */ this.drawn = [];
    this.race = new Race(() => this.requestUpdate());
  }

  surroundings = new Surroundings(this, {
    motion: (reduced) => this.race.replay.reduce(reduced),
    sight: (seen) => this.race.replay.see(seen),
  });

  /** What was compared last belongs to this. @type {ExperimentConfig | undefined} */
  #about;

  /** @param {string} event */
  follow(event) {
    // Start weights that were drawn anew are another start: its paths are others.
    if (!this.#about || !isSameConfig(this.#about, this.lab.config)) {
      this.race.clear();
      // Runs that the reader did not touch follow the experiment.
      if (!this.#isOwn) this.runs = [];
    }
    super.follow(event);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (!this.isConnected) this.race.clear();
    });
  }

  get #batchSize() {
    return this.lab.setup?.batchSize ?? 5;
  }

  get #rate() {
    return RATES[this.lab.setup?.task ?? "regression"];
  }

  willUpdate() {
    if (!this.runs.length && this.lab?.setup) this.runs = threeWays(this.#batchSize, this.#rate);
  }

  /** @param {number} key @param {Partial<Run>} change */
  #edit = (key, change) => {
    this.#isOwn = true;
    this.runs = this.runs.map((run) => (run.key === key ? { ...run, ...change } : run));
  };

  /** Whether the reader chose the runs. */
  #isOwn = false;

  #acts = {
    edit: this.#edit,
    remove: (/** @type {number} */ key) => {
      this.#isOwn = true;
      this.runs = this.runs.filter((run) => run.key !== key);
    },
    add: () => {
      this.#isOwn = true;
      if (this.runs.length < MOST_RUNS)
        this.runs = [
          ...this.runs,
          runOf(freeKey(this.runs), { size: String(this.#batchSize), optimizer: "adam", rate: this.#rate }),
        ];
    },
    three: () => {
      this.#isOwn = false;
      this.runs = threeWays(this.#batchSize, this.#rate);
    },
    four: () => {
      this.#isOwn = true;
      this.runs = fourOptimizers(this.#batchSize, this.#rate);
    },
  };

  get #epochCount() {
    const count = parse(this.epochs);
    return count !== undefined && Number.isInteger(count) && count >= 1 && count <= MOST_EPOCHS ? count : undefined;
  }

  /** Whether the experiment leaves features as they are that had better be scaled. */
  get #isUnscaled() {
    const { setup } = this.lab;
    return setup?.config.scaling === "none" && isUneven(featureColumns(setup));
  }

  #start = () => {
    const { lab, runs, words } = this;
    const epochs = this.#epochCount;
    if (epochs === undefined || runs.some((run) => faults(run).length)) return;
    /** @type {ExperimentConfig} */
    const config = this.#isUnscaled && this.isStandard ? { ...lab.config, scaling: "standard" } : lab.config;
    this.drawn = runs;
    this.#about = lab.config;
    this.#isToShow = true;
    this.race.start(
      lab,
      config,
      runs.map((run) => runConfig(run, labelOf(words, run, runs))),
      epochs,
    );
  };

  /** Whether what was just begun is still to be brought into view. */
  #isToShow = false;

  updated() {
    const replay = this.renderRoot.querySelector(".replay");
    if (!this.#isToShow || !this.race.isRunning || !replay) return;
    this.#isToShow = false;
    replay.scrollIntoView({ block: "start", behavior: this.race.replay.isReduced ? "instant" : "smooth" });
  }

  #controls() {
    const { race, own, runs } = this;
    const isWrong = this.#epochCount === undefined;
    return html`<div class="fields">
        <label class="field"
          ><span>${own.epochs}</span
          ><input
            inputmode="numeric"
            autocomplete="off"
            .value=${this.epochs}
            aria-invalid=${isWrong}
            @change=${(/** @type {any} */ event) => {
              this.epochs = event.target.value;
            }}
        /></label>
      </div>
      ${isWrong ? html`<p class="validation-error" role="alert">${own.notEpochs}</p>` : nothing}
      ${
        this.#isUnscaled
          ? html`<div>
              <label class="check"
                ><input
                  type="checkbox"
                  .checked=${this.isStandard}
                  @change=${(/** @type {any} */ event) => {
                    this.isStandard = event.target.checked;
                  }}
                />${own.standard}</label
              >
              <p class="note">${own.standardNote}</p>
            </div>`
          : nothing
      }
      <div class="row">
        ${
          race.isRunning
            ? html`<button type="button" class="button primary stop" @click=${() => race.stop()}>${own.stop}</button>`
            : html`<button
                type="button"
                class="button primary start"
                ?disabled=${isWrong || runs.some((run) => faults(run).length)}
                @click=${this.#start}
              >
                ${race.curves.length ? own.again : own.start}
              </button>`
        }
      </div>
      ${race.failure ? validationErrorNote(this.words, race.failure) : nothing}`;
  }

  #outcome() {
    const { words, race, axis, own } = this;
    const setup = this.lab.setup;
    if (!setup || !race.current) return html`<p class="note">${own.empty}</p>`;
    const view = {
      words,
      race,
      setup,
      axis,
      labels: race.current.runs.map(({ label }) => label),
      styles: this.drawn.map(runStyle),
      turn: (/** @type {Axis} */ to) => {
        this.axis = to;
      },
      plane: (/** @type {[number, number] | undefined} */ weights) => {
        race.setWeights(weights);
      },
    };
    return html`${replayView(view)}
      <div class="columns two">
        ${planeView(view)}
        <div class="group">${curvesView(view)}${sentences(view)}</div>
      </div>
      ${tableView(view)}`;
  }

  content() {
    const { own, words, runs } = this;
    const { terms } = own;
    return html`<details>
        <summary>${terms.summary}</summary>
        <div class="group">
          <p>${terms.backprop}</p>
          <p>${terms.descent}</p>
          <p>${terms.ways}</p>
          <p class="note">${terms.gently}</p>
        </div>
      </details>
      <section class="group" aria-label=${own.setup}>
        <h3>${own.setup}</h3>
        ${runsView(words, runs, this.#acts)}${this.#controls()}
      </section>
      <section class="group outcome">${this.#outcome()}</section>`;
  }
}

register({ "gn-line-chart": LineChart, "gn-contour": Contour, "gn-compare-panel": ComparePanel });
