// For a post with Glassnet in iframes: each gets the height of its content, is as light or dark as the post, and is
// driven by links with data-glass-net.
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

  const dark = matchMedia("(prefers-color-scheme: dark)");
  /** What an iframe cannot see of the page around it: the embed decides by it. @param {HTMLIFrameElement} frame */
  const pageOf = (frame) => {
    const { colorScheme, color } = getComputedStyle(/** @type {Element} */ (frame.parentElement));
    let ground = "";
    for (let node = frame.parentElement; node && !ground; node = node.parentElement) {
      const { backgroundColor } = getComputedStyle(node);
      if (!/, 0\)|\/ 0\)/.test(backgroundColor)) ground = backgroundColor;
    }
    const isDark = /dark/.test(colorScheme) && dark.matches;
    return { colorScheme, color, ground: ground || (isDark ? "rgb(0, 0, 0)" : "rgb(255, 255, 255)") };
  };
  /** @type {WeakMap<HTMLIFrameElement, string>} */
  const told = new WeakMap();
  /** @param {HTMLIFrameElement} frame */
  const tellPage = (frame) => {
    const page = pageOf(frame);
    const text = JSON.stringify(page);
    if (told.get(frame) === text) return;
    told.set(frame, text);
    say(frame, "page", page);
  };
  const tellAll = () => {
    for (const frame of frames()) if (known.get(frame) === true) tellPage(frame);
  };
  // A switch of the page sets an attribute of its root; colours may take a moment to follow.
  const switched = new MutationObserver(() => requestAnimationFrame(tellAll));
  for (const root of [document.documentElement, document.body]) if (root) switched.observe(root, { attributes: true });
  addEventListener("transitionend", tellAll, true);
  dark.addEventListener("change", tellAll);

  /** The frame that a link moved comes into sight. @param {HTMLIFrameElement} frame */
  const bringIntoSight = (frame) => {
    const { top, bottom } = frame.getBoundingClientRect();
    if (top >= 0 && (bottom <= innerHeight || top < innerHeight / 4)) return;
    const reduced = matchMedia("(prefers-reduced-motion: reduce)").matches;
    frame.scrollIntoView({ block: "start", behavior: reduced ? "instant" : "smooth" });
  };

  addEventListener("message", ({ source, origin, data }) => {
    const frame = frames().find(({ contentWindow }) => contentWindow === source);
    if (!frame || origin !== originOf(frame) || data?.glassnet !== 1) return;
    const go = known.get(frame);
    known.set(frame, true);
    tellPage(frame);
    if (typeof go === "string") say(frame, "goTo", { go });
    const border = getComputedStyle(frame).boxSizing === "border-box" ? frame.offsetHeight - frame.clientHeight : 0;
    if (data.type === "height" && data.height > 0)
      frame.style.height = `${Math.min(Math.max(Math.ceil(data.height), LEAST), MOST) + border}px`;
    if (data.type === "step" && frame.id) mark(frame, data);
  });

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("[data-glass-net][data-go]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const frame = frames().find(({ id }) => id && id === link.getAttribute("data-glass-net"));
    const go = link.getAttribute("data-go") ?? "";
    if (!frame) return;
    bringIntoSight(frame);
    if (known.get(frame) === true) return say(frame, "goTo", { go });
    known.set(frame, go);
    frame.loading = "eager";
  });

  document.addEventListener(
    "load",
    ({ target }) => {
      if (!(target instanceof HTMLIFrameElement) || !frames().includes(target)) return;
      told.delete(target);
      say(target, "hello");
    },
    true,
  );
  for (const frame of frames()) say(frame, "hello");
}
