/** What does not fit into a page. */

/** All that is closed is opened. @param {import("@playwright/test").Page} page */
export const openAll = (page) =>
  page.evaluate(() => {
    const open = (/** @type {ParentNode} */ root) => {
      for (const node of root.querySelectorAll("*")) {
        if (node instanceof HTMLDetailsElement) node.open = true;
        if (node.shadowRoot) open(node.shadowRoot);
      }
    };
    open(document);
  });

/**
 * Parts that stick out of the view and that nothing scrolls to, and controls whose own text does not fit into them.
 * @param {import("@playwright/test").Page} page
 */
export const misfits = (page) =>
  page.evaluate(() => {
    /** @param {ParentNode} root @returns {Element[]} */
    const all = (root) =>
      Array.from(root.querySelectorAll("*")).flatMap((node) => [
        node,
        ...(node.shadowRoot ? all(node.shadowRoot) : []),
      ]);
    const name = (/** @type {Element} */ node) =>
      `${node.localName}.${node.getAttribute("class")}: ${node.textContent?.trim().slice(0, 60)}`;
    const parent = (/** @type {Element} */ node) =>
      node.assignedSlot ?? node.parentElement ?? /** @type {ShadowRoot} */ (node.getRootNode()).host;
    const clipped = (/** @type {Element | undefined} */ node) => {
      for (let at = node && parent(node); at; at = parent(at))
        if (getComputedStyle(at).overflowX !== "visible") return true;
      return false;
    };
    const width = document.documentElement.clientWidth;
    const wide = all(document.body).filter(
      (node) => node instanceof HTMLElement && node.getBoundingClientRect().right > width + 0.5 && !clipped(node),
    );
    const cut = all(document.body).filter((node) => {
      if (!(node instanceof HTMLButtonElement) || !node.checkVisibility()) return false;
      const text = document.createRange();
      text.selectNodeContents(node);
      return text.getBoundingClientRect().width > node.getBoundingClientRect().width + 1;
    });
    return [
      ...(document.documentElement.scrollWidth > width ? [`page: ${document.documentElement.scrollWidth} px`] : []),
      ...wide.map((node) => `wide ${name(node)}`),
      ...cut.map((node) => `cut ${name(node)}`),
    ];
  });
