/** The engine of the playground: the full package. Beside `host.js` the only module that imports a compiled package. */
import start, * as glassnet from "../../pkg-full/glassnet.js";
import { serve } from "./serve.js";

/** An engine on this very thread. */
export const fullHost = () =>
  serve({
    start,
    reset: glassnet.__wbg_reset_state,
    makers: {
      Experiment: (config) => new glassnet.Experiment(config),
      openExperiment: (saved) => glassnet.Experiment.open(saved),
      Comparison: (config, runs, epochs) => new glassnet.Comparison(config, runs, epochs),
    },
    functions: {
      activationCurve: glassnet.activationCurve,
      activationNames: glassnet.activationNames,
    },
  });
