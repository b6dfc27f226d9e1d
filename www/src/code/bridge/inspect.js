/**
 * Looking inside a moment of a fit after the program ended.
 *
 * @import { InspectRequest, Inspected } from "../bridge.js"
 * @import { State } from "./state.js"
 */

/** @param {State} state @returns {(request: InspectRequest) => Inspected} */
export const inspector = (state) => (request) => {
  if (request.what === "curve") return state.glassnet.activationCurve(...request.args);
  const model = state.models.get(request.model);
  const moment = model?.moments.get(request.moment);
  if (!model?.data || !moment) return undefined;
  const { x, y, features, targets } = model.data;
  const row = x.subarray(request.row * features, (request.row + 1) * features);
  const target = y.subarray(request.row * targets, (request.row + 1) * targets);
  if (row.length < features || request.row < 0) return undefined;
  const copy = state.glassnet.Sequential.load(moment.saved ?? model.engine.save());
  try {
    copy.setWeights(moment.weights);
    return request.what === "trace" ? copy.trace(row, target) : copy.activations(row);
  } finally {
    copy.free();
  }
};
