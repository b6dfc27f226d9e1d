/**
 * What numbers in the text read off a worked example: values by their names, the iteration, and how many claims hold.
 *
 * @import { WorkedExample } from "./worked-example.js"
 */
import { parseValueName } from "../element/value-names.js";
import { valueAt } from "./value-at.js";

/**
 * Of this moment, or where the name says an iteration of its end.
 * @param {WorkedExample} element
 * @param {string} text As authors write it: `prediction`, `weight:2.1.1`, `loss@5`, `iteration`, `claims`.
 * @returns {number | string | undefined} Undefined where it is not known yet, or is no name of a value.
 */
export function read(element, text) {
  const { session, shown } = element;
  if (!session || !shown) return undefined;
  if (text === "iteration") return shown.trace.iteration + 1;
  if (text === "claims")
    return `${session.claims.filter(({ holds }) => holds).length}\u202f/\u202f${session.claims.length}`;
  const name = parseValueName(text);
  if (!name) return undefined;
  if (name.iteration === undefined) return valueAt(shown, name);
  // The start weights are those with which the first iteration begins.
  const iteration = Math.max(name.iteration - 1, 0);
  if (iteration >= session.losses.length) return undefined;
  const { trace } = session.positionAt((iteration + 1) * session.marks.length);
  if (trace) return valueAt({ trace, k: name.iteration ? trace.events.length : 0 }, name);
  session.trace(iteration).then(
    () => element.requestUpdate(),
    () => {},
  );
  return undefined;
}
