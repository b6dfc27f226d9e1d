/**
 * The scenes: to add one, write its file, its entry here, its words, and a test. Each is fetched when the first embed
 * that shows it comes near.
 *
 * `heights` are reserved where it is narrower than 520 px, than 600 px, than 688 px, than 960 px, and wider: as it
 * usually is, where it is compact, where it has no controls; measured, in the language in which they are larger. `load`
 * registers `<glass-net-…>`, once.
 *
 * @import { Language } from "../locales/languages.js"
 */
import { LANGUAGES } from "../locales/languages.js";

export const SCENES = {
  worked: {
    heights: [
      [1380, 1300, 665, 640, 530],
      [1175, 1150, 610, 610, 540],
      [1155, 1075, 525, 500, 400],
    ],
    load: (/** @type {Language} */ language) => {
      // Engine, words and scene not one after the other; their callers get the failure.
      import("../engine/host.js").then((host) => host.ready()).catch(() => {});
      LANGUAGES[language].words().catch(() => {});
      return import("../worked/define.js");
    },
  },
  row: {
    heights: [
      [1140, 970, 725, 635, 510],
      [835, 745, 645, 625, 480],
      [940, 795, 615, 595, 510],
    ],
    load: () => import("./row.js"),
  },
  run: {
    heights: [
      [970, 520, 520, 520, 500],
      [780, 400, 400, 400, 400],
      [860, 460, 460, 460, 440],
    ],
    load: () => import("./run.js"),
  },
  batches: {
    heights: [
      [860, 490, 465, 465, 410],
      [765, 420, 395, 395, 340],
      [575, 345, 320, 320, 320],
    ],
    load: () => import("./batches.js"),
  },
  descent: {
    heights: [
      [1365, 910, 705, 640, 590],
      [960, 640, 530, 530, 530],
      [1240, 785, 650, 585, 535],
    ],
    load: () => import("./descent.js"),
  },
  surface: {
    heights: [
      [730, 635, 495, 495, 475],
      [690, 590, 455, 455, 435],
      [615, 580, 495, 495, 475],
    ],
    load: () => import("./surface.js"),
  },
  // The program and its recorded output are in the page already, as high as they are.
  code: { heights: [[106, 106, 53, 53, 53]], load: () => import("../code/scene.js") },
  // More than a screen: what comes after it moves out of view.
  playground: { heights: [[1200, 1200, 1200, 1200, 1200]], load: () => import("../bench/define.js") },
};

/** @typedef {keyof typeof SCENES} SceneName */

/** @param {SceneName} name @param {Language} language Of its words. */
export const loadScene = (name, language) => SCENES[name].load(language);
