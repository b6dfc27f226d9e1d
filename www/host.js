// For a post with Glassnet in iframes: each gets the height of its content, and links with data-glass-net drive it.
// <script src="https://your.site/host.js" defer></script>; what it does is told in docs/embedding.md.
{
  const own = document.currentScript ?? document.querySelector('script[src$="/host.js"]');
  const embed = new URL("embed.html", /** @type {HTMLScriptElement} */ (own).src);
  const [LEAST, MOST] = [100, 6000];

  const frames = () =>
    Array.from(document.querySelectorAll("iframe")).filter(({ src }) => src.split(/[?#]/)[0] === embed.href);
  /** A sandboxed frame has an origin without a name. @param {HTMLIFrameElement} frame */
  const originOf = (frame) =>
    frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin") ? "null" : embed.origin;
  /** @param {HTMLIFrameElement} frame @param {string} type @param {object} [more] */
  const say = (frame, type, more) =>
    frame.contentWindow?.postMessage(
      { ...more, glassnet: 1, type },
      type === "hello" || originOf(frame) === "null" ? "*" : embed.origin,
    );

  /**
   * Frames that answered, and where a link led those that did not yet.
   * @type {WeakMap<HTMLIFrameElement, string | true>}
   */
  const known = new WeakMap();
  /** @param {HTMLIFrameElement} frame @param {Record<string, unknown>} step */
  const mark = (frame, step) => {
    for (const element of document.querySelectorAll(`[data-when][data-glass-net="${CSS.escape(frame.id)}"]`)) {
      const parts = (element.getAttribute("data-when") ?? "").split(",").map((part) => part.trim().split(":"));
      element.toggleAttribute(
        "data-current",
        parts.every(([name, value]) => String(step[name]) === value),
      );
    }
  };

  addEventListener("message", ({ source, origin, data }) => {
    const frame = frames().find(({ contentWindow }) => contentWindow === source);
    if (!frame || origin !== originOf(frame) || data?.glassnet !== 1) return;
    const go = known.get(frame);
    known.set(frame, true);
    if (typeof go === "string") say(frame, "goTo", { go });
    const border = getComputedStyle(frame).boxSizing === "border-box" ? frame.offsetHeight - frame.clientHeight : 0;
    if (data.type === "height" && data.height > 0)
      frame.style.height = `${Math.min(Math.max(Math.ceil(data.height), LEAST), MOST) + border}px`;
    if (data.type === "step" && frame.id) mark(frame, data);
  });

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("[data-glass-net][data-go]");
    if (
      !link ||
      event.defaultPrevented ||
      event.button ||
      event.ctrlKey ||
      event.metaKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    const frame = frames().find(({ id }) => id && id === link.getAttribute("data-glass-net"));
    const go = link.getAttribute("data-go") ?? "";
    if (!frame) return;
    if (known.get(frame) === true) return say(frame, "goTo", { go });
    known.set(frame, go);
    frame.loading = "eager";
  });

  document.addEventListener(
    "load",
    ({ target }) => {
      if (target instanceof HTMLIFrameElement && frames().includes(target)) say(target, "hello");
    },
    true,
  );
  for (const frame of frames()) say(frame, "hello");
}
