/**
 * `<glass-net>`, the embed on a host page: it keeps its place, shows the author's own fallback in it, and fetches a
 * scene once the reader is near. Then it hands on: attributes to the scene, methods and `state` too; the scene's events
 * pass through. It is all that a page loads at first, so it is small and needs no library.
 *
 * @typedef {HTMLElement & Record<string, any>} SceneElement Takes the author's `attributeValues`.
 * @import { SceneName } from "../scenes/index.js"
 * @import { Language } from "../locales/languages.js"
 */
import { LANGUAGES, languageFor } from "../locales/languages.js";
import { SCENES } from "../scenes/index.js";
import { followLinks } from "./links.js";
import { ALL, FLAGS, SCENE_ATTRIBUTES, heightsOf, propertyOf, textOf } from "./names.js";
import { STYLE } from "./loader-style.js";

/** How far away the reader may still be when the scene is fetched. */
const NEAR = "200px";

/** @type {CSSStyleSheet | undefined} */
let sheet;

/** A server, which renders pages, has no elements: there the class is but a name. @type {typeof HTMLElement} */
const Base = globalThis.HTMLElement ?? Object;

export class GlassNet extends Base {
  static observedAttributes = [...ALL, "learningrate", "lang"];

  /** @type {(scene: SceneName, language: Language) => Promise<unknown>} */
  static #load;
  static #address = "";

  /**
   * Registers the element, once: a blog's skin and a post may both bring it.
   * @param {(scene: SceneName, language: Language) => Promise<unknown>} load Fetches a scene's element.
   * @param {string} address Where from.
   */
  static define(load, address) {
    if (customElements.get("glass-net")) return;
    GlassNet.#load = load;
    GlassNet.#address = address;
    customElements.define("glass-net", GlassNet);
    followLinks();
  }

  #place = document.createElement("div");
  #slot = document.createElement("slot");
  /** Where a browser cannot tell who is near, everybody is. */
  #near =
    globalThis.IntersectionObserver &&
    new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && this.#mount(), {
      rootMargin: NEAR,
    });
  /** The scene at work, or on its way. @type {SceneElement | undefined} */
  #inner;
  /** @type {SceneName | undefined} */
  #name;
  #here = false;
  /**
   * What was asked of the scene before it was there; without one it comes to nothing.
   * @type {((inner?: SceneElement) => void)[]}
   */
  #pending = [];

  constructor() {
    super();
    if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(STYLE);
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    this.#place.className = "place";
    this.#place.append(this.#slot);
    root.append(this.#place);
    this.#place.addEventListener("glass-net-ready", () => this.#settle("ready"));
    this.#place.addEventListener("glass-net-error", () => this.#here || this.#settle("failed"));
  }

  connectedCallback() {
    // What was set before the element was known to the browser.
    for (const property of ["state", ...ALL.map(propertyOf)]) {
      if (!Object.hasOwn(this, property)) continue;
      const value = /** @type {any} */ (this)[property];
      delete (/** @type {any} */ (this)[property]);
      /** @type {any} */ (this)[property] = value;
    }
    this.#passAttributes();
    this.#near ? this.#near.observe(this) : this.#mount();
    // A link to a moment: `#id:at:17`.
    const [id, ...go] = location.hash.slice(1).split(":");
    if (go.length && id === encodeURIComponent(this.id)) this.go(go.join(":"));
  }

  disconnectedCallback() {
    this.#near?.disconnect();
    // Who waits for a scene that is taken away waits no longer; one that is moved in the page stays.
    queueMicrotask(() => this.isConnected || this.#resolvePending());
  }

  attributeChangedCallback() {
    if (this.isConnected) this.#passAttributes();
  }

  /** The element of the scene, once it was fetched. */
  get inner() {
    return this.#inner;
  }

  /** What the reader sees, in a form that `state =` brings back. Undefined until the scene is there. @returns {any} */
  get state() {
    return this.#inner?.state;
  }

  set state(state) {
    this.#whenReady((inner) => {
      inner.state = state;
    });
  }

  /**
   * Moves the reader. Each scene heeds what it knows of a place.
   * @param
   *   {{ at?: number, iteration?: number, phase?: string, unit?: string, weight?: string, bias?: string,
   *     epoch?: number, row?: number, play?: boolean }}
   *   place
   */
  goTo(place) {
    return this.#whenReady((inner) => inner.goTo?.(place));
  }

  /**
   * Moves the reader as a link does, and brings the picture into sight.
   * @param {string | Record<string, unknown>} place A text as in `data-go`, or a place that is not checked yet.
   */
  go(place) {
    return this.#whenReady((inner) => inner.followLink?.(place));
  }

  play() {
    return this.#whenReady((inner) => inner.play?.());
  }

  pause() {
    return this.#whenReady((inner) => inner.pause?.());
  }

  /** @param {number} [count] Back where it is negative. */
  step(count = 1) {
    return this.#whenReady((inner) => inner.step?.(count));
  }

  reset() {
    return this.#whenReady((inner) => inner.reset?.());
  }

  /** A value that the reader sees, by its name. @param {string} name @returns {Promise<number | string | undefined>} */
  read(name) {
    return this.#whenReady(async (inner) => {
      await inner.open?.();
      return inner.read?.(name);
    });
  }

  /** The picture as it is, as the text of an SVG. @returns {Promise<string | undefined>} */
  poster() {
    return this.#whenReady((inner) => inner.poster?.());
  }

  /**
   * What the author wrote, or null. Some frameworks write a false flag as "false", or a property's name in an
   * attribute's place.
   * @param {string} name
   */
  #read(name) {
    const text = this.getAttribute(name) ?? this.getAttribute(propertyOf(name));
    return text === "false" ? null : text;
  }

  /** The name of the scene; one that does not exist counts as none. @returns {SceneName} */
  get #scene() {
    const name = this.#read("scene") ?? (this.#read("playground") === null ? "" : "playground");
    return Object.hasOwn(SCENES, name) ? /** @type {SceneName} */ (name) : "worked";
  }

  /**
   * Does something with the scene, at once or when it is there; who asks does not wait for the reader to come near.
   * @param {(inner: SceneElement) => unknown} task @returns {Promise<any>}
   */
  #whenReady(task) {
    if (this.#here && this.#inner) return Promise.resolve(task(this.#inner));
    this.#mount();
    return new Promise((resolve) => this.#pending.push((inner) => resolve(inner && task(inner))));
  }

  /** @param {SceneElement} [inner] */
  #resolvePending(inner) {
    for (const task of this.#pending.splice(0)) task(inner);
  }

  static {
    for (const name of ALL) {
      const property = propertyOf(name);
      Object.defineProperty(this.prototype, property, {
        /** @this {GlassNet} */
        get() {
          const text = this.#read(name);
          return FLAGS.includes(name) ? text !== null : text;
        },
        /** @this {GlassNet} */
        set(value) {
          if (value !== null && value !== undefined && value !== false)
            this.setAttribute(name, value === true ? "" : textOf(value));
          else {
            this.removeAttribute(name);
            this.removeAttribute(property);
          }
        },
      });
    }
  }

  /** Fetches the scene and puts it in its place. */
  async #mount() {
    const name = this.#scene;
    if (this.#name === name) return;
    this.#name = name;
    this.#near?.disconnect();
    try {
      await GlassNet.#load(name, languageFor(this));
      // A classic script that stops halfway has been loaded all the same.
      if (!customElements.get(`glass-net-${name}`)) throw `<glass-net-${name}>?`;
    } catch (failure) {
      if (this.#name === name) this.#fail(String(failure));
      return;
    }
    if (this.#name !== name) return;
    this.#here = false;
    this.#inner = /** @type {SceneElement} */ (document.createElement(`glass-net-${name}`));
    this.#show("");
    this.#passAttributes();
    this.#place.replaceChildren(this.#slot, this.#inner);
  }

  /** Hands on what the author wrote. */
  #passAttributes() {
    const read = (/** @type {string} */ name) => this.#read(name);
    const height = Number(read("height"));
    heightsOf(this.#scene, read).forEach((reserved, i) =>
      this.#place.style.setProperty(`--height-${i}`, `${height > 0 ? height : reserved}px`),
    );
    this.#place.style.setProperty("--glass-net-accent", read("accent"));
    if (this.#name && this.#name !== this.#scene) this.#mount();
    const inner = this.#inner;
    if (!inner) return;
    inner.attributeValues = Object.fromEntries(
      SCENE_ATTRIBUTES.map((name) => [name, read(name)]).filter(([, text]) => text !== null),
    );
    for (const name of ["theme", "density", "controls", "without"])
      inner.setAttribute(name, read(name)?.replace(/,/g, " ") ?? "");
    inner.toggleAttribute("sticky", read("sticky") !== null);
  }

  /** The scene shows its picture or, first of all, what is wrong. @param {"ready" | "failed"} how */
  #settle(how) {
    this.#here = true;
    // What comes after it is out of sight: there it may move, and no room is kept that is not needed.
    this.#show(this.getBoundingClientRect().bottom > innerHeight ? `${how} free` : how);
    this.#resolvePending(this.#inner);
  }

  /** @param {string} how Words that the style knows. */
  #show(how) {
    const filled = this.childElementCount || this.textContent?.trim() ? "filled" : "";
    this.#place.className = `place ${filled} ${how}`;
  }

  /**
   * Says that nothing came, below what the author wrote. Headers are asked about only where a module of another origin
   * did not come: "… dynamically imported module", "Importing a module …".
   * @param {string} failure
   */
  #fail(failure) {
    const lang = languageFor(this);
    const { origin, host } = new URL(GlassNet.#address);
    const cors = origin !== self.origin && /TypeError.*import/i.test(failure);
    const note = document.createElement("p");
    note.lang = lang;
    note.setAttribute("role", "alert");
    note.textContent = `${LANGUAGES[lang].failed} ${cors ? `${host}: Access-Control-Allow-Origin?` : failure}`;
    this.#place.replaceChildren(this.#slot, note);
    this.#show("failed");
    // Who asks once more tries once more.
    this.#name = undefined;
    this.#resolvePending();
    this.dispatchEvent(
      new CustomEvent("glass-net-error", {
        bubbles: true,
        composed: true,
        detail: { code: "loading", message: failure },
      }),
    );
  }
}
