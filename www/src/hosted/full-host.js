/** The playground's engine, with the address of its module for a worker that imports it from another origin. */
export { fullHost } from "../engine/full-host.js";

export const address = import.meta.url;
