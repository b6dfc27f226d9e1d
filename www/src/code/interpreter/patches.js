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
  // It tells the console of every error of JavaScript.
  B.is_recursion_error = (/** @type {unknown} */ error) => /too much recursion|call stack/i.test(String(error));
}
