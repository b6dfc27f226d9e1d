/** In place of what starts workers, where there is no file that one could be made of. */

/** @returns {Promise<Worker>} */
export const startWorker = () => Promise.reject(new Error("a classic script brings no worker"));

export const openWorker = startWorker;
