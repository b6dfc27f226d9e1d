/**
 * Where the data comes from: a built-in set, a file, pasted rows, an address.
 *
 * @import { DataConfig, GeneratorName } from "../../experiment/types.js"
 * @import { DataPanel } from "../data-panel.js"
 */
import { html, nothing } from "lit";
import { validationErrorNote } from "../views/validation-error.js";
import { numberSetting } from "../views/setting.js";
import { readingView, retryView } from "./reading-view.js";

/** A generator's seed. @param {DataPanel} panel */
function seedView({ lab, words, own }) {
  const data = /** @type {Required<Extract<DataConfig, { source: GeneratorName }>>} */ (lab.setup?.config.data);
  return html`<div class="fields">
    ${numberSetting(words, lab, {
      path: "data.seed",
      label: own.seed,
      value: data.seed,
      whole: true,
      optional: true,
      change: (seed) => lab.change((config) => ({ ...config, data: { .../** @type {any} */ (config.data), seed } })),
    })}
  </div>`;
}

/** A validation error of what came by one of the ways. @param {DataPanel} panel @param {string} way */
function validationErrorOf({ files, words }, way) {
  const rejected = files.rejectedBy(way);
  return rejected ? validationErrorNote(words, rejected.failure) : nothing;
}

/** The validation error of a file, and how it may be read instead. @param {DataPanel} panel @param {string} way */
const rejectedFile = (panel, way) =>
  html`${validationErrorOf(panel, way)}${retryView(panel, panel.files.rejectedBy(way)?.tried)}`;

/** Tables, and models of Keras and TensorFlow.js. */
const ACCEPTED = ".csv,.tsv,.txt,text/csv,text/plain,.keras,.h5,.json,.bin";

/** @param {DataPanel} panel */
function dropView(panel) {
  const { own } = panel;
  const pick = (/** @type {Event} */ event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    panel.files.openAll([...(input.files ?? [])]);
    // The same file may be picked again.
    input.value = "";
  };
  return html`<div class=${panel.dragged ? "drop over" : "drop"}>
      <span>${own.drop}</span>
      <label class="button file">${own.file}<input type="file" multiple accept=${ACCEPTED} @change=${pick} /></label>
    </div>
    <p class="note" role="status">${panel.files.isReading ? own.reading : own.privacy}</p>
    ${rejectedFile(panel, "file")}`;
}

/** @param {DataPanel} panel */
function otherWays(panel) {
  const { own, files } = panel;
  const field = (/** @type {Event} */ event) =>
    /** @type {HTMLInputElement} */ (
      /** @type {Element} */ (event.target).closest("form")?.querySelector("textarea, input")
    );
  const send = (/** @type {Event} */ event, /** @type {(text: string) => void} */ act) => {
    event.preventDefault();
    act(field(event).value);
  };
  return html`<details>
      <summary>${own.paste}</summary>
      <form class="group inside" @submit=${(/** @type {Event} */ event) => send(event, (text) => files.openText(text))}>
        <div class="field">
          <label for="paste">${own.pasteLabel}</label>
          <textarea
            id="paste"
            rows="6"
            spellcheck="false"
            aria-invalid=${files.rejectedBy("paste") !== undefined}
            placeholder="TV,Radio,Sales&#10;230.1,37.8,22.1"
          ></textarea>
        </div>
        <p class="note">${own.pasteHint}</p>
        ${rejectedFile(panel, "paste")}
        <div><button class="button">${own.pasteUse}</button></div>
      </form>
    </details>
    <details>
      <summary>${own.address}</summary>
      <form
        class="group inside"
        @submit=${(/** @type {Event} */ event) => send(event, (text) => files.openAddress(text))}
      >
        <div class="field">
          <label for="address">${own.addressLabel}</label>
          <div class="row">
            <input
              id="address"
              class="wide"
              type="text"
              inputmode="url"
              autocomplete="off"
              spellcheck="false"
              aria-invalid=${files.rejectedBy("address") !== undefined}
              placeholder="./data/Advertising.csv"
            />
            <button class="button">${own.addressUse}</button>
          </div>
        </div>
        ${rejectedFile(panel, "address")}
      </form>
    </details>`;
}

/** What is to be known of the data in use. @param {DataPanel} panel */
function aboutView(panel) {
  const {
    own,
    lab: { config, setup },
    files: { reading },
  } = panel;
  if (!setup) return nothing;
  const { advertisingHeader: header, name } = setup.data;
  const isFile = config.data.source === "csv";
  const title = isFile ? name : own.sources[config.data.source];
  return html`<p class="file-name"><strong>${title}</strong></p>
    ${isFile && reading ? html`${readingView(panel, reading)}${validationErrorOf(panel, "reading")}` : nothing}
    ${setup.data.synthetic && header ? html`<p class="note" data-part="synthetic">${own.synthetic}</p>` : nothing}
    ${isFile && header ? html`<p class="note" data-part="header">${own[header]}</p>` : nothing}`;
}

/** @param {DataPanel} panel */
export function sourceView(panel) {
  const { own, lab } = panel;
  return html`<div class="columns two">
    <div class="group">
      ${aboutView(panel)} ${lab.setup && "seed" in lab.setup.config.data ? seedView(panel) : nothing}
    </div>
    <section class="group" aria-labelledby="own">
      <h3 id="own">${own.own}</h3>
      ${dropView(panel)}
      <div>${otherWays(panel)}</div>
    </section>
  </div>`;
}
