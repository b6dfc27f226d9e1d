/**
 * In place of `engine/start-worker.js` where there is no file that a worker could be made of.
 * @returns {Promise<Worker>}
 */
export const startWorker = () => Promise.reject(new Error("a classic script brings no worker"));
