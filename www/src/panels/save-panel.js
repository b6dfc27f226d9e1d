/**
 * Save and open a whole experiment, share it as a link, download what goes on elsewhere. A file that the reader chooses
 * is read in the browser alone.
 *
 * @import { ExperimentConfig, SavedExperiment } from "../experiment/types.js"
 */
import { css, html, nothing } from "lit";
import { address as site } from "../address.js";
import { download } from "../charts/picture.js";
import { TOOLS, exportTo } from "../experiment/model-files.js";
import { addressOf, linkKeys } from "../experiment/config.js";
import { panelStyle } from "./style/panel.js";
import { Panel } from "./panel.js";
import { validationErrorNote } from "./views/validation-error.js";
import { register } from "../element/register.js";

/** The page that shows an experiment from a link; it lies beside the built site's own files, and nowhere else. */
const PAGE = site.replace(/\/(src\/hosted\/.*|(playground|assets|classic)\/[^/]*)$/, "/embed.html");

/** @typedef {"session" | "link" | "files" | "tools"} Part */

/** What a saved file is called: its data and how far it was trained. @param {string} name @param {number} updates */
const fileName = (name, updates) =>
  `glassnet-${name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "")}-${updates}`;

/** @param {Record<string, Uint8Array>} files @param {string} name */
async function downloadZip(files, name) {
  const { zipSync } = await import("fflate");
  // Dated the same always: the same experiment is the same file.
  const zip = zipSync(files, { mtime: "1980-01-01T12:00:00" });
  download(new Blob([/** @type {any} */ (zip)], { type: "application/zip" }), name);
}

/** What a file of the engine holds, or a validation error. @param {string} text @returns {SavedExperiment} */
function savedIn(text) {
  const reject = () => Object.assign(new Error("not a saved experiment"), { code: "not_saved", what: "file" });
  try {
    const saved = JSON.parse(text);
    if (saved?.glassnet !== "experiment") throw reject();
    return saved;
  } catch {
    throw reject();
  }
}

/**
 * Why a file was not opened: of the engine's own reasons the reader can mend one, a file whose data is not at hand.
 * @param {any} failure
 */
const openFailure = (failure) => {
  if (failure?.code?.startsWith("engine")) return failure;
  const code = failure?.what?.endsWith("data.text") ? "other_data" : "not_saved";
  return Object.assign(new Error(failure?.message), { code, what: "file" });
};

export class SavePanel extends Panel {
  static styles = [
    panelStyle,
    css`
      .columns {
        grid-template-columns: repeat(auto-fit, minmax(min(300px, 100%), 1fr));
      }
      .tools {
        grid-column: 1 / -1;
      }
      .link {
        width: 100%;
      }
      .file {
        position: absolute;
        width: 1px;
        height: 1px;
        opacity: 0;
      }
      .file:focus-visible + .button {
        outline: 2px solid var(--gn-focus);
        outline-offset: 2px;
      }
    `,
  ];
  static panel = /** @type {const} */ ("save");

  static properties = {
    ...Panel.properties,
    withData: { state: true },
    done: { state: true },
    failure: { state: true },
  };

  constructor() {
    super();
    this.withData = true;
    /** What was done last, in words. @type {{ at: Part, text: string } | undefined} */ this.done = undefined;
    /** What could not be done. @type {{ at: Part, failure: unknown } | undefined} */ this.failure = undefined;
    /**
     * The experiment that both are said of: of another they are not true.
     * @type {ExperimentConfig | undefined}
     */
    this.about = undefined;
  }

  /** Does what may fail, and says how it went. @param {Part} at @param {() => Promise<string>} act */
  async #do(at, act) {
    this.failure = this.done = undefined;
    try {
      this.done = { at, text: await act() };
    } catch (failure) {
      this.failure = { at, failure };
    }
    this.about = this.lab.config;
  }

  #save = () =>
    this.#do("session", async () => {
      const { lab } = this;
      const saved = await lab.ask("save", this.withData);
      const name = `${fileName(lab.setup?.data.name ?? "", lab.state?.updates ?? 0)}.json`;
      download(new Blob([JSON.stringify(saved)], { type: "application/json" }), name);
      return this.own.saved(name);
    });

  /** @param {Event} event */
  #open = (event) => {
    const field = /** @type {HTMLInputElement} */ (event.target);
    const file = field.files?.[0];
    if (file) this.#do("session", () => this.#opened(file));
    // The same file may be chosen again.
    field.value = "";
  };

  /** @param {File} file */
  async #opened(file) {
    const { lab } = this;
    const saved = savedIn(await file.text());
    const taken = await lab.open(this.#withDataOf(saved));
    if (!taken) throw openFailure(lab.validationError?.failure);
    return this.own.opened(lab.state?.updates ?? 0);
  }

  /** A file without its data takes the CSV that is open. @param {any} saved */
  #withDataOf(saved) {
    const { data } = saved.config ?? {};
    const here = this.lab.config.data;
    if (data?.source !== "csv" || typeof data.text === "string" || here.source !== "csv") return saved;
    return { ...saved, config: { ...saved.config, data: { ...data, text: here.text } } };
  }

  #zip = () =>
    this.#do("files", async () => {
      const files = await this.lab.ask("exportFiles");
      const name = `${fileName(this.lab.setup?.data.name ?? "", this.lab.state?.updates ?? 0)}.zip`;
      const utf8 = new TextEncoder();
      await downloadZip(Object.fromEntries(files.map(({ name, text }) => [name, utf8.encode(text)])), name);
      return this.own.saved(name);
    });

  /** @param {import("../experiment/model-files.js").Tool} tool */
  #exportTo(tool) {
    return this.#do("tools", async () => {
      const name = fileName(this.lab.setup?.data.name ?? "", this.lab.state?.updates ?? 0);
      const files = await exportTo(this.lab, tool, tool === "workers" ? "model" : name);
      const [first] = files;
      if (files.length === 1) download(new Blob([/** @type {any} */ (first.bytes)]), first.name);
      else await downloadZip(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), `${name}-${tool}.zip`);
      return this.own.saved(files.length === 1 ? first.name : `${name}-${tool}.zip`);
    });
  }

  #predictions = () =>
    this.#do("files", async () => {
      const text = await this.lab.ask("predictionsCsv");
      const name = `${fileName(this.lab.setup?.data.name ?? "", this.lab.state?.updates ?? 0)}-predictions.csv`;
      download(new Blob([text], { type: "text/csv" }), name);
      return this.own.saved(name);
    });

  /** @param {string} link */
  #copy(link) {
    return this.#do("link", async () => {
      try {
        await navigator.clipboard.writeText(link);
        return this.own.copied;
      } catch {
        this.renderRoot.querySelector("input.link")?.dispatchEvent(new Event("focus"));
        return this.own.notCopied;
      }
    });
  }

  /** @param {Part} at */
  #status(at) {
    const { done, failure, words } = this;
    const isTrue = this.about === this.lab.config;
    return html`${isTrue && failure?.at === at ? validationErrorNote(words, failure.failure) : nothing}
      <p class="note" role="status">${isTrue && done?.at === at ? done.text : nothing}</p>`;
  }

  #session() {
    const { own, lab } = this;
    const ownData = lab.config.data.source === "csv";
    return html`<section class="group" aria-labelledby="session">
      <h3 id="session">${own.session}</h3>
      <p class="note">${own.sessionNote}</p>
      ${
        ownData
          ? html`<label class="check"
                ><input
                  type="checkbox"
                  .checked=${this.withData}
                  @change=${(/** @type {any} */ event) => {
                    this.withData = event.target.checked;
                  }}
                />${own.withData}</label
              >
              ${this.withData ? nothing : html`<p class="note">${own.withoutData}</p>`}`
          : nothing
      }
      <div class="row">
        <button type="button" class="button" @click=${this.#save}>${own.save}</button>
        <input class="file" type="file" id="file" accept=".json,application/json" @change=${this.#open} />
        <label class="button" for="file">${own.open}</label>
      </div>
      <p class="note">${own.privacy}</p>
      ${this.#status("session")}
    </section>`;
  }

  #link() {
    if (!PAGE) return nothing;
    const { own, lab } = this;
    // A page of another origin may not read the file.
    const address = addressOf(lab);
    const keys = linkKeys(
      lab.config,
      address && new URL(address).origin === new URL(PAGE).origin ? address : undefined,
    );
    const link = keys && `${PAGE}?playground=&${new URLSearchParams(keys)}&lang=${this.words.lang}`;
    return html`<section class="group" aria-labelledby="link">
      <h3 id="link">${own.link}</h3>
      ${
        link
          ? html`<p class="note">${own.linkNote}</p>
              <input
                class="link"
                readonly
                aria-label=${own.link}
                .value=${link}
                @focus=${(/** @type {any} */ event) => event.target.select()}
              />
              <div class="row">
                <button type="button" class="button" @click=${() => this.#copy(link)}>${own.copy}</button>
              </div>`
          : html`<p class="note">${own.linkTooLong}</p>`
      }
      ${this.#status("link")}
    </section>`;
  }

  #files() {
    const { own } = this;
    return html`<section class="group" aria-labelledby="files">
      <h3 id="files">${own.files}</h3>
      <div class="row"><button type="button" class="button" @click=${this.#zip}>${own.zip}</button></div>
      <p class="note">${own.zipNote}</p>
      <div class="row">
        <button type="button" class="button" @click=${this.#predictions}>${own.predictions}</button>
      </div>
      <p class="note">${own.predictionsNote}</p>
      <p class="note">${own.charts}</p>
      ${this.#status("files")}
    </section>`;
  }

  #tools() {
    const { own } = this;
    return html`<section class="group tools" aria-labelledby="tools">
      <h3 id="tools">${own.tools}</h3>
      <p class="note">${own.toolsNote} ${own.back}</p>
      <div class="columns">
        ${TOOLS.map(
          (tool) =>
            html`<div class="group">
              <div class="row">
                <button type="button" class="button" @click=${() => this.#exportTo(tool)}>
                  ${own.toolNames[tool]}
                </button>
              </div>
              <p class="note">${own.toolNotes[tool]}</p>
            </div>`,
        )}
      </div>
      ${this.#status("tools")}
    </section>`;
  }

  content() {
    if (!this.lab.setup) return nothing;
    return html`<div class="columns">${this.#session()}${this.#files()}${this.#link()}${this.#tools()}</div>`;
  }
}

register({ "gn-save-panel": SavePanel });
