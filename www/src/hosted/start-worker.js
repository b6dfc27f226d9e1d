/** In place of `engine/start-worker.js` in the built site, whose files a page of another origin may load. */

/** Whether a worker may be made of a file from here. @param {string} address */
const sameOrigin = (address) => new URL(address).origin === self.origin;

/**
 * A worker of another origin is forbidden, but not one that imports from there: it is made of a line of text.
 * @param {string} here Where the built files lie.
 * @param {() => Worker} start Of this origin, in the form that bundlers look for.
 * @param {() => Promise<string>} address Of the module that works by itself.
 */
export async function workerAt(here, start, address) {
  if (sameOrigin(here)) return start();
  const line = `import ${JSON.stringify(await address())};`;
  const blob = URL.createObjectURL(new Blob([line], { type: "text/javascript" }));
  return new Worker(blob, { type: "module" });
}

/** @returns {Promise<Worker>} */
export const startWorker = () =>
  workerAt(
    import.meta.url,
    () => new Worker(new URL("../engine/full-worker.js", import.meta.url), { type: "module" }),
    async () => (await import("./full-host.js")).address,
  );
