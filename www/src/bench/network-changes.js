/**
 * What the controls of the network change in a configuration. Pure.
 *
 * @import { AnyLayer } from "../experiment/config.js"
 * @import { ExperimentConfig } from "../experiment/types.js"
 */
import { addLayer, modelOf, withLayer, withModel } from "../experiment/config.js";
import { placeForNew, placesOf } from "../panels/model/optimizers.js";

/** The hidden layer that is added where there is none to copy. */
const FIRST_HIDDEN = { units: 4, activation: "relu" };

/** Where the hidden layers stand. @param {readonly AnyLayer[]} layers */
const hiddenPlaces = (layers) => placesOf(layers).flatMap(({ hidden }, place) => (hidden ? place : []));

/** One more hidden layer right before the output, like the one before it. @param {ExperimentConfig} config */
export function addHidden(config) {
  const { layers } = modelOf(config);
  const last = hiddenPlaces(layers).at(-1);
  const { units, activation } = /** @type {any} */ (last === undefined ? FIRST_HIDDEN : layers[last]);
  return addLayer(config, placeForNew(layers), { units, activation });
}

/**
 * A layer removed, and with a dense one what stands between it and the next: a Dropout of what is no longer there.
 * @param {ExperimentConfig} config @param {number} place
 */
export function dropLayer(config, place) {
  const { layers } = modelOf(config);
  const places = placesOf(layers);
  const next = places.findIndex(({ kind }, i) => i > place && kind === "Dense");
  const end = places[place]?.kind === "Dense" && next > 0 ? next : place + 1;
  return withModel(config, { layers: layers.toSpliced(place, end - place) });
}

/** One hidden layer fewer: the last. @param {ExperimentConfig} config */
export function dropHidden(config) {
  const last = hiddenPlaces(modelOf(config).layers).at(-1);
  return last === undefined ? config : dropLayer(config, last);
}

/** More or fewer units, at least 1. @param {ExperimentConfig} config @param {number} place @param {number} by */
export function addUnits(config, place, by) {
  const { units = 1 } = /** @type {{ units?: number }} */ (modelOf(config).layers[place] ?? {});
  return withLayer(config, place, { units: Math.max(units + by, 1) });
}

/** What may come right after a dense layer. @type {Record<"Dropout" | "BatchNormalization", AnyLayer>} */
const AFTER = { Dropout: { type: "Dropout", rate: 0.2 }, BatchNormalization: { type: "BatchNormalization" } };

/** @param {ExperimentConfig} config @param {number} place @param {keyof typeof AFTER} kind */
export const addAfter = (config, place, kind) => addLayer(config, place + 1, AFTER[kind]);

/** The Dropout right after a layer, and where it stands. @param {readonly AnyLayer[]} layers @param {number} place */
export function dropoutAfter(layers, place) {
  const next = /** @type {any} */ (layers[place + 1]);
  return next?.type === "Dropout" ? { rate: /** @type {number} */ (next.rate), place: place + 1 } : undefined;
}
