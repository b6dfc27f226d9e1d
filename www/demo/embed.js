/**
 * The page of an iframe: one element, set up from the address. Keys that it does not know are left alone. Module or
 * classic script: who comes first.
 */
import { GlassNet } from "../src/element/define.js";
import { talk } from "../src/element/messages.js";

if (!document.querySelector("glass-net")) {
  // A program may stand behind the hash: there it goes to no server.
  const query = new URLSearchParams(location.search + location.hash.replace("#", "&"));
  const element = document.createElement("glass-net");
  for (const key of GlassNet.observedAttributes) {
    const value = query.get(key);
    if (value !== null) element.setAttribute(key, value);
  }
  // The frame keeps its own place: more would be a second scrollbar.
  if (!query.has("height")) element.setAttribute("height", "1");
  document.documentElement.lang = query.get("lang") ?? navigator.language;
  // The frame's ground too: where it is not that of the page around, the browser paints it.
  const theme = query.get("theme") ?? "";
  if (/^(light|dark)$/.test(theme)) document.documentElement.style.colorScheme = theme;
  document.body.append(element);
  talk(/** @type {GlassNet} */ (element), query.get("origins")?.split(","));
}
