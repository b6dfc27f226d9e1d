/**
 * The runs to compare, each a line of fields with the mark and dash that it has in the pictures.
 *
 * @import { Words } from "../../locales/playground.js"
 * @import { OptimizerChoice, Run, Way } from "./runs.js"
 */
import { html, nothing } from "lit";
import { format, parse } from "../../format.js";
import { LINES } from "../../charts/colors.js";
import { SHAPES } from "../../charts/marks.js";
import { lineKey } from "../../charts/scatter.js";
import { faults, MOST_RUNS } from "./runs.js";

/**
 * What a run is called without a name of its own: how it differs.
 * @param {Words} words
 * @param {Run} run
 * @param {readonly Run[]} runs
 */
export function labelOf({ compare: own }, run, runs) {
  if (run.name.trim()) return run.name.trim();
  const size = parse(run.size);
  const way = run.way === "mini" && size !== undefined ? own.miniLabel(format(size)) : own.wayNames[run.way];
  const isOther = (/** @type {keyof Run} */ key) => runs.some((other) => other[key] !== run[key]);
  const plain = isOther("optimizer")
    ? isOther("way") || isOther("size")
      ? own.label(way, own.optimizers[run.optimizer])
      : own.optimizers[run.optimizer]
    : way;
  const rate = parse(run.rate);
  return isOther("rate") && rate !== undefined ? own.rated(plain, format(rate, 6)) : plain;
}

/** The line and the mark of a run: they stay with it. @param {Run} run */
export const runStyle = ({ key }) => ({ ...LINES[key % LINES.length], shape: SHAPES[key % SHAPES.length] });

/**
 * @template {string} T
 * @param {string} kind
 * @param {string} label
 * @param {Record<T, string>} choices
 * @param {T} now
 * @param {(choice: T) => void} choose
 */
const choice = (kind, label, choices, now, choose) =>
  html`<label class=${`field ${kind}`}
    ><span>${label}</span>
    <select @change=${(/** @type {any} */ event) => choose(event.target.value)}>
      ${
        /** @type {T[]} */ (Object.keys(choices)).map(
          (each) => html`<option value=${each} ?selected=${each === now}>${choices[each]}</option>`,
        )
      }
    </select></label
  >`;

/**
 * @param {string} kind
 * @param {string} label
 * @param {string} value
 * @param {boolean} isWrong
 * @param {string} mode
 * @param {(text: string) => void} type
 * @param {string} [hint]
 */
const field = (kind, label, value, isWrong, mode, type, hint = "") =>
  html`<label class=${`field ${kind}`}
    ><span>${label}</span>
    <input
      .value=${value}
      inputmode=${mode}
      autocomplete="off"
      placeholder=${hint || nothing}
      aria-invalid=${isWrong}
      @change=${(/** @type {any} */ event) => type(event.target.value)}
  /></label>`;

/**
 * @param {Words} words
 * @param {readonly Run[]} runs
 * @param {Run} run
 * @param {number} i
 * @param {{ edit: (key: number, change: Partial<Run>) => void, remove: (key: number) => void }} acts
 */
function runView(words, runs, run, i, { edit, remove }) {
  const own = words.compare;
  const { color, dash, shape } = runStyle(run);
  const wrong = faults(run);
  const label = labelOf(words, run, runs);
  const set = (/** @type {Partial<Run>} */ change) => edit(run.key, change);
  return html`<fieldset class="run">
    <legend class="heard">${own.run(i + 1)}: ${label}</legend>
    <span class="key">${lineKey(shape, color, dash)}</span>
    ${field(
      "name",
      own.name,
      run.name,
      false,
      "text",
      (name) => set({ name }),
      labelOf(words, { ...run, name: "" }, runs),
    )}
    ${choice("way", own.way, own.ways, run.way, (way) => set({ way: /** @type {Way} */ (way) }))}
    ${
      run.way === "mini"
        ? field("size", own.size, run.size, wrong.includes("size"), "numeric", (size) => set({ size }))
        : html`<span class="none"></span>`
    }
    ${choice("optimizer", own.optimizer, own.optimizers, run.optimizer, (optimizer) =>
      set({ optimizer: /** @type {OptimizerChoice} */ (optimizer) }),
    )}
    ${field("rate", own.rate, run.rate, wrong.includes("rate"), "decimal", (rate) => set({ rate }))}
    <button
      type="button"
      class="button plain remove"
      ?disabled=${runs.length < 2}
      aria-label=${own.remove(label)}
      @click=${() => remove(run.key)}
    >
      ${own.removeShort}
    </button>
    ${
      wrong.length
        ? html`<p class="wrong" role="alert">
            ${wrong.map((what) => (what === "size" ? own.notSize : own.notRate)).join(" ")}
          </p>`
        : nothing
    }
  </fieldset>`;
}

/**
 * @param {Words} words @param {readonly Run[]} runs
 * @param
 *   {{ edit: (key: number, change: Partial<Run>) => void, remove: (key: number) => void, add: () => void,
 *     three: () => void, four: () => void }}
 *   acts
 */
export const runsView = (words, runs, acts) =>
  html` <div class="row">
      <button type="button" class="button" @click=${acts.three}>${words.compare.three}</button>
      <button type="button" class="button" @click=${acts.four}>${words.compare.four}</button>
    </div>
    <div class="runs">${runs.map((run, i) => runView(words, runs, run, i, acts))}</div>
    <div class="row">
      <button type="button" class="button" ?disabled=${runs.length >= MOST_RUNS} @click=${acts.add}>
        ${words.compare.add}
      </button>
      ${runs.length >= MOST_RUNS ? html`<span class="note">${words.compare.most(MOST_RUNS)}</span>` : nothing}
    </div>`;
