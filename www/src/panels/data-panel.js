/**
 * From a table to batches: choose data and columns, scale, split, shuffle and batch, and see what the model gets.
 *
 * @import { DataConfig, ExperimentConfig, Setup } from "../experiment/types.js"
 * @import { Role } from "./data/columns.js"
 */
import { html, nothing } from "lit";
import { withDataAndSplit } from "../experiment/presets.js";
import { panelStyle } from "./style/panel.js";
import { batchView, tensorView } from "./data/batch-view.js";
import { columnsInPython, keptIndexes, modelFor, sameProblem, withRole } from "./data/columns.js";
import { dataStyle } from "./data/data-style.js";
import { Files } from "./data/files.js";
import { partsOf } from "./data/parts.js";
import { sourceView } from "./data/source-view.js";
import { splitView, taskView } from "./data/split-view.js";
import { nameOf } from "./model/names.js";
import { Panel } from "./panel.js";
import { hintList } from "./views/hint.js";
import { validationErrorAt } from "./views/validation-error.js";
import { showChoices } from "./views/setting.js";
import { BatchGrid } from "./data/batch-grid.js";
import { RowsStrip } from "./data/rows-strip.js";
import { DataTable } from "./data/table.js";
import { register } from "../element/register.js";
import { yieldToEvents } from "../engine/yield.js";

/** The batch that comes next is printed this often while training goes on, in milliseconds. */
const OFTEN = 250;

/**
 * @typedef {object} Adapted
 * @property {number} units @property {string} activation @property {string} loss Of the output layer as it is now.
 * @property {NonNullable<Setup["taskReason"]>} [reason] What made it another task by itself.
 * @property {Setup} setup In which it is so.
 * @property {ExperimentConfig} former The way back.
 */

export class DataPanel extends Panel {
  static panel = /** @type {const} */ ("data");

  static follows = ["setup", "frame", "running", "busy", "validation-error"];

  static styles = [panelStyle, dataStyle];

  static properties = {
    ...Panel.properties,
    dragged: { state: true },
    taken: { state: true },
  };

  constructor() {
    super();
    this.dragged = false;
    /** The reader's own files. */ this.files = new Files(this);
    /** The output layer that was changed to fit the data, and what was before. @type {Adapted | undefined} */
    this.adapted = undefined;
    /** Whether the kind of problem was chosen last, not a column: a validation error of the target stands beside it. */
    this.taskChosen = false;
    /** The batch that comes next, as text. */ this.taken = "";
    /** What each row is for. */ this.parts = new Uint8Array();
  }

  /** @type {AbortController | undefined} */
  #dropping;

  /** A file may be dropped anywhere on the playground; the rest of the page is its own. */
  connectedCallback() {
    super.connectedCallback();
    this.#dropping = new AbortController();
    const root = this.getRootNode();
    const ground = root instanceof ShadowRoot ? root.host : this;
    for (const name of ["dragenter", "dragover", "dragleave", "drop"]) {
      ground.addEventListener(name, (event) => this.#drag(/** @type {DragEvent} */ (event)), {
        signal: this.#dropping.signal,
      });
    }
  }

  /**
   * Other data for the reader's model, as another part of the playground asks for it: it is told what became of the
   * output layer.
   * @param {{ data: DataConfig, tell: (adapted?: Adapted) => void }} asked
   */
  async chooseFor({ data, tell }) {
    await this.choose(data);
    tell(this.adapted);
  }

  /**
   * A file, as another part of the playground asks for it: it is told why the file was not taken, too.
   * @param {{ file: File, tell: (failure?: unknown, adapted?: Adapted) => void }} asked
   */
  async openFor({ file, tell }) {
    await this.files.openAll([file]);
    tell(this.files.rejectedBy("file")?.failure, this.adapted);
  }

  /** Files that were dropped. @param {File[]} files */
  take(files) {
    this.#open();
    this.files.openAll(files);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#dropping?.abort();
  }

  /** Opens the tab that it is. */
  #open() {
    this.dispatchEvent(new CustomEvent("show-tab", { bubbles: true, composed: true, detail: "table" }));
  }

  /** Opens the tab at what was rejected: a file may come from anywhere. */
  async showRejection() {
    this.#open();
    // The playground draws its tabs first.
    await new Promise(requestAnimationFrame);
    await this.updateComplete;
    this.renderRoot.querySelector(".validation-error")?.scrollIntoView({ block: "nearest" });
  }

  /** @param {DragEvent} event */
  #drag(event) {
    if (event.defaultPrevented || !event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.dragged = event.type !== "dragleave" && event.type !== "drop";
    if (event.type === "drop") this.take([...event.dataTransfer.files]);
  }

  /** @type {Setup | undefined} */
  #known;
  #looked = 0;
  #looking = false;

  /** Of another table the other parts draw enough: this one has a task of its own. */
  async scheduleUpdate() {
    if (this.#known && this.lab?.setup !== this.#known) await yieldToEvents();
    await super.scheduleUpdate();
  }

  /** @param {import("lit").PropertyValues<this>} changed */
  willUpdate(changed) {
    super.willUpdate(changed);
    const { setup } = this.lab ?? {};
    if (!setup || setup === this.#known) return;
    this.#known = setup;
    this.#looked = 0;
    this.parts = partsOf(setup);
  }

  /** A frame moves the lit batch alone: the rest stands still while it trains. @param {string} event */
  follow(event) {
    if (event !== "frame") return super.follow(event);
    if (this.inView) this.#goOn();
  }

  updated() {
    if (!this.lab.busy) showChoices(this.renderRoot);
    this.#goOn();
  }

  #goOn() {
    /** @type {import("./data/batch-grid.js").BatchGrid | null} */ (
      this.renderRoot.querySelector("gn-batch-grid")
    )?.requestUpdate();
    this.#take();
  }

  /** Prints the batch that comes next, now and then. */
  async #take() {
    const { lab } = this;
    const place = lab.state?.updates ?? 0;
    const now = performance.now();
    if (!this.inView || this.#looking || !lab.setup || (lab.running && now - this.#looked < OFTEN)) return;
    if (!lab.running && this.#printed === lab.setup && this.#at === place) return;
    [this.#looking, this.#looked] = [true, now];
    const { setup } = lab;
    const taken = await lab.ask("takeOne").catch(() => undefined);
    this.#looking = false;
    if (taken === undefined || setup !== lab.setup) return;
    [this.#printed, this.#at] = [setup, place];
    this.taken = taken;
    // It may have gone on meanwhile.
    if (!lab.running && (lab.state?.updates ?? 0) !== place) this.#take();
  }

  /** @type {Setup | undefined} */
  #printed;
  #at = -1;

  /**
   * Another thing to predict: the model keeps its hidden layers, and where the problem is another, its output and loss
   * become those that the engine proposes for it. Returns the setup with the model that was proposed, if it was taken.
   * @param {(config: ExperimentConfig) => ExperimentConfig} change
   */
  async put(change) {
    const { lab } = this;
    const [before, all] = [lab.setup, lab.config];
    this.adapted = undefined;
    this.files.clearErrors();
    if (!before) return undefined;
    let former = before.config.model;
    /** @type {Setup | undefined} */
    let proposed;
    const taken = await lab.change(
      (config) => {
        const { model, ...rest } = change(config);
        former = model ?? former;
        return rest;
      },
      (setup) => {
        proposed = setup;
        return { model: modelFor(former, setup.config.model, sameProblem(before, setup)) };
      },
    );
    if (!taken || !proposed) return undefined;
    const same = sameProblem(before, proposed);
    if (!same) this.#announceAdapted(before, all);
    this.requestUpdate();
    return proposed;
  }

  /**
   * Remembers what became of the output layer, and of the task where the reader did not choose it.
   * @param {Setup} before
   * @param {ExperimentConfig} former
   */
  #announceAdapted(before, former) {
    const setup = /** @type {Setup} */ (this.lab.setup);
    const output = setup.layers.at(-1);
    if (!output) return;
    const reason = this.taskChosen || setup.task === before.task ? undefined : setup.taskReason;
    this.adapted = {
      units: output.units,
      activation: output.activation ?? "linear",
      loss: nameOf(setup.config.model.loss, ""),
      reason,
      setup,
      former,
    };
  }

  /** Undoes the change that the output layer was adapted to. */
  undo() {
    const { adapted, lab } = this;
    this.adapted = undefined;
    if (adapted) lab.change(() => adapted.former);
  }

  /** @param {Setup["task"]} task */
  chooseTask(task) {
    this.taskChosen = true;
    return this.put((config) => ({ ...config, task }));
  }

  /** @param {DataConfig} data */
  choose(data) {
    this.taskChosen = false;
    return this.put((config) => withDataAndSplit(config, data));
  }

  /** @param {CustomEvent<{ name: string, role: Role }>} event */
  #role = ({ detail: { name, role } }) => {
    const change = (/** @type {ExperimentConfig} */ config) =>
      withRole(config, /** @type {any} */ (this.lab.setup), name, role);
    this.taskChosen = false;
    if (role === "target") this.put(change);
    else this.lab.change(change);
  };

  /** What helps against the traps, beside their explanation. */
  #helps() {
    const { lab, own } = this;
    const { setup } = lab;
    if (!setup) return nothing;
    const indexes = keptIndexes(setup);
    const hints = lab.hints.filter(({ subject }) => subject === "data");
    const unscaled = hints.some(({ code }) => code === "unscaled_features");
    if (!indexes.length && !hints.length) return nothing;
    return html`<div class="group" data-part="hints">
      ${hintList(this.words, hints)}
      <div class="row">
        ${indexes.map(
          (name) =>
            html`<button
              type="button"
              class="button"
              @click=${() => lab.change((config) => withRole(config, setup, name, "out"))}
            >
              ${own.dropIndex(name)}
            </button>`,
        )}
        ${
          unscaled
            ? html`<button type="button" class="button" @click=${() => lab.change({ scaling: "standard" })}>
                ${own.standardise}
              </button>`
            : nothing
        }
      </div>
    </div>`;
  }

  /** Why columns of a reader's own are no features. */
  #leftOut() {
    const {
      lab: { setup, config },
      own,
    } = this;
    if (!setup || config.data.source !== "csv") return nothing;
    const reasons = [...new Set(setup.leftOut.map(({ reason }) => reason))];
    const named = (/** @type {string} */ of) =>
      setup.leftOut
        .filter(({ reason }) => reason === of)
        .map(({ column }) => column)
        .join(", ");
    return reasons.length
      ? html`<ul class="note notes" data-part="left-out">
          ${reasons.map((reason) => html`<li>${own.leftOut[reason](named(reason))}</li>`)}
        </ul>`
      : nothing;
  }

  #table() {
    const { lab, own, words } = this;
    if (!lab.setup) return nothing;
    return html`<section class="group" aria-labelledby="table">
      <h3 id="table">${own.table}</h3>
      <p class="note">${own.tableHint}</p>
      <gn-data-table
        .lab=${lab}
        .setup=${lab.setup}
        .parts=${this.parts}
        .words=${words}
        .validationError=${lab.validationError}
        @role=${this.#role}
      ></gn-data-table>
      ${this.#leftOut()}
      ${validationErrorAt(words, lab, "features")}${this.taskChosen ? nothing : validationErrorAt(words, lab, "target")}
      ${this.#helps()}
      <details>
        <summary>${own.python}</summary>
        <pre translate="no" tabindex="0">${columnsInPython(lab.setup)}</pre>
      </details>
    </section>`;
  }

  content() {
    if (!this.lab.setup) return nothing;
    return html`${sourceView(this)}${this.#table()}
      <div class="columns two">${taskView(this)}${splitView(this)}</div>
      ${batchView(this)}${tensorView(this)}`;
  }
}

register({
  "gn-data-table": DataTable,
  "gn-rows-strip": RowsStrip,
  "gn-batch-grid": BatchGrid,
  "gn-data-panel": DataPanel,
});
