/**
 * How much memory a worker uses, as far as its browser says: Chromium does, Firefox and Safari do not. A program that
 * takes too much of it ends with Python's MemoryError before the browser ends the page.
 */

/** Of the limit, which a page may not exceed without ending. */
const SHARE = 0.6;

export function watchMemory() {
  const memory = /** @type {any} */ (performance).memory;
  return {
    isFull: () => memory !== undefined && memory.usedJSHeapSize > SHARE * memory.jsHeapSizeLimit,
  };
}
