/** In place of `code/open-worker.js` in the built site, whose files a page of another origin may load. */
import { workerAt } from "./start-worker.js";

/** @returns {Promise<Worker>} */
export const openWorker = () =>
  workerAt(
    import.meta.url,
    () => new Worker(new URL("../code/worker.js", import.meta.url), { type: "module" }),
    async () => (await import("./code-worker.js")).address,
  );
