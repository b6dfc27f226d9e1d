/**
 * Registers elements, each once: a page may have several scenes that draw with the same.
 * @param {Record<string, CustomElementConstructor>} elements
 */
export function register(elements) {
  for (const [tag, element] of Object.entries(elements))
    if (!customElements.get(tag)) customElements.define(tag, element);
}
