/**
 * `<gn-code-cell>`: a program that is edited and run, with what it prints and, beside it, the network that it builds.
 * It
 * takes the place of the still text once somebody touches that.
 *
 * @import { CodeWords } from "../locales/code.js"
 * @import { PythonWords } from "../locales/en/python.js"
 * @import { Words } from "../locales/playground.js"
 * @import { Editor, Note } from "./editor.js"
 */
import { html, nothing } from "lit";
import { SceneElement } from "../element/element.js";
import { copyText } from "../element/copy.js";
import { dispatch } from "../element/events.js";
import { register } from "../element/register.js";
import { loadCodeWords } from "../locales/code.js";
import { loadPythonWords } from "../locales/python.js";
import { loadPlaygroundWords } from "../locales/playground.js";
import { CodeBeside } from "./beside.js";
import { cellStyle } from "./cell-style.js";
import { consoleView } from "./console-view.js";
import { barView, statusView } from "./controls.js";
import { keepFiles } from "./files.js";
import { notesOf } from "./notes.js";
import { neighbours } from "./neighbours.js";
import { programLines } from "./program-view.js";
import { CellRun } from "./run.js";
import { wordsOf } from "../element/attribute-values.js";

/** What is shown beside a program, in this order. */
const PARTS = /** @type {const} */ (["network", "losses", "batches", "predictions"]);

let count = 0;

export class CodeCell extends SceneElement {
  static styles = cellStyle;

  /** @type {import("lit").PropertyDeclarations} */
  static properties = {
    given: { attribute: false },
    source: { state: true },
    editor: { state: true },
    playground: { state: true },
    python: { state: true },
    pointed: { state: true },
    layer: { state: true },
    opened: { state: true },
    copied: { state: true },
    isInside: { state: true },
  };

  constructor() {
    super();
    /** What the author wrote. */ this.given = { program: "", recorded: "" };
    this.source = "";
    /** @type {CodeWords | undefined} */ this.words = undefined;
    /** @type {Words | undefined} */ this.playground = undefined;
    /** @type {PythonWords | undefined} */ this.python = undefined;
    /** @type {Editor | undefined} */ this.editor = undefined;
    /** The line that the reader points at. @type {number | undefined} */ this.pointed = undefined;
    /** The line of the layer that the reader points at. @type {number | undefined} */ this.layer = undefined;
    /** The epochs whose lines are all shown. @type {ReadonlySet<number>} */ this.opened = new Set();
    this.copied = false;
    /** Whether a row is looked into: that takes the whole width. */ this.isInside = false;
    this.run_ = new CellRun(this, `cell-${++count}`);
    /** When it has its words and is drawn. */
    this.shown = new Promise((resolve) => {
      this.#onShown = resolve;
    });
  }

  /** @type {(value?: unknown) => void} */
  #onShown = () => {};
  /** @type {Element | undefined} */
  #embed;
  /** @type {Promise<Editor> | undefined} */
  #editing;
  /** What has the focus before an update. @type {Element | null} */
  #focused = null;
  /** @type {{ program: string } | undefined} */
  #taken;

  /** @returns {HTMLElement} */
  get embed() {
    return /** @type {HTMLElement} */ (this.#embed ?? this);
  }

  set embed(embed) {
    this.#embed = embed;
  }

  loadWords = loadCodeWords;

  connectedCallback() {
    super.connectedCallback();
    this.run_.connect();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    queueMicrotask(() => this.isConnected || this.run_.close());
  }

  /** @param {import("lit").PropertyValues<this>} changed */
  willUpdate(changed) {
    super.willUpdate(changed);
    if (changed.has("attributeValues")) this.run_.connect();
    if (changed.has("given") && this.given !== this.#taken) {
      const isOwn = this.#taken && this.source !== this.#taken.program;
      this.#taken = this.given;
      if (!isOwn) this.write(this.given.program);
    }
    if (this.words) this.#fetchWords(this.words.lang);
    this.#focused = /** @type {ShadowRoot} */ (this.renderRoot).activeElement;
  }

  /** @param {import("lit").PropertyValues<this>} changed */
  updated(changed) {
    super.updated(changed);
    if (this.words) this.#onShown();
    // A button that did its work is gone: who pressed it by keyboard goes on at the first.
    if (this.#focused?.isConnected === false)
      /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(".primary"))?.focus({ preventScroll: true });
    this.editor?.mark({ notes: this.#notes, lit: this.layer });
  }

  /** The words of what a run may bring, once it brings it. @param {string} lang */
  async #fetchWords(lang) {
    const { run_ } = this;
    if (run_.hasStarted && this.playground?.lang !== lang) this.playground = await loadPlaygroundWords(lang);
    if (run_.needsPythonWords && this.#pythonLang !== lang) {
      this.#pythonLang = lang;
      this.python = await loadPythonWords(lang);
    }
  }

  /** The language of Python's words. */
  #pythonLang = "";

  get isEdited() {
    return this.source !== this.given.program;
  }

  /** @param {string} program */
  write(program) {
    this.source = program;
    if (this.editor && this.editor.text !== program) this.editor.text = program;
  }

  reset() {
    this.write(this.given.program);
  }

  run() {
    return this.run_.start();
  }

  stop() {
    this.run_.stop();
  }

  /** @param {string} name */
  read(name) {
    return this.run_.models.at(-1)?.moments.at(-1)?.logs[name];
  }

  /** Runs, and goes on to the next cell of the session. */
  #next() {
    this.run();
    const after = neighbours(this.embed, this.attributeValues.session).after[0];
    /** @type {any} */ (after)?.inner?.edit?.();
  }

  /** Into the program. @param {number} [at] So many signs from its beginning. */
  async edit(at) {
    this.#editing ??= this.#edit();
    (await this.#editing).focus(at);
  }

  async #edit() {
    const { createEditor } = await import("./editor.js");
    await this.shown;
    const parent = document.createElement("div");
    parent.className = "program editor";
    const words = /** @type {CodeWords} */ (this.words);
    this.editor = createEditor({
      parent,
      root: /** @type {ShadowRoot} */ (this.renderRoot),
      text: this.source,
      label: `${words.program}. ${words.leave}`,
      change: (text) => {
        this.source = text;
        this.run_.forgetMarks();
      },
      run: () => void this.run(),
      next: () => this.#next(),
      point: (line) => {
        this.pointed = line;
      },
    });
    this.box = parent;
    await this.updateComplete;
    return this.editor;
  }

  /** @returns {Note[]} */
  get #notes() {
    return this.words ? notesOf(this.run_, this.words, this.playground, this.python) : [];
  }

  #copy = async () => {
    await copyText(this.source, this.renderRoot);
    this.copied = true;
    setTimeout(() => {
      this.copied = false;
    }, 2000);
  };

  /** @param {DragEvent} event */
  #onDrop = (event) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    keepFiles(this.run_, files);
  };

  #program() {
    if (this.editor) return this.box;
    return programLines({
      words: /** @type {CodeWords} */ (this.words),
      source: this.source,
      notes: this.#notes,
      lit: this.layer,
      edit: (at) => void this.edit(at),
      point: (line) => {
        this.pointed = line;
      },
    });
  }

  /** What of the network the author wants to be seen. */
  get #parts() {
    const { beside } = this.attributeValues;
    return beside === undefined ? PARTS : (wordsOf(beside, PARTS) ?? PARTS);
  }

  #beside() {
    const { run_, playground, words } = this;
    if (!run_.models.length || !this.#parts.length || !playground) return nothing;
    return html`<gn-code-beside
      part="picture"
      .words=${words}
      .playground=${playground}
      .parts=${this.#parts}
      .models=${run_.models}
      .version=${run_.version}
      .cell=${run_.id}
      .pointed=${this.pointed}
      .digits=${this.digits}
      .running=${run_.isBusy}
      .inspect=${run_.inspect}
      @inside=${(/** @type {CustomEvent<boolean>} */ { detail }) => {
        this.isInside = detail;
      }}
      @layer=${(/** @type {CustomEvent<number | undefined>} */ { detail }) => {
        this.layer = detail;
      }}
    ></gn-code-beside>`;
  }

  render() {
    const { words, run_ } = this;
    if (!words) return nothing;
    const beside = this.#beside();
    return html`<section
      class=${["cell", beside === nothing ? "" : "with", this.isInside ? "inside" : ""].join(" ")}
      part="frame"
      role="group"
      lang=${words.lang}
      aria-label=${words.label}
      aria-busy=${run_.isBusy}
      @dragover=${(/** @type {Event} */ event) => event.preventDefault()}
      @drop=${this.#onDrop}
    >
      <div class="code">
        ${this.#program()}
        ${barView({
          words,
          run: run_,
          isEdited: this.isEdited,
          isEditing: Boolean(this.editor),
          copied: this.copied,
          copy: this.#copy,
          reset: () => this.reset(),
          programs: () => neighbours(this.embed, this.attributeValues.session).programs(this.source),
        })}
        ${statusView({ words, run: run_ })}
        ${consoleView({
          words,
          run: run_,
          python: this.python,
          recorded: this.given.recorded,
          source: this.source,
          opened: this.opened,
          open: (id) => {
            const next = new Set(this.opened);
            if (!next.delete(id)) next.add(id);
            this.opened = next;
          },
        })}
      </div>
      ${beside}
    </section>`;
  }

  /** Something of its run is another. */
  follow() {
    this.requestUpdate();
  }

  /** @param {"epoch" | "end" | "error"} what @param {any} detail */
  tell(what, detail) {
    dispatch(this, what, detail);
  }
}

register({ "gn-code-beside": CodeBeside, "gn-code-cell": CodeCell });
