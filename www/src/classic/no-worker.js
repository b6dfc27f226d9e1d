/** In place of `engine/start-worker.js` where there is no file that a worker could be made of. */

const none = () => Promise.reject(new Error("a classic script brings no worker"));

/** @returns {Promise<Worker>} */
export const startWorker = () => none();

/** And of `code/open-worker.js`. @returns {Promise<Worker>} */
export const openWorker = () => none();
