/** The worker of Python programs, with the address of its module for a worker that imports it from another origin. */
import "../code/worker.js";

export const address = import.meta.url;
