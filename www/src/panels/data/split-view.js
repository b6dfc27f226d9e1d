/**
 * What is learned, the scale of the features, and which rows train and test.
 *
 * @import { DataPanel } from "../data-panel.js"
 */
import { html, nothing } from "lit";
import { format } from "../../format.js";
import { hintList } from "../views/hint.js";
import { validationErrorAt } from "../views/validation-error.js";
import { choiceSetting, numberSetting } from "../views/setting.js";
import { countParts } from "./parts.js";

/** At most so many features have their scale listed. */
const MOST_SCALES = 8;
/** Test rows that are named. */
const FIRST = 5;

/**
 * What another target or other data made of the task and the output layer, and the way back.
 * @param {DataPanel} panel
 */
function adaptedView(panel) {
  const {
    own,
    lab: { setup },
    adapted,
  } = panel;
  const now = adapted && adapted.setup === setup ? adapted : undefined;
  return html`<div class="row adapted" role="status">
    ${
      now
        ? html`<p class="note" data-part="adapted">
              ${now.reason ? own.taskBecame[now.reason](now.setup.config.target) : nothing}
              ${own.adapted(now.units, now.activation, now.loss)}
            </p>
            <button type="button" class="button" @click=${() => panel.undo()}>${own.undo}</button>`
        : nothing
    }
  </div>`;
}

/** @param {DataPanel} panel */
export function taskView(panel) {
  const { own, lab, words } = panel;
  const { setup } = lab;
  if (!setup) return nothing;
  const { scaling, features, missing: way } = setup.config;
  const { center, spread } = setup.scale;
  const options = (/** @type {Record<string, string>} */ names) => Object.entries(names);
  return html`<section class="group" aria-labelledby="prepare">
    <h3 id="prepare">${own.prepare}</h3>
    <div class="fields">
      ${choiceSetting(words, lab, {
        path: "task",
        label: own.task,
        value: setup.task,
        options: options(own.tasks),
        change: (task) => panel.chooseTask(task),
      })}
      ${choiceSetting(words, lab, {
        path: "scaling",
        label: own.scaling,
        value: scaling,
        options: options(own.scalings),
        change: (name) => lab.change({ scaling: name }),
      })}
      ${
        setup.missing.columns.length
          ? choiceSetting(words, lab, {
              path: "missing",
              label: own.missingValues,
              value: way,
              options: options(own.missingWays),
              change: (name) => lab.change({ missing: name }),
            })
          : nothing
      }
    </div>
    ${hintList(
      words,
      lab.hints.filter(({ subject }) => subject === "missing_values"),
    )}
    ${adaptedView(panel)} ${panel.taskChosen ? validationErrorAt(words, lab, "target") : nothing}
    ${setup.classes ? html`<p class="note">${own.classes(setup.classes)}</p>` : nothing}
    ${
      scaling === "none"
        ? nothing
        : html`<ul class="note scales">
            ${features
              .slice(0, MOST_SCALES)
              .map(
                (name, i) =>
                  html`<li>${own.scaled(name, format(center[i], panel.digits), format(spread[i], panel.digits))}</li>`,
              )}
          </ul>`
    }
    <p class="note">${own.scalingHint}</p>
  </section>`;
}

/** @param {DataPanel} panel */
export function splitView(panel) {
  const { own, lab, words, parts } = panel;
  const { setup } = lab;
  if (!setup) return nothing;
  const { split } = setup.config;
  const counts = Object.entries(countParts(parts)).filter(([, n]) => n > 0);
  const partCounts = counts.map(([part, n]) => own.partCount(own.parts[part], n));
  return html`<section class="group" aria-labelledby="split">
    <h3 id="split">${own.split} <span class="term">${own.splitTerm}</span></h3>
    ${
      split
        ? html`<div class="fields">
            ${numberSetting(words, lab, {
              path: "split.seed",
              label: own.splitSeed,
              value: split.seed,
              whole: true,
              change: (seed) => lab.change((config) => ({ ...config, split: { ...split, ...config.split, seed } })),
            })}
          </div>`
        : nothing
    }
    <figure class="strip">
      <gn-rows-strip .parts=${parts} label=${own.strip(partCounts.join(", "))}></gn-rows-strip>
      <figcaption class="row">
        ${counts.map(
          ([part], i) =>
            html`<span class=${`key ${part}`}><span class="mark" aria-hidden="true"></span>${partCounts[i]}</span>`,
        )}
      </figcaption>
    </figure>
    <p class="note">
      ${
        split
          ? html`${
              setup.testRows.length > FIRST ? own.firstTest(Array.from(setup.testRows.subarray(0, FIRST))) : nothing
            }
            ${own.splitHint}`
          : nothing
      }
    </p>
  </section>`;
}
