/** How well words can be read where they stand: WCAG's contrast, from computed colours, in every shadow tree. */

/** @typedef {{ text: string, color: string, ground: string, ratio: number }} Faint */

/**
 * Words of an element and all that it holds that stand out less than they should from what is behind them. Drawings are
 * left out: their words stand on shapes; so are controls that are switched off.
 * @param {import("@playwright/test").Locator} element @param {number} [least] @returns {Promise<Faint[]>}
 */
export const faintWords = (element, least = 4.5) =>
  element.evaluate((root, ratioOf) => {
    const paper = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    /** Colours over each other, the last on top. @param {string[]} layers */
    const mixed = (layers) => {
      if (!paper) throw new Error("expected a canvas");
      for (const layer of layers) {
        paper.fillStyle = layer;
        paper.fillRect(0, 0, 1, 1);
      }
      return Array.from(paper.getImageData(0, 0, 1, 1).data).slice(0, 3);
    };
    const luminance = (/** @type {number[]} */ rgb) => {
      const [r, g, b] = rgb.map((value) =>
        value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const canvas = () => {
      const probe = document.documentElement.appendChild(document.createElement("div"));
      probe.style.background = "Canvas";
      const { backgroundColor } = getComputedStyle(probe);
      probe.remove();
      return backgroundColor;
    };
    const parentOf = (/** @type {Element} */ node) =>
      node.assignedSlot ?? node.parentElement ?? /** @type {ShadowRoot} */ (node.getRootNode()).host;
    /**
     * What is behind an element, from the browser's own ground up.
     * @param {Element | undefined} node
     * @returns {string[]}
     */
    const behind = (node) => (node ? [...behind(parentOf(node)), getComputedStyle(node).backgroundColor] : [canvas()]);
    const words = /** @type {{ text: string, color: string, ground: string, ratio: number }[]} */ ([]);
    /** @param {Node} node */
    const look = (node) => {
      if (node instanceof SVGElement || (node instanceof Element && node.matches(":disabled, .heard, option"))) return;
      const parent = node.parentElement;
      if (
        node instanceof Text &&
        node.data.trim() &&
        parent?.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      ) {
        const layers = behind(parent);
        const [ground, color] = [mixed(layers), mixed([...layers, getComputedStyle(parent).color])];
        const [dark, light] = [luminance(ground), luminance(color)].sort((a, b) => a - b);
        const ratio = (light + 0.05) / (dark + 0.05);
        if (ratio < ratioOf)
          words.push({ text: node.data.trim(), color: String(color), ground: String(ground), ratio });
      }
      if (node instanceof Element && node.shadowRoot) node.shadowRoot.childNodes.forEach(look);
      node.childNodes.forEach(look);
    };
    look(root);
    return words;
  }, least);
