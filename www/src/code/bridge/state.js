/**
 * What a bridge keeps between calls.
 *
 * @import { BridgeOptions, DataEvent } from "../bridge.js"
 * @import { Sequential, Dataset } from "../../../pkg-full/glassnet.js"
 * @import { SavedModel } from "../../../../src/bindings/types.d.ts"
 * @import { LegacyRandom } from "./mersenne.js"
 */

/**
 * A moment of a fit, to look inside later: the model as it was saved, or of a large one the weights alone.
 * @typedef {{ saved?: SavedModel, weights: Float32Array }} Moment
 */

/**
 * @typedef {object} Model
 * @property {number} id
 * @property {string} name
 * @property {number} inputs
 * @property {Sequential} engine
 * @property {any[]} layers The configurations, each with the line of its call.
 * @property {Omit<DataEvent, "kind">} [data] That of the last fit.
 * @property {{ x: ArrayLike<number>, y: ArrayLike<number>, rows: number }} [evaluated] The last rows with labels.
 * @property {Map<number, Moment>} moments
 * @property {number} moment The number of the next one.
 * @property {number} updates
 * @property {string} [held] The line that is printed after callbacks.
 * @property {import("./fit.js").Fit} [fit] The one under way.
 */

/**
 * @typedef {{ engine: Dataset, rows: number, x: Float64Array, y: Float64Array, width: number, yWidth: number,
 *   batchSize: number }} Rows
 */

/**
 * @typedef {Omit<BridgeOptions, "watch"> & { tell: BridgeOptions["watch"] } & {
 *   models: Map<number, Model>, datasets: Map<number, Rows>, randoms: Map<number, LegacyRandom>, next: number,
 * }} State
 */

export {};
