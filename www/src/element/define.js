/** Registers `<glass-net>`: the one file that a page has to link. */
import { GlassNet } from "./loader.js";
import { loadScene } from "../scenes/index.js";

GlassNet.define(loadScene, import.meta.url);

export { GlassNet };
