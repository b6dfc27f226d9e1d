/** Where the scenes are: each is fetched when the first embed that shows it comes near, and registered once. */

/** @type {Record<import("./guest/guest.js").SceneName, () => Promise<unknown>>} */
const SCENES = {
  worked: () => {
    // Not one after the other; whoever asks the engine first is told of a failure.
    import("./engine/host.js").then(({ ready }) => ready()).catch(() => {});
    return import("./worked.js");
  },
  row: () => import("./scenes/row.js"),
  run: () => import("./scenes/run.js"),
  batches: () => import("./scenes/batches.js"),
  descent: () => import("./scenes/descent.js"),
  surface: () => import("./scenes/surface.js"),
  playground: () => import("./playground/define.js"),
};

/** @param {import("./guest/guest.js").SceneName} name */
export const loadScene = (name) => SCENES[name]();
