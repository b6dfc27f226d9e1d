/** The engine of the worked example: the small package, and what of it the page uses. */
import start, * as glassnet from "../../pkg/glassnet.js";
import { serve } from "./serve.js";

/** @type {Promise<unknown> | undefined} */
let starting;

/**
 * Fetches and compiles the engine, once for the page; who knows that it will be needed does not have to wait for the
 * first request.
 */
export const ready = () =>
  (starting ??= start().catch((failure) => {
    starting = undefined;
    throw failure;
  }));

/** An engine on this very thread. */
export const host = () =>
  serve({
    start: ready,
    reset: glassnet.__wbg_reset_state,
    makers: { WorkedExample: (config) => new glassnet.WorkedExample(config) },
    functions: {
      activationCurve: glassnet.activationCurve,
      activationNames: glassnet.activationNames,
      tutorialExample: glassnet.tutorialExample,
      // Where the engine is in one there is none.
      rest: () => /** @type {{ rest?: () => Promise<void> }} */ (start).rest?.(),
    },
  });
