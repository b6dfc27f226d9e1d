/** Of very many points an even choice is drawn: more would lie on each other, and the page would stand still. */

/** So many points of a group are drawn at the most. */
export const MOST_POINTS = 2000;

/** The places of those that are drawn, of so many, in their order. @param {number} count @param {number} [most] */
export function thinned(count, most = MOST_POINTS) {
  const kept = Math.min(count, most);
  return Uint32Array.from({ length: kept }, (_, i) => Math.floor((i * count) / kept));
}

/** Some numbers at these places. @param {ArrayLike<number>} values @param {Uint32Array} places */
export const at = (values, places) => Float32Array.from(places, (place) => values[place]);
