/**
 * Starts the playground's worker, in the form that bundlers look for: they put the file's own address in its place.
 * @returns {Promise<Worker>}
 */
export const startWorker = async () => new Worker(new URL("./full-worker.js", import.meta.url), { type: "module" });
