/**
 * The address of a file of the built site, which its pages lie near. In a bundle of somebody's own there is none: the
 * site's build puts `hosted/address.js` in this place.
 */
export const address = "";
