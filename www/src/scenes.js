/** Where the scenes are: each is fetched when the first embed that shows it comes near, and registered once. */

/** @type {Record<import("./guest/guest.js").SceneName, () => Promise<unknown>>} */
const SCENES = {
  worked: () => import("./worked.js"),
  playground: () => import("./playground/define.js"),
};

/** @param {import("./guest/guest.js").SceneName} name */
export const loadScene = (name) => SCENES[name]();
