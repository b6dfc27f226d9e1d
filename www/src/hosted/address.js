/** In place of `address.js` in the built site. */
export const address = import.meta.url;
