/**
 * The scenes: to add one, write its file, its entry here, its words, and a test. Each is fetched when the first embed
 * that shows it comes near.
 *
 * `heights` are reserved where it is narrower than 520 px, than 600 px, than 940 px, and wider; `load` registers
 * `<glass-net-…>`, once.
 *
 * @import { Language } from "../locales/languages.js"
 */
import { LANGUAGES } from "../locales/languages.js";

export const SCENES = {
  worked: {
    heights: [1460, 1370, 1130, 790],
    load: (/** @type {Language} */ language) => {
      // Engine, words and scene not one after the other; their callers get the failure.
      import("../engine/host.js").then((host) => host.ready()).catch(() => {});
      LANGUAGES[language].words().catch(() => {});
      return import("../worked/define.js");
    },
  },
  row: { heights: [1090, 1150, 1110, 830], load: () => import("./row.js") },
  run: { heights: [950, 540, 520, 500], load: () => import("./run.js") },
  batches: { heights: [770, 490, 450, 400], load: () => import("./batches.js") },
  descent: { heights: [1080, 640, 620, 620], load: () => import("./descent.js") },
  surface: { heights: [740, 660, 490, 480], load: () => import("./surface.js") },
  // More than a screen: what comes after it moves out of view.
  playground: { heights: [1200, 1200, 1200, 1200], load: () => import("../bench/define.js") },
};

/** @typedef {keyof typeof SCENES} SceneName */

/** @param {SceneName} name @param {Language} language Of its words. */
export const loadScene = (name, language) => SCENES[name].load(language);
