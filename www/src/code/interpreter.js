/**
 * Brython as an interpreter of programs in cells that share their variables: text in, what it prints and what goes
 * wrong out. It knows no worker and no page, and runs in Node as well; another interpreter of Python could take its
 * place.
 *
 * @import { Fault } from "./interpreter/errors.js"
 * @import { Library } from "./interpreter/modules.js"
 */
import { faultOf } from "./interpreter/errors.js";
import { provideModules } from "./interpreter/modules.js";
import { patch } from "./interpreter/patches.js";

/**
 * @typedef {object} InterpreterOptions
 * @property {any} brython Brython, evaluated with the stand-ins in a realm of its own.
 * @property {Library} library
 * @property {(text: string) => string} call What the stand-ins ask of the engine.
 * @property {(text: string, isError: boolean) => void} write What is printed.
 * @property {(name: string) => string | undefined} read A file's text.
 * @property {() => void} [tick] Called again and again while a program runs. What it throws ends the program.
 */

/** After how many of the reader's lines `tick` is called: a power of two. */
const LINES = 64;

/** The module of all cells. */
const MAIN = "__main__";

/** @param {InterpreterOptions} options */
export function createInterpreter({ brython: B, library, call, write, read, tick }) {
  /** @type {Set<string>} */
  const cells = new Set();
  const isCell = (/** @type {string} */ file) => cells.has(file);
  const { None } = B.builtins;
  /** A function of the realm that Brython lives in. @type {FunctionConstructor} */
  const Program = B.make_import_paths.constructor;

  B.host = {
    call,
    write: (/** @type {string} */ text, /** @type {boolean} */ isError) => {
      write(text, isError);
      return None;
    },
    read: (/** @type {string} */ name) => read(name) ?? None,
  };
  patch(B);
  provideModules(B, library, isCell);
  if (tick) watchLines(B, tick);
  B.imported[MAIN] = B.module.$factory(MAIN);

  /**
   * Translates a program.
   * @param {string} source @param {string} file As tracebacks have it.
   */
  function translate(source, file) {
    B.url2name[file] = MAIN;
    B.file_cache[file] = source;
    B.make_import_paths(file);
    B.frame_obj = null;
    return B.py2js({ src: source, filename: file }, MAIN, MAIN, B.builtins_scope);
  }

  /**
   * Runs what was translated.
   * @param {string} script
   * @returns {Fault | undefined}
   */
  function execute(script) {
    try {
      new Program(script)();
    } catch (error) {
      if (!B.is_exc(B.exception(error), B.builtins.SystemExit)) return faultOf(B, error, isCell);
    } finally {
      B.frame_obj = null;
    }
    return undefined;
  }

  /**
   * Makes a cell ready: what it imports, and how it is run; a fault where it is no Python.
   * @param {{ name: string, source: string }} cell
   * @returns {{ imports: string[], run: () => Fault | undefined } | { fault: Fault }}
   */
  function prepare({ name, source }) {
    cells.add(name);
    try {
      const program = translate(source, name);
      return { imports: Object.keys(program.imports), run: () => execute(program.to_js()) };
    } catch (error) {
      return { fault: faultOf(B, error, isCell) };
    }
  }

  execute(translate("import prelude", "prelude").to_js());

  return {
    prepare,
    /**
     * Runs a cell whose modules are there.
     * @param {{ name: string, source: string }} cell
     * @returns {Fault | undefined}
     */
    run(cell) {
      const program = prepare(cell);
      return "fault" in program ? program.fault : program.run();
    },
    /**
     * An exception of Python, for what is called by Python to throw.
     * @param {string} type @param {string} message
     */
    exception: (type, message) => B.EXC(B.builtins[type], message),
  };
}

/** Has every line of the reader's programs counted. @param {any} B @param {() => void} tick */
function watchLines(B, tick) {
  const setLine = B.set_lineno;
  let count = 0;
  B.set_lineno = (/** @type {any} */ frame, /** @type {number} */ line, /** @type {unknown} */ type) => {
    setLine(frame, line, type);
    if ((++count & (LINES - 1)) === 0) tick();
    return true;
  };
}
