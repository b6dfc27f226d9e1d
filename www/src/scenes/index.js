/** Where the scenes are: each is fetched when the first embed that shows it comes near, and registered once. */

/** @type {Record<import("../element/loader.js").SceneName, (korean: boolean) => Promise<unknown>>} */
const SCENES = {
  worked: (korean) => {
    // Engine, words and scene not one after the other; whoever asks for them is told of a failure.
    import("../engine/host.js").then((host) => host.ready()).catch(() => {});
    (korean ? import("../locales/ko/worked.js") : import("../locales/en/worked.js")).catch(() => {});
    return import("../worked/define.js");
  },
  row: () => import("./row.js"),
  run: () => import("./run.js"),
  batches: () => import("./batches.js"),
  descent: () => import("./descent.js"),
  surface: () => import("./surface.js"),
  playground: () => import("../bench/define.js"),
};

/** @param {import("../element/loader.js").SceneName} name @param {boolean} korean Whether its words will be Korean. */
export const loadScene = (name, korean) => SCENES[name](korean);
