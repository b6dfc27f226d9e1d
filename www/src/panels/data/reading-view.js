/**
 * What a file was taken for, in one line that opens to a control for each part of it; what is in doubt, and what is
 * worth saying.
 *
 * @import { CsvOptions, CsvReading } from "../../experiment/types.js"
 * @import { DataPanel } from "../data-panel.js"
 * @import { Opened } from "./files.js"
 * @import { Option } from "./reading.js"
 */
import { html, nothing } from "lit";
import { choiceSetting, numberSetting, textSetting } from "../views/setting.js";
import { byOption, choicesOf, readingLine, valueText, WORDS, wordsIn, wordsText } from "./reading.js";

/** In the order of the controls. @type {readonly Option[]} */
const OPTIONS = ["encoding", "separator", "decimal", "thousands", "header", "comment", "skipRows", ...WORDS];

/** What stands for an option that is found in the text. */
const FOUND = "found";

/**
 * @param {DataPanel} panel @param {Partial<CsvOptions>} reading Options that are not there are found in the text.
 * @param {Option} option @param {{ path: string, change: (change: Partial<CsvOptions>) => void }} act
 */
function control({ words, lab }, reading, option, { path, change }) {
  const own = words.reading;
  const value = reading[option];
  const named = { path: `${path}.${option}`, label: own.labels[option] };
  const set = (/** @type {unknown} */ to) => change({ [option]: to });
  if (option === "skipRows")
    return numberSetting(words, lab, {
      ...named,
      value: /** @type {number | undefined} */ (value),
      whole: true,
      optional: true,
      change: set,
    });
  if (WORDS.includes(option))
    return textSetting(words, lab, {
      ...named,
      value: wordsText(/** @type {string[] | undefined} */ (value)),
      change: (text) => set(wordsIn(text)),
    });
  /** @type {Record<string, string>} */
  const choices = { ...(value === undefined && { [FOUND]: own.found }), ...choicesOf(own, option) };
  // What the engine knows and this page has no name for is still what is.
  if (value !== undefined) choices[String(value)] ??= String(value);
  return choiceSetting(words, lab, {
    ...named,
    value: value === undefined ? FOUND : String(value),
    options: Object.entries(choices),
    change: (to) => set(to === FOUND ? undefined : option === "header" ? to === "true" : to),
  });
}

/**
 * @param {DataPanel} panel
 * @param {Partial<CsvOptions>} reading
 * @param {boolean} hasBytes
 * @param {Parameters<typeof control>[3]} act
 */
const controls = (panel, reading, hasBytes, act) =>
  html`<div class="group inside">
    <div class="fields">
      ${OPTIONS.filter((option) => option !== "encoding" || hasBytes).map((option) =>
        control(panel, reading, option, act),
      )}
    </div>
    <p class="note">${panel.words.reading.wordsHint}</p>
  </div>`;

/** How a file that was rejected may be read instead. @param {DataPanel} panel @param {Opened | undefined} tried */
export function retryView(panel, tried) {
  if (!tried) return nothing;
  return html`<details class="reading" data-part="retry">
    <summary>${panel.words.reading.retry}</summary>
    ${controls(panel, tried.chosen, tried.text instanceof Blob, {
      path: "retry",
      change: (change) => panel.files.retry(change),
    })}
  </details>`;
}

/**
 * A doubt, and the other ways to read the text.
 * @param {DataPanel} panel
 * @param {CsvReading["alternatives"]} ways All of one option.
 */
function doubt(panel, ways) {
  const own = panel.words.reading;
  const nameOf = (/** @type {typeof ways[number]} */ { option, value }) =>
    valueText(own, /** @type {Option} */ (option), value);
  const [{ option, reason, example = "" }] = ways;
  const isEncoding = option === "encoding";
  return html`<div class=${ways.length > 1 ? "row doubt many" : "row doubt"}>
    <p class="note">${own.doubts[reason]?.(nameOf(ways[0]), example)}</p>
    ${ways.map(
      (way) =>
        html`<button type="button" class="button" @click=${() => panel.files.reread({ [option]: way.value })}>
          ${isEncoding ? own.sample(nameOf(way), way.example ?? "") : own.readAs(nameOf(way))}
        </button>`,
    )}
  </div>`;
}

/** @param {DataPanel} panel @param {CsvReading} reading */
export function readingView(panel, reading) {
  const {
    words: { reading: own },
    lab: { setup },
  } = panel;
  if (!setup) return nothing;
  const notes = reading.notes.map(({ code, facts }) => own.notes[code]?.(facts)).filter(Boolean);
  return html`<details class="reading" data-part="reading">
      <summary>
        <span class="line">${readingLine(own, reading, setup.data)}</span> <span class="change">${own.change}</span>
      </summary>
      ${controls(panel, reading, panel.files.hasBytes, {
        path: "data.reading",
        change: (change) => panel.files.reread(change),
      })}
    </details>
    ${byOption(reading.alternatives).map((ways) => doubt(panel, ways))}
    ${
      notes.length
        ? html`<ul class="note notes">
            ${notes.map((note) => html`<li>${note}</li>`)}
          </ul>`
        : nothing
    }`;
}
