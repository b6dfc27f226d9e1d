/**
 * What has to be known of scenes and attributes before any scene is loaded; `attributes.js` says the rest.
 */
import { SCENES } from "../scenes/index.js";

/**
 * In a narrow place a worked example's layers stand below each other: so much for each more or less than the three of
 * the tutorial's.
 */
const LAYER = 170;

/** The fields and the table of a worked example, folded. */
const FOLDED = [106, 106, 53, 53, 53];

/** Picture and controls alone. */
const STICKY = 360;

/**
 * The heights to reserve for a scene, in pixels.
 * @param {import("../scenes/index.js").SceneName} scene
 * @param {(name: string) => string | null} read What the author wrote.
 */
export function heightsOf(scene, read) {
  const [usual, compact = usual, bare = usual] = SCENES[scene].heights;
  const [kernels, controls] = [read("kernels"), read("controls")];
  const isWorked = scene === "worked";
  const layers = isWorked && kernels ? kernels.split("|").length - 3 : 0;
  return usual.map((height, i) => {
    let less = 0;
    if (isWorked && i > 1 && read("sticky") !== null) return STICKY;
    if (read("density") === "compact") less += height - compact[i];
    if (controls === "none") less += height - bare[i];
    else if (isWorked && controls && !/settings|table/.test(controls)) less += FOLDED[i];
    return height - less + (i < 2 ? layers * LAYER : 0);
  });
}

/** In words of a text: it is shorter so where it is loaded. @param {string} text */
const list = (text) => text.split(" ");

/** Attributes that a scene is given as text. */
export const SCENE_ATTRIBUTES = list(
  "inputs target kernels biases activations learning-rate frozen-biases claims at from to preset data config model seed epochs validation row controls autoplay digits code src session beside",
);

/** Attributes that the loader itself reads. */
export const OWN = list("scene playground height theme accent density without sticky follow");

/** Every attribute of its own that the element has. */
export const ALL = [...SCENE_ATTRIBUTES, ...OWN];

/** Those that say something by being there. */
export const FLAGS = list("autoplay playground sticky follow frozen-biases");

/**
 * A value as the text of an attribute: numbers of a row with commas, rows with semicolons, layers with bars.
 * @param {unknown} value
 * @returns {any}
 */
export const textOf = (value) =>
  Array.isArray(value)
    ? value.map(textOf).join(!Array.isArray(value[0]) ? "," : Array.isArray(value[0][0]) ? "|" : ";")
    : value;

/** The property of an attribute: `learning-rate` is `learningRate`. @param {string} name */
export const propertyOf = (name) => name.replace(/-./g, (dash) => dash[1].toUpperCase());
