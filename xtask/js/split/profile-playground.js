// What an engine does until a scene or a playground has its first picture, and while it trains.

import { classesOf, judge } from "../../../www/src/bench/output-score.js";
import { thumbnailsOf } from "../../../www/src/bench/thumbnails.js";
import { FullEngine } from "../../../www/src/engine/full-client.js";
import { fullHost } from "../../../www/src/engine/full-host.js";
import { yieldToEvents } from "../../../www/src/engine/yield.js";
import { withFit } from "../../../www/src/experiment/config.js";
import { DATA_SETS } from "../../../www/src/experiment/data-sets.js";
import { Lab } from "../../../www/src/experiment/lab.js";
import { configForData, PRESETS } from "../../../www/src/experiment/presets.js";
import { SurfaceSampler } from "../../../www/src/panels/results/surface-sampler.js";
import { Library } from "../../../www/src/worked/library.js";

/** What panels in the first view follow while it trains. */
const QUERIES = /** @type {const} */ (["activations", "losses", "surfaces", "outputs", "gradients"]);

/**
 * What readers do at first, and what scenes show at once.
 * @param {FullEngine} engine @param {import("../../../www/src/experiment/types.js").ExperimentConfig} config
 */
async function play(engine, config) {
  const lab = new Lab(engine);
  for (const query of QUERIES) lab.subscribe(query, true);
  await lab.change(() => config);
  await lab.batch();
  await lab.epoch();
  lab.pick(1);
  await lab.change((now) => withFit(now, { batchSize: 7, epochs: 3 }));
  await lab.toEnd();
  if (lab.setup) await judge(lab, lab.setup, true);
  if (lab.setup?.task === "classification") await classesOf(lab);
  if (lab.setup?.config.features.length === 2) await new SurfaceSampler().sample(lab, lab.setup);
  await new Library(engine).curvesFor(await lab.ask("trace", lab.row));
  await lab.ask("epochOrder", 0);
  // A page keeps it in its address.
  await lab.ask("save", false);
  await lab.reset();
  await lab.reset(7);
  lab.close();
}

/** Every preset and data set, in the engine that full-host.js imports. */
export async function playPlaygrounds() {
  const { answer } = fullHost();
  const engine = new FullEngine((request) => yieldToEvents().then(() => answer(request)), 5);
  await thumbnailsOf(engine);
  for (const preset of Object.values(PRESETS)) await play(engine, preset);
  for (const { name } of DATA_SETS) await play(engine, { ...PRESETS.xor, ...configForData(name) });
}
