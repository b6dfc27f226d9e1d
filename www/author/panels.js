/**
 * The parts of the author page around fields and snippets.
 *
 * @import { Page } from "./author.js"
 * @import { SceneName } from "../src/locales/author.js"
 * @import { PlaceName } from "./places.js"
 */
import { html, nothing } from "lit";
import { SCENES } from "../src/scenes/index.js";
import { languageAfter, languages, nameOfLanguage } from "../src/locales/choice.js";
import { PLACES } from "./places.js";
import { COLUMNS, DEVICES, widthOf } from "./state.js";

/** @param {Event} event */
const textOf = (event) => /** @type {HTMLInputElement} */ (event.target).value.trim();

/** @param {Page} page */
export function header(page) {
  const next = languageAfter(page.lang);
  return html`<header>
    <a class="brand" href=${`./?lang=${page.lang}`} title=${page.words.toDemo}>Glassnet</a>
    <button
      type="button"
      class="plain"
      id="language"
      lang=${next}
      @click=${() => {
        page.lang = next;
        page.speak();
      }}
    >
      ${nameOfLanguage(next)}
    </button>
  </header>`;
}

/** @type {Record<"hosts" | "generators" | "others", readonly PlaceName[]>} */
const GROUPS = {
  hosts: ["tistory", "naver", "velog", "ghost", "wordpress", "notion"],
  generators: ["hugo", "jekyll", "mkdocs", "vitepress", "docusaurus", "astro"],
  others: ["html", "react", "vue", "svelte"],
};

/** Where the author writes. @param {Page} page */
export function places(page) {
  const {
    words: { place: own, places: named },
    look: { place },
    setAppearance,
  } = page;
  const groups = /** @type {(keyof typeof GROUPS)[]} */ (Object.keys(GROUPS));
  return html`<section class="where" aria-labelledby="where-title">
    <h2 id="where-title">${own.title}</h2>
    <label for="place">${own.label}</label>
    <select
      id="place"
      @change=${(/** @type {Event} */ event) => setAppearance({ place: /** @type {PlaceName} */ (textOf(event)) })}
    >
      ${groups.map(
        (group) =>
          html`<optgroup label=${own.groups[group]}>
            ${GROUPS[group].map(
              (name) => html`<option value=${name} ?selected=${name === place}>${named[name].name}</option>`,
            )}
          </optgroup>`,
      )}
    </select>
    <p class="about">${named[place].about} ${"isHosted" in PLACES[place] ? own.notTried : nothing}</p>
  </section>`;
}

/** @param {Page} page */
export const reader = (page) =>
  html`<details class="reader">
    <summary>${page.words.read.title}</summary>
    <p class="about">${page.words.read.about}</p>
    <label for="pasted">${page.words.read.label}</label>
    <textarea
      id="pasted"
      rows="4"
      spellcheck="false"
      .value=${page.pasted}
      @input=${(/** @type {Event} */ event) => {
        page.pasted = textOf(event);
      }}
    ></textarea>
    <p class="row"><button type="button" class="button" @click=${page.read}>${page.words.read.button}</button></p>
    <p class=${page.reading === "rejected" ? "fault" : "about"} role="status">
      ${page.reading ? page.words.read[page.reading] : nothing}
    </p>
  </details>`;

/** @param {Page} page */
export function scenes(page) {
  const { words, scene } = page;
  const names = /** @type {SceneName[]} */ (Object.keys(SCENES));
  // What is written for another scene waits: who comes back finds it again.
  const choose = (/** @type {SceneName} */ name) => {
    const { playground, ...values } = page.values;
    page.take({ ...values, scene: name });
  };
  return html`<div class="field">
    <label for="f-scene">${words.scene} <code translate="no">scene</code></label>
    <select id="f-scene" @change=${(/** @type {Event} */ event) => choose(/** @type {SceneName} */ (textOf(event)))}>
      ${names.map(
        (name) => html`<option value=${name} ?selected=${name === scene}>${words.scenes[name].name}</option>`,
      )}
    </select>
    <p class="about">${words.scenes[scene].about}</p>
  </div>`;
}

/**
 * Some of a few, as buttons of which one is pressed.
 * @template {string | number} T
 * @param {string} label
 * @param {readonly T[]} all
 * @param {T} chosen
 * @param {(one: T) => string} name
 * @param {(one: T) => void} take
 */
const one = (label, all, chosen, name, take) =>
  html`<div class="one" role="group" aria-label=${label}>
    <span class="label" aria-hidden="true">${label}</span>
    <div class="buttons">
      ${all.map(
        (value) =>
          html`<button type="button" aria-pressed=${value === chosen} @click=${() => take(value)}>
            ${name(value)}
          </button>`,
      )}
    </div>
  </div>`;

/** KB of 1000 bytes. @param {number} bytes */
const kilobytes = (bytes) => (bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0);

/** What readers hold. @param {Page} page */
function devices({ words: { preview: own }, look, setAppearance }) {
  const names = /** @type {import("./state.js").Device[]} */ (Object.keys(DEVICES));
  return one(
    own.device,
    names,
    look.device,
    (device) => `${own.devices[device]} ${DEVICES[device]}`,
    (device) => setAppearance({ device }),
  );
}

/** How the preview shows it. @param {Page} page */
function choices({ words: { preview: own, values: names }, look, setAppearance }) {
  return html`<div class="choices">
    ${one(own.column, COLUMNS, look.column, own.px, (column) => setAppearance({ column }))}
    ${one(
      own.theme,
      /** @type {const} */ (["light", "dark"]),
      look.theme,
      (theme) => names[theme],
      (theme) => setAppearance({ theme }),
    )}
    ${one(own.language, languages, look.post, nameOfLanguage, (post) => setAppearance({ post }))}
    ${one(
      own.form,
      /** @type {const} */ (["element", "iframe"]),
      look.form,
      (form) => own.forms[form],
      (form) => setAppearance({ form }),
    )}
    <p class="about">${own.themeOf[look.form]}</p>
  </div>`;
}

/** @param {Page} page */
export function previewPanel(page) {
  const {
    words: { preview: own },
    look,
    height,
    sizes,
    scene,
  } = page;
  const width = widthOf(look);
  return html`<section class="seen" aria-labelledby="preview-title">
    <details open>
      <summary><h2 id="preview-title">${own.title}</h2></summary>
      <div class="panel">
        ${devices(page)}
        <details class="how">
          <summary>${own.how}</summary>
          ${choices(page)}
        </details>
        <p class="measures">
          <b>${height ? own.height(height.toLocaleString(page.lang)) : own.waiting}</b>
          ${sizes?.[scene] ? own.size(kilobytes(sizes[scene]), kilobytes(sizes.stub)) : own.noSize}
          ${look.form === "iframe" ? own.frameNote(page.frameHeight) : nothing}
        </p>
        <div class="ground" data-theme=${look.theme} tabindex="0" role="region" aria-label=${own.label(width)}>
          <div class="post" lang=${look.post} .style=${`width: ${width}px`}>${page.preview.node}</div>
        </div>
      </div>
    </details>
  </section>`;
}

/** @param {Page} page @param {(svg: string) => string} addressOfSvg */
export function posterPanel(page, addressOfSvg) {
  const { words, poster, posterFailed } = page;
  const own = words.poster;
  return html`<section class="poster" aria-labelledby="poster-title">
    <h2 id="poster-title">${own.title}</h2>
    <p class="about">${own.about}</p>
    <p class="row">
      <button type="button" class="button" @click=${page.makePoster}>${own.make}</button>
      ${
        poster
          ? html`<button type="button" class="button" @click=${() => page.savePoster("svg")}>${own.svg}</button>
              <button type="button" class="button" @click=${() => page.savePoster("png")}>${own.png}</button>`
          : nothing
      }
      <span class=${posterFailed ? "fault" : "said"} role="status"
        >${poster ? own.made : posterFailed ? own.failed : nothing}</span
      >
    </p>
    ${
      poster
        ? html`<img src=${addressOfSvg(poster.svg)} width=${poster.width} height=${poster.height} alt=${own.alt} />`
        : nothing
    }
  </section>`;
}
