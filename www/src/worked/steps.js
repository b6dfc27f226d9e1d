/**
 * What steps add to a worked example: values on their way, calculations and plots in its picture, and what a step says
 * in a few words. It is fetched once the first picture is there.
 */
export { layerPart, pictureOf } from "./picture-layer.js";
export { layerCaption } from "./views/caption.js";
export { gradients } from "./views/network-gradients.js";
export { covered, drawMoving } from "./views/network-moving.js";
