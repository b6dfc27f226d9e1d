/** Where the scenes are: each is fetched when the first embed that shows it comes near, and registered once. */

/** @type {Record<import("./guest/guest.js").SceneName, (korean: boolean) => Promise<unknown>>} */
const SCENES = {
  worked: (korean) => {
    // Engine, words and scene not one after the other; whoever asks for them is told of a failure.
    import("./engine/host.js").then((host) => host.ready()).catch(() => {});
    (korean ? import("./locales/ko.js") : import("./locales/en.js")).catch(() => {});
    return import("./worked.js");
  },
  row: () => import("./scenes/row.js"),
  run: () => import("./scenes/run.js"),
  batches: () => import("./scenes/batches.js"),
  descent: () => import("./scenes/descent.js"),
  surface: () => import("./scenes/surface.js"),
  playground: () => import("./playground/define.js"),
};

/** @param {import("./guest/guest.js").SceneName} name @param {boolean} korean Whether its words will be Korean. */
export const loadScene = (name, korean) => SCENES[name](korean);
