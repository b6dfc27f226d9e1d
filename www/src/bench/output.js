/**
 * What comes out: the surface over two features, predictions over targets, or classes; the row that goes through the
 * network, the score in a line of words, and the loss as it goes on.
 *
 * @import { Setup } from "../experiment/types.js"
 * @import { Points, Sampled } from "../panels/results/surface-reading.js"
 * @import { Judged } from "./output-score.js"
 */
import { html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { areSame } from "../charts/layer.js";
import { LiveText } from "../experiment/draw-scheduler.js";
import { Poller } from "../panels/results/poller.js";
import { pointsOf } from "../panels/results/surface-sampler.js";
import { groupsOf, nameOfUnit, readingOf, thinNote } from "../panels/results/surface-reading.js";
import { flowView } from "./output-flow.js";
import { lossCurves, lossView, TestLosses } from "./output-loss.js";
import { classesOf, judge, scoreText } from "./output-score.js";
import { outputStyle } from "./output-style.js";
import { surfaceTable } from "./output-table.js";
import { classesView, fitView, kindOf, planeView, rowsView, sampledOf } from "./output-views.js";
import { Part } from "./part.js";
import { partStyle } from "./part-style.js";

/** How often words and the loss are drawn anew while it trains, in milliseconds. */
const SLOWLY = 170;

export class BenchOutput extends Part {
  static part = /** @type {const} */ ("output");
  static styles = [partStyle, outputStyle];
  static follows = [...Part.follows, "frame", "unit"];
  /** @type {import("../experiment/lab.js").PanelQuery[]} */
  static queries = ["losses", "activations", "surfaces", "outputs"];

  /** @type {import("lit").PropertyDeclarations} */
  static properties = {
    ...Part.properties,
    judged: { state: true },
    points: { state: true },
    isTable: { state: true },
  };

  constructor() {
    super();
    /** @type {Judged | undefined} */ this.judged = undefined;
    /** Of a problem of two features. @type {{ setup: Setup, train: Points, test: Points } | undefined} */
    this.points = undefined;
    /** Whether the values are shown as a table. */ this.isTable = false;
  }

  /** The class of each row. @type {{ setup: Setup, classes: Map<number, number> } | undefined} */
  #truth;
  #poller = new Poller(() => this.#look());
  #tests = new TestLosses();
  #flow = new LiveText(this, SLOWLY);
  #loss = new LiveText(this, SLOWLY);
  /**
   * The marks of the points, and what they were made of.
   * @type {{ of: readonly unknown[], groups: ReturnType<typeof groupsOf> }}
   */
  #marks = { of: [], groups: [] };
  /** Whether something happened while it was out of sight. */
  #isBehind = true;

  /** @param {string} event */
  follow(event) {
    if (event === "setup") {
      this.#tests.clear();
      this.isTable = false;
    }
    if (event === "setup" || event === "running" || event === "frame") {
      if (!this.inView) this.#isBehind = true;
      else if (event === "frame" && this.lab.running) this.#poller.whenDue();
      else this.#poller.atOnce();
    }
    if (event === "frame" && this.lab.running) {
      this.#flow.next();
      this.#loss.next();
    }
    super.follow(event);
  }

  willUpdate() {
    if (!this.inView || !this.#isBehind || !this.lab) return;
    this.#isBehind = false;
    this.#poller.atOnce();
  }

  async #look() {
    const { lab } = this;
    const { setup } = lab;
    if (!setup) return;
    const kind = kindOf(setup);
    try {
      if (kind === "plane" && this.points?.setup !== setup) await this.#place(setup);
      if (kind === "classes" && this.#truth?.setup !== setup) this.#truth = { setup, classes: await classesOf(lab) };
      const judged = await judge(lab, setup, kind === "fit");
      if (setup !== lab.setup) return;
      if (judged.loss !== undefined) this.#tests.add(judged.updates, judged.loss);
      this.judged = judged;
    } catch {
      // Another experiment came in between, and its own look follows; what else fails is told where it was asked for.
    }
  }

  /** Where the rows stand does not change while it trains. @param {Setup} setup */
  async #place(setup) {
    const { lab } = this;
    const [train, test] = [await pointsOf(lab, setup, "train"), await pointsOf(lab, setup, "test")];
    if (setup === lab.setup) this.points = { setup, train, test };
  }

  /** @param {CustomEvent} event */
  #send = ({ detail }) => this.lab.send(detail);

  /** @param {CustomEvent} event */
  #pick = ({ detail }) => {
    if (detail !== undefined) this.lab.pick(detail);
  };

  /** @param {KeyboardEvent} event */
  #onKey = (event) => {
    if (event.key !== "Escape") return;
    if (this.isTable) this.#toggle();
    else if (this.lab.values) this.lab.send(undefined);
  };

  #toggle = async () => {
    this.isTable = !this.isTable;
    await this.updateComplete;
    const selector = this.isTable ? ".values-table button" : ".head button";
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(selector))?.focus();
  };

  /** Where what goes through the network stands. @returns {readonly [number, number] | undefined} */
  get #mark() {
    const { lab, points } = this;
    if (lab.values) return [lab.values[0], lab.values[1]];
    if (!points || points.setup !== lab.setup) return undefined;
    for (const { rows, x, y } of [points.train, points.test]) {
      const i = rows.indexOf(lab.row);
      if (i >= 0) return [x[i], y[i]];
    }
    return undefined;
  }

  /** The same as long as the points are: what is drawn of them is kept. @param {Setup} setup
   *   @param {typeof this.points} own */
  #groups(setup, own) {
    const of = [this.words, setup, own];
    if (!areSame(of, this.#marks.of)) this.#marks = { of, groups: own ? groupsOf(this.words, setup, own) : [] };
    return this.#marks.groups;
  }

  /** @param {Setup} setup @param {Sampled | undefined} sampled */
  #plane(setup, sampled) {
    const { lab, words, points } = this;
    const { row, values, unit } = lab;
    const own = points?.setup === setup ? points : undefined;
    return guard([lab.frame?.surfaces, own, unit, row, values, words, setup], () =>
      planeView(words, setup, {
        sampled,
        reading: sampled && readingOf(words, setup, sampled, unit),
        groups: this.#groups(setup, own),
        mark: this.#mark,
        choose: this.#send,
      }),
    );
  }

  /** @param {Setup} setup */
  #picture(setup) {
    const { lab, words, judged } = this;
    const { unit, frame, row } = lab;
    const kind = kindOf(setup);
    if (kind === "plane") return this.#plane(setup, sampledOf(setup, frame));
    if (unit && unit.layer >= 0 && frame?.outputs)
      return guard([frame.outputs, unit, row, words], () =>
        frame.outputs ? rowsView(words, setup, frame.outputs, unit, row, this.#pick) : nothing,
      );
    if (kind === "fit")
      return guard([judged, row, words], () =>
        judged?.setup === setup ? fitView(words, judged, lab.values ? -1 : row, this.#pick) : nothing,
      );
    const outputs = frame?.activations?.at(-1);
    const actual = lab.values ? undefined : this.#truth?.classes.get(row);
    return outputs ? classesView(words, setup, outputs, actual) : nothing;
  }

  /** @param {Setup} setup */
  #heading(setup) {
    const { lab, words, own } = this;
    const kind = kindOf(setup);
    // Of a table, an input has no picture of its own.
    if (lab.unit && (kind === "plane" || lab.unit.layer >= 0))
      return html`<b>${nameOfUnit(words, setup, lab.unit)}</b>`;
    return kind === "plane" ? words.results.surface.output : own[kind];
  }

  /** @param {Setup} setup */
  #table(setup) {
    const { words, own, lab } = this;
    const sampled = this.isTable ? sampledOf(setup, lab.frame) : undefined;
    if (!sampled) return nothing;
    const { values, heading } = readingOf(words, setup, sampled, lab.unit);
    return html`<div class="values-table" role="dialog" aria-label=${words.results.surface.table}>
      <div class="head">
        <h3>${heading}</h3>
        <button type="button" class="quiet" @click=${this.#toggle}>${own.closeTable}</button>
      </div>
      <div class="scroll" tabindex="0" role="group" aria-label=${heading}>
        ${surfaceTable(words, setup, sampled, values)}
        <p class="note">${this.points?.setup === setup ? thinNote(words, setup, this.points) : nothing}</p>
      </div>
    </div>`;
  }

  content() {
    const { lab, words, own, judged } = this;
    const { setup, frame } = lab;
    if (!setup) return nothing;
    const [flow, loss] = [this.#flow.turn(lab.running), this.#loss.turn(lab.running)];
    const isPlane = kindOf(setup) === "plane";
    return html`<div class="output" @keydown=${this.#onKey}>
      <div class="head">
        <h3>${this.#heading(setup)}</h3>
        ${
          isPlane
            ? html`<button type="button" class="quiet" aria-label=${words.results.surface.table} @click=${this.#toggle}>
                ${own.table}
              </button>`
            : nothing
        }
      </div>
      <div class="picture pictured">${this.#picture(setup)}</div>
      ${guard([flow], () => (frame?.activations ? flowView(words, setup, frame.activations, lab) : nothing))}
      <p class="score">
        ${guard([judged, setup, words], () => (judged?.setup === setup ? scoreText(words, judged) : nothing))}
      </p>
      <div class="loss">${guard([loss], () => lossView(words, lossCurves(words, lab, setup, this.#tests)))}</div>
      ${this.#table(setup)}
    </div>`;
  }
}
