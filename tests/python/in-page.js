/**
 * Runs a program in a page that has the element, as a reader does, in a session of its own: what it printed, all lines,
 * and how it ended. It is sent to the browser: it knows nothing of this file.
 *
 * @param {{ source: string, files?: Record<string, string> }} program
 */
export async function runInPage({ source, files = {} }) {
  const element = /** @type {any} */ (document.createElement("glass-net"));
  for (const [name, value] of Object.entries({ scene: "code", code: source, lang: "en", beside: "none" }))
    element.setAttribute(name, value);
  const heard = (/** @type {string[]} */ ...names) =>
    new Promise((resolve) => names.forEach((name) => element.addEventListener(`glass-net-${name}`, resolve)));
  const [ready, ended] = [heard("ready"), heard("end", "error")];
  document.body.append(element);
  element.scrollIntoView();
  await ready;
  const cell = await element.inner.prepare();
  const { run_ } = cell;
  for (const [name, text] of Object.entries(files)) run_.addFile(name, text);
  await cell.run();
  await ended;
  const lines = run_.console.blocks().flatMap((/** @type {any} */ { lines }) => lines);
  const { failure: fault, hints } = run_;
  element.remove();
  return {
    printed: /** @type {string} */ (
      lines.map((/** @type {any} */ { text, isError }) => (isError ? "" : `${text}\n`)).join("")
    ),
    fault: /** @type {{ kind: string, line?: number, type?: string, message?: string } | undefined} */ (fault),
    hints: /** @type {string[]} */ (hints.map((/** @type {any} */ { hint }) => hint.code)),
  };
}
