/** Registers `<glass-net>`: the one file that a page has to link. */
import { GlassNet } from "./guest/guest.js";
import { loadScene } from "./scenes.js";

GlassNet.define(loadScene, import.meta.url);

export { GlassNet };
