/**
 * Where Python finds modules: the stand-ins, which were translated beforehand, `sys` and `math` beside them, and
 * modules of Python's library, each a file of its own. Nothing is looked for anywhere else.
 */

/**
 * A module as Brython keeps it: its kind, its text, what it imports, and 1 of a package; of one in Python its
 * translation instead of its text.
 * @typedef {[kind: ".py" | ".js", text: string, imports: string[], isPackage?: number]} Stored
 */

/**
 * Python's library.
 * @typedef {object} Library
 * @property {(name: string) => boolean} has
 * @property {(name: string) => Stored} read At once: Python waits for it.
 */

/**
 * What a program may not import, and the reason's code: they would lead out of Python, to the page's network.
 * @type {Record<string, string>}
 */
const FORBIDDEN = { browser: "browser", javascript: "browser", interpreter: "browser" };

/**
 * The error of an import that cannot be.
 * @param {any} B Brython. @param {any} kind @param {string} message @param {string} code @param {string} name
 */
function notThere(B, kind, message, code, name) {
  const error = B.EXC(kind, message);
  error.name = name;
  error.$suggestion = B.builtins.None;
  B.$setattr(error, "glassnet", B.fast_tuple([code, name]));
  return error;
}

/**
 * @param {any} B Brython.
 * @param {Library} library
 * @param {(file: string) => boolean} isCell Whether a file is of the reader's.
 */
export function provideModules(B, library, isCell) {
  B.use_VFS = true;
  B.VFS ??= {};
  B.make_import_paths = (/** @type {string} */ file) => {
    B.import_info[file] = { meta_path: [B.finders.VFS], path_hooks: [], path: [] };
  };
  const load = B.$__import__;
  /** @param {string} name */
  function find(name) {
    if (Object.hasOwn(B.imported, name) || Object.hasOwn(B.VFS, name) || !library.has(name)) return;
    const [kind, text, imports, ...rest] = library.read(name);
    B.VFS[name] = [kind, kind === ".py" ? "" : text, imports, ...rest];
    if (kind === ".py") B.precompiled[name] = rest.length ? [text] : text;
  }
  B.$__import__ = (/** @type {string} */ name, /** @type {unknown[]} */ ...rest) => {
    const parts = name.split(".");
    const [first] = parts;
    if (Object.hasOwn(FORBIDDEN, first) && isCell(B.frame_obj?.frame.__file__))
      throw notThere(
        B,
        B.builtins.ImportError,
        `the module '${first}' is not available on this page`,
        FORBIDDEN[first],
        first,
      );
    for (const end of parts.keys()) find(parts.slice(0, end + 1).join("."));
    if (!Object.hasOwn(B.imported, first) && !Object.hasOwn(B.VFS, first))
      throw notThere(B, B.builtins.ModuleNotFoundError, `No module named '${first}'`, "module", first);
    return load(name, ...rest);
  };
}
