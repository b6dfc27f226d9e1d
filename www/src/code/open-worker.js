/**
 * Starts a session's worker, in the form that bundlers look for: they put the file's own address in its place.
 * @returns {Promise<Worker>}
 */
export const openWorker = async () => new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
