/** Registers `<glass-net>`: the one file of the built site that a page has to link. */
import { GlassNet } from "../element/loader.js";
import { loadScene } from "../scenes/index.js";

GlassNet.define(loadScene, import.meta.url);

export { GlassNet };
