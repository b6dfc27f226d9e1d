/**
 * Where Brython differs from Python in what a reader's first programs meet. Each stands here until Brython has it.
 *
 * @param {any} B Brython.
 */
export function patch(B) {
  // `(1,) * 0` asks for a tuple without saying that it has no keyword.
  const checkNoKeyword = B.check_no_kw;
  B.check_no_kw = (/** @type {string} */ name, /** @type {unknown} */ keywords) =>
    keywords === undefined ? undefined : checkNoKeyword(name, keywords);
  // What JavaScript throws where its stack or memory ends is Python's own error.
  const setException = B.set_exc;
  B.set_exc = (/** @type {any} */ error, /** @type {unknown} */ frame) => {
    const [, type, message] = LIMITS.find(([pattern]) => pattern.test(error.message)) ?? [];
    if (type && error.ob_type === undefined) {
      error.ob_type = B.builtins[type];
      error.args = B.fast_tuple([message]);
    }
    return setException(error, frame);
  };
}

/** Messages of browsers, and what Python says. @type {[RegExp, string, string][]} */
const LIMITS = [
  [/too much recursion|call stack size/i, "RecursionError", "maximum recursion depth exceeded"],
  [/invalid (string|array) length|out of memory|allocation failed/i, "MemoryError", ""],
];
