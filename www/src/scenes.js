/** Where the scenes are: each is fetched when the first embed that shows it comes near, and registered once. */

/** @type {Record<import("./guest/guest.js").SceneName, () => Promise<unknown>>} */
const SCENES = {
  worked: () => {
    // Not one after the other; whoever asks the engine first is told of a failure.
    import("./engine/host.js").then(({ ready }) => ready()).catch(() => {});
    return import("./worked.js");
  },
  playground: () => import("./playground/define.js"),
};

/** @param {import("./guest/guest.js").SceneName} name */
export const loadScene = (name) => SCENES[name]();
