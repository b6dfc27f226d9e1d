/**
 * Registers `<glass-net>` from a classic script, which a browser loads from any server: where modules of another origin
 * are rejected, because the server sends no `Access-Control-Allow-Origin`. Scenes come as classic scripts too, their
 * engine in them.
 *
 * @import { SceneName } from "../scenes/index.js"
 * @import { Language } from "../locales/languages.js"
 */
import { GlassNet } from "../element/loader.js";

const here = /** @type {HTMLScriptElement} */ (document.currentScript).src;

/** @type {Map<string, Promise<unknown>>} */
const loading = new Map();

/** Loads a script once. @param {string} file */
function script(file) {
  const known = loading.get(file);
  if (known) return known;
  const loaded = new Promise((resolve, reject) => {
    const tag = document.createElement("script");
    // A page may be in another encoding than the engine in the script.
    tag.charset = "utf-8";
    tag.src = new URL(file, here).href;
    tag.onload = resolve;
    tag.onerror = () => {
      loading.delete(file);
      tag.remove();
      reject(new Error(`${tag.src}: expected a script, received none`));
    };
    document.head.append(tag);
  });
  loading.set(file, loaded);
  return loaded;
}

GlassNet.define((/** @type {SceneName} */ name, /** @type {Language} */ language) => {
  if (name === "code") return script("classic/code.js");
  if (name !== "worked") return script("classic/training-scenes.js");
  // Words and scene not one after the other; the scene, which asks for them, is told of a failure.
  script(`classic/words-${language}.js`).catch(() => {});
  return script("classic/worked.js");
}, here);

// Where the scripts with the scenes find it, whichever script brought this loader.
const scope = /** @type {any} */ (globalThis);
(scope.glassnet ??= {}).script = script;

export { GlassNet };
