/**
 * `<glass-net-code>`: a Python program in a post. This is what is seen before anybody runs or edits it: coloured text
 * and
 * the output that the author recorded, without any library. The first click fetches the rest, `cell.js`, which takes
 * its
 * place.
 *
 * @import { CodeWords } from "../locales/code.js"
 * @import { CodeCell } from "./cell.js"
 */
import { languageFor } from "../locales/languages.js";
import { loadCodeWords } from "../locales/code.js";
import { address } from "../address.js";
import { dedent, inAddress, readEmbed } from "./program.js";
import { PROGRAM_STYLE } from "./program-style.js";
import { element, programView } from "./static-view.js";

/** A server, which renders pages, has no elements. @type {typeof HTMLElement} */
const Base = globalThis.HTMLElement ?? Object;

const STYLE = `
:host{display:block;font:400 16px/1.6 Pretendard,"Pretendard Variable","Noto Sans KR","Noto Sans CJK KR","Apple SD Gothic Neo",-apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,"Malgun Gothic",sans-serif;color:inherit}
:host([hidden]){display:none}
:host([theme=light]){color:#17202e;background:#fff}
:host([theme=dark]){color:#e8edf5;background:#12161d}
${PROGRAM_STYLE}`;

/** What of the attributes says which program it is. */
const WHICH = ["code", "src"];

/** The text of a file; a page that is not there is no program. @param {string} src */
async function fetchText(src) {
  const answer = await fetch(new URL(src, document.baseURI));
  if (!answer.ok) throw new Error(`${answer.status} ${src}`);
  return answer.text();
}

export class CodeScene extends Base {
  /** @type {Readonly<Record<string, string>>} */
  #values = {};
  /** @type {{ program: string, recorded: string } | undefined} */
  #read;
  #asked = "";
  /** @type {CodeWords | undefined} */
  #words;
  #failure = "";
  /** @type {Promise<CodeCell> | undefined} */
  #loading;
  /** @type {CodeCell | undefined} */
  #cell;
  /** @type {import("../element/color-scheme.js").Page | undefined} */
  #page;
  #spoken = new MutationObserver(() => this.#speak());
  #place = document.createElement("div");

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    root.append(this.#place);
  }

  connectedCallback() {
    this.#spoken.observe(document, { subtree: true, attributes: true, attributeFilter: ["lang"] });
    this.#begin();
  }

  disconnectedCallback() {
    this.#spoken.disconnect();
  }

  /** The element on the author's page. @returns {Element} */
  get embed() {
    const root = this.getRootNode();
    return root instanceof ShadowRoot && root.host.localName === "glass-net" ? root.host : this;
  }

  get attributeValues() {
    return this.#values;
  }

  set attributeValues(values) {
    this.#values = values;
    if (this.#cell) this.#cell.attributeValues = values;
    if (this.isConnected) this.#begin();
  }

  /** The page around the frame that it stands in. @param {import("../element/color-scheme.js").Page} page */
  set page(page) {
    this.#page = page;
    this.style.color = page.color;
    if (this.#cell) this.#cell.page = page;
  }

  /** The program as the reader has it now. */
  get source() {
    return this.#cell?.source ?? this.#read?.program ?? "";
  }

  get state() {
    return this.#read && { source: this.source };
  }

  set state(state) {
    if (typeof state?.source === "string") this.#fetched().then((cell) => cell.write(state.source));
  }

  play() {
    return this.#fetched().then((cell) => cell.run());
  }

  pause() {
    this.#cell?.stop();
  }

  reset() {
    this.#cell?.reset();
  }

  /** What stands here, as the text of an SVG. */
  async poster() {
    const { posterOf } = await import("../poster.js");
    const cell = this.#cell ?? { renderRoot: this.#place };
    return posterOf(/** @type {any} */ (cell), [".program", ".output-title", ".output"], this.#words?.label ?? "");
  }

  /** A number of the last epoch that is shown, by Keras's name. @param {string} name */
  read(name) {
    return this.#cell?.read(name);
  }

  /** Into the program, where a reader writes. @param {number} [at] So many signs from its beginning. */
  edit(at) {
    return this.#fetched().then((cell) => cell.edit(at));
  }

  /** Takes part in its session, though nobody touched it. */
  prepare() {
    return this.#fetched();
  }

  /** Reads what the author wrote, once for each program. */
  async #begin() {
    const asked = JSON.stringify(WHICH.map((name) => this.#values[name]));
    if (asked === this.#asked) return;
    this.#asked = asked;
    const { code, src } = this.#values;
    const written = readEmbed(this.embed);
    this.#failure = "";
    if (code !== undefined || src === undefined)
      return this.#take({ ...written, program: code === undefined ? written.program : dedent(code) });
    try {
      const program = await fetchText(src);
      if (this.#asked === asked) this.#take({ program: dedent(program), recorded: written.recorded });
    } catch {
      if (this.#asked !== asked) return;
      this.#failure = src;
      this.#take(written);
    }
  }

  /** @param {{ program: string, recorded: string }} read */
  #take(read) {
    this.#read = read;
    if (this.#cell) this.#cell.given = read;
    this.#speak();
  }

  async #speak() {
    const lang = languageFor(this);
    const words = this.#words?.lang === lang ? this.#words : await loadCodeWords(lang);
    if (lang !== languageFor(this)) return;
    this.#words = words;
    this.#show(this.#failure ? words.noSource(this.#failure) : "");
  }

  /** @param {string} failure */
  #show(failure) {
    const [read, words] = [this.#read, this.#words];
    if (!read || !words || this.#cell) return;
    const edit = (/** @type {number} */ at) => void this.edit(at);
    this.#place.lang = words.lang;
    this.#place.replaceChildren(...programView({ ...read, words, failure, run: () => void this.play(), edit }));
    const detail = failure ? { code: "loading", message: failure } : { scene: "code" };
    const name = failure ? "error" : "ready";
    this.dispatchEvent(new CustomEvent(`glass-net-${name}`, { bubbles: true, composed: true, detail }));
  }

  /** What runs and edits, which takes the place of the text. @returns {Promise<CodeCell>} */
  #fetched() {
    this.#loading ??= this.#fetch().catch((failure) => {
      this.#loading = undefined;
      this.#cannot();
      throw failure;
    });
    return this.#loading;
  }

  async #fetch() {
    this.#place.setAttribute("aria-busy", "true");
    await import("./cell.js");
    const cell = /** @type {CodeCell} */ (document.createElement("gn-code-cell"));
    Object.assign(cell, { given: this.#read ?? { program: "", recorded: "" }, attributeValues: this.#values });
    cell.embed = /** @type {HTMLElement} */ (this.embed);
    if (this.#page) cell.page = this.#page;
    const place = document.createElement("div");
    place.append(cell);
    // Both stand in the page until the new one has its words and its height.
    cell.style.position = "absolute";
    cell.style.visibility = "hidden";
    /** @type {ShadowRoot} */ (this.shadowRoot).append(place);
    await cell.shown;
    cell.style.position = cell.style.visibility = "";
    this.#cell = cell;
    const focused = this.shadowRoot?.activeElement?.classList[0];
    this.#place.remove();
    // Who came by keyboard stays where they were.
    if (focused) /** @type {HTMLElement | null} */ (cell.renderRoot.querySelector(`.${focused}`))?.focus();
    return cell;
  }

  /** Where a page lets nothing of it in: what the author recorded is shown, and where it runs. */
  #cannot() {
    const [read, words] = [this.#read, this.#words];
    this.#place.removeAttribute("aria-busy");
    if (!read || !words || this.#place.querySelector("[role=alert]")) return;
    const note = element("p", { class: "status", role: "alert" }, `${words.cannot} `);
    const site = address && new URL(`../index.html${inAddress.write(read.program)}`, address).href;
    if (site) note.append(element("a", { href: site, target: "_blank" }, words.elsewhere));
    this.#place.querySelector(".bar")?.append(note);
  }
}

if (globalThis.customElements && !customElements.get("glass-net-code"))
  customElements.define("glass-net-code", CodeScene);
