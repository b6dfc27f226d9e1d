/** What an error is in Python: the name of a built-in exception, its message, and the code of what is not there. */
export class PythonError extends Error {
  /** @param {string} type @param {string} message @param {[code: string, what: string]} [notThere] */
  constructor(type, message, notThere) {
    super(message);
    this.type = type;
    this.notThere = notThere;
  }
}

/** @param {unknown} error */
export function asPython(error) {
  if (error instanceof PythonError)
    return { type: error.type, message: error.message, notThere: error.notThere ?? null };
  const { code, message } = /** @type {{ code?: string, message?: string }} */ (error ?? {});
  // The engine's own words name what was rejected, what was expected and what came.
  if (code) return { type: "ValueError", message: message ?? code, notThere: ["engine", code] };
  return { type: "RuntimeError", message: String(message ?? error), notThere: null };
}
