/** Starts the playground's worker, from whatever origin the element came. */

/** Whether a worker may be made of a file from here. @param {string} address */
const sameOrigin = (address) => new URL(address).origin === self.origin;

/**
 * A worker of another origin is forbidden, but not one that imports from there: it is made of a line of text.
 * @returns {Promise<Worker>}
 */
export async function startWorker() {
  if (sameOrigin(import.meta.url)) return new Worker(new URL("./full-worker.js", import.meta.url), { type: "module" });
  const { address } = await import("./full-host.js");
  const blob = URL.createObjectURL(new Blob([`import ${JSON.stringify(address)};`], { type: "text/javascript" }));
  return new Worker(blob, { type: "module" });
}
