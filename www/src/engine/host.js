/** The engine of the worked example: the small package, and what of it the page uses. */
import start, * as glassnet from "../../pkg/glassnet.js";
import { serve } from "./serve.js";

/** An engine on this very thread. */
export const host = () =>
  serve({
    start,
    reset: glassnet.__wbg_reset_state,
    makers: { WorkedExample: (config) => new glassnet.WorkedExample(config) },
    functions: {
      activationCurve: glassnet.activationCurve,
      activationNames: glassnet.activationNames,
      tutorialExample: glassnet.tutorialExample,
    },
  });
