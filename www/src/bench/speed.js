/**
 * The speed that the reader chose: parts that show it are told of it by the lab's event "pace".
 *
 * @import { Lab } from "../experiment/lab.js"
 */
import { PACES } from "../experiment/pace.js";

/** @typedef {keyof typeof PACES} PaceName */

/** @type {WeakMap<Lab, PaceName>} */
const chosen = new WeakMap();

/** @param {Lab} lab @returns {PaceName} */
export const paceOf = (lab) => chosen.get(lab) ?? "fast";

/**
 * Chooses a speed, or takes the chosen one to the batches of another experiment.
 * @param {Lab} lab @param {PaceName} [name]
 */
export function setPace(lab, name = paceOf(lab)) {
  chosen.set(lab, name);
  lab.pace = PACES[name](lab.setup?.iterationsPerEpoch ?? 1);
  lab.dispatchEvent(new Event("pace"));
}
