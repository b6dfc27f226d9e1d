/** Registers `<glass-net>`: the one file that a page has to link. */
import { GlassNet } from "./glass-net.js";

GlassNet.define();

export { GlassNet };
export { Engine, inWorker, onPage } from "./engine/client.js";
