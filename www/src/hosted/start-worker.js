/** In place of `engine/start-worker.js` in the built site, whose files a page of another origin may load. */

/** Whether a worker may be made of a file from here. @param {string} address */
const sameOrigin = (address) => new URL(address).origin === self.origin;

/**
 * A worker of another origin is forbidden, but not one that imports from there: it is made of a line of text.
 * @returns {Promise<Worker>}
 */
export async function startWorker() {
  if (sameOrigin(import.meta.url))
    return new Worker(new URL("../engine/full-worker.js", import.meta.url), { type: "module" });
  const { address } = await import("./full-host.js");
  const blob = URL.createObjectURL(new Blob([`import ${JSON.stringify(address)};`], { type: "text/javascript" }));
  return new Worker(blob, { type: "module" });
}
