/**
 * What has to be there before Brython is evaluated, in whatever realm that happens.
 *
 * @param {Record<string, any>} realm Its globals.
 */
export function beforeBrython(realm) {
  // Nothing is looked for beside the worker's address: all modules come by `interpreter/modules.js`.
  realm.__BRYTHON__ = { brython_path: realm.location.href };
  // A script's own variable is a global, which what Brython evaluates later looks for; a module's is not.
  realm.$B = realm.__BRYTHON__;
  // Brython's own replacement, where a browser has none, takes its argument for `this`.
  if (!("difference" in realm.Set.prototype))
    Object.defineProperty(realm.Set.prototype, "difference", { value: difference, configurable: true, writable: true });
}

/** @this {Set<unknown>} @param {Set<unknown>} other */
function difference(other) {
  return new Set([...this].filter((item) => !other.has(item)));
}
