/**
 * Batches of an epoch, and the tensors that the model gets.
 *
 * @import { DataPanel } from "../data-panel.js"
 */
import { html, nothing } from "lit";
import { withFit } from "../../experiment/config.js";
import { checkSetting, numberSetting } from "../views/setting.js";

/** @typedef {Pick<DataPanel, "own" | "lab" | "words">} Place What has a lab and words. */

/** @param {Place} place @param {Parameters<typeof withFit>[1]} part */
const change = ({ lab }, part) =>
  lab.change((config) => withFit(config.fit ? config : { ...config, fit: lab.setup?.config.fit }, part));

/** The seed of the order, where there is one. @param {Place} place */
function seedField(place) {
  const { own, lab, words } = place;
  const fit = lab.setup?.config.fit;
  return !fit || fit.shuffle === false
    ? nothing
    : numberSetting(words, lab, {
        path: "fit.seed",
        label: own.shuffleSeed,
        value: fit.seed,
        whole: true,
        change: (seed) => change(place, { seed }),
      });
}

/** How rows become batches: the batch size, whether and how they are shuffled. @param {Place} place */
export function batchFields(place) {
  const { own, lab, words } = place;
  const { setup } = lab;
  if (!setup) return nothing;
  return html`<div class="fields">
    ${numberSetting(words, lab, {
      path: "fit.batchSize",
      label: own.batchSize,
      value: setup.batchSize,
      whole: true,
      change: (batchSize) => change(place, { batchSize }),
    })}
    ${checkSetting(lab, own.shuffle, setup.config.fit.shuffle ?? true, (shuffle) => change(place, { shuffle }))}
    ${seedField(place)}
  </div>`;
}

/** @param {DataPanel} panel */
export function batchView(panel) {
  const { own, lab, words } = panel;
  const { setup } = lab;
  if (!setup) return nothing;
  const rows = setup.trainRows.length - setup.validationRows;
  return html`<section class="group" aria-labelledby="batches">
    <h3 id="batches">${own.batches} <span class="term">${own.batchesTerm}</span></h3>
    <div class="fields">${seedField(panel)}</div>
    <p data-part="arithmetic">
      ${own.arithmetic(rows, setup.batchSize, setup.iterationsPerEpoch, setup.lastBatchSize)}
      ${own.updates(setup.epochs, setup.iterationsPerEpoch)}
    </p>
    <gn-batch-grid .lab=${lab} .words=${words} .rows=${rows} .batchSize=${setup.batchSize}></gn-batch-grid>
    ${
      // What the tutorial says of batches is of its own data.
      setup.config.data.source === "advertising" ? html`<p class="note">${own.posts}</p>` : nothing
    }
  </section>`;
}

/** As Python prints a tuple. @param {readonly number[]} shape */
const tuple = (shape) => (shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`);

/** The table's types, each once. @param {readonly string[]} types */
const kinds = (types) => [...new Set(types)].join(", ");

/** @param {DataPanel} panel */
export function tensorView({ own, lab: { setup }, taken }) {
  if (!setup) return nothing;
  const {
    shapes,
    data: { columns },
  } = setup;
  const typeOf = (/** @type {readonly string[]} */ names) =>
    kinds(columns.flatMap(({ name }, i) => (names.includes(name) ? [shapes.dtypeTable[i]] : [])));
  const { features, target } = setup.config;
  /** @type {[name: string, what: string, shape: readonly number[], type: string][]} */
  const before = [
    ["df", own.shapeNames.table, shapes.table, kinds(shapes.dtypeTable)],
    ["x", own.shapeNames.features, shapes.features, typeOf(features)],
    ["y", own.shapeNames.targets, shapes.targets, typeOf([target])],
  ];
  const tensors = /** @type {const} */ (["xTrain", "yTrain", "xTest", "yTest"]).map(
    (key) =>
      /** @type {typeof before[0]} */ ([
        key.replace(/[A-Z]/, (letter) => `_${letter.toLowerCase()}`),
        own.shapeNames[key],
        shapes[key],
        shapes.dtypeTensor,
      ]),
  );
  const row = (/** @type {typeof before[0]} */ [name, what, shape, type]) =>
    html`<tr>
      <th scope="row"><code translate="no">${name}</code></th>
      <td class="text">${what}</td>
      <td class="text"><code translate="no">${tuple(shape)}</code></td>
      <td class="text"><code translate="no">${type}</code></td>
    </tr>`;
  const { shapeHead: head } = own;
  return html`<div class="columns two">
    <section class="group" aria-labelledby="tensors">
      <h3 id="tensors">${own.tensors} <span class="term">${own.tensorsTerm}</span></h3>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="tensors">
        <table class="shapes">
          <thead>
            <tr>
              <th scope="col">${head.name}</th>
              <th scope="col" class="text">${head.what}</th>
              <th scope="col" class="text">${head.shape}</th>
              <th scope="col" class="text">${head.type}</th>
            </tr>
          </thead>
          <tbody>
            ${before.map(row)}
          </tbody>
          <tbody class="tensors">
            ${tensors.map(row)}
          </tbody>
        </table>
      </div>
      <p class="note">${own.shapeHint(shapes.xTrain[0], features.length)}</p>
    </section>
    <section class="group" aria-labelledby="take">
      <h3 id="take">${own.take} <span class="term">${own.takeTerm}</span></h3>
      <pre translate="no" tabindex="0" aria-labelledby="take" class="taken">${taken}</pre>
      <p class="note">${own.takeHint}</p>
    </section>
  </div>`;
}
