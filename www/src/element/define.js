/** Registers `<glass-net>`, where there are elements: a server may import it, too. */
import { GlassNet } from "./loader.js";
import { loadScene } from "../scenes/index.js";

if (globalThis.document) GlassNet.define(loadScene, document.baseURI);

export { GlassNet };
