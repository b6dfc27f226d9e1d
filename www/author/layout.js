/**
 * How the author page is laid out: where they write, what it shows beside the preview, what they copy.
 *
 * @import { Page } from "./author.js"
 */
import { html, nothing } from "lit";
import { EXAMPLE_KEYS } from "../src/worked/state.js";
import { copyButton, snippets } from "./copy.js";
import { attributesOf, withValue } from "./embed.js";
import { field } from "./fields.js";
import { networkFields } from "./network-fields.js";
import { cellsOf, claimsOf, claimsText, textsOf } from "./network.js";
import { header, places, posterPanel, previewPanel, reader, scenes } from "./panels.js";
import { addressOfSvg, save } from "./picture.js";
import { PLACES } from "./places.js";
import { toAddress } from "./state.js";
import { textFields } from "./text-fields.js";

/** What the network's tables hold. */
const TABLED = ["inputs", "target", "kernels", "biases", "activations", "claims"];

/** Attributes of an experiment; the others are of its looks. */
export const EXPERIMENT = [
  "learning-rate",
  "preset",
  "data",
  "config",
  "seed",
  "epochs",
  "validation",
  "row",
  "code",
  "src",
  "session",
  "beside",
];

/** @param {Page} page */
function network(page) {
  const { networkTexts: texts, values, words, checks, validationErrors } = page;
  if (!page.tutorial) return html`<p class="about">${words.network.loading}</p>`;
  const cells = cellsOf(texts);
  const before = textsOf(cells);
  return networkFields({
    words,
    cells,
    checks,
    validationErrors,
    activations: page.activations,
    claims: claimsOf(texts.claims ?? ""),
    isOwn: EXAMPLE_KEYS.some((key) => values[key] !== undefined),
    setCells: (next) => {
      const changed = Object.entries(textsOf(next)).filter(
        ([name, text]) => text !== before[/** @type {keyof typeof before} */ (name)],
      );
      page.take(changed.reduce((all, [name, text]) => withValue(all, name, text), values));
    },
    setClaims: (claims) => page.set("claims", claimsText(claims)),
    restore: () => page.take(EXAMPLE_KEYS.reduce((all, name) => withValue(all, name, undefined), values)),
  });
}

/** @param {Page} page */
const texts = (page) =>
  textFields({
    words: page.words,
    lang: page.look.post,
    texts: page.texts,
    defaults: page.textDefaults,
    page: page.page,
    faults: page.textFaults,
    set: (texts) => page.change({ texts, copied: "" }),
    setPage: (address) => page.change({ page: address.trim() }),
  });

/** @param {Page} page */
function fields(page) {
  const { words, values, validationErrors, faults, defaults, set, scene } = page;
  const { presets } = page.playgroundWords.shell;
  const view = { words, values, presets, faults, validationErrors, defaults, set };
  const all = attributesOf(scene).filter(({ name }) => !TABLED.includes(name));
  const [experiment, look] = [true, false].map((is) => all.filter(({ name }) => EXPERIMENT.includes(name) === is));
  return html`${
      validationErrors[""]
        ? html`<p class="fault" role="status">${words.rejectedElsewhere}: ${validationErrors[""]}</p>`
        : nothing
    }
    <details open>
      <summary>${scene === "worked" ? words.groups.numbers : words.groups.experiment}</summary>
      ${scene === "worked" ? network(page) : nothing}${experiment.map((attribute) => field(view, attribute))}
    </details>
    <details>
      <summary>${words.groups.look}</summary>
      ${look.map((attribute) => field(view, attribute))}
    </details>
    <details>
      <summary>${words.groups.texts}</summary>
      ${texts(page)}
    </details>`;
}

/** What the author copies. @param {Page} page */
function copying(page) {
  const { words, embed, look, values, texts, missing } = page;
  const { place } = look;
  const view = {
    words,
    place,
    embed,
    page: page.cardPage,
    copied: page.copied,
    missing,
    save,
    tell: (/** @type {string} */ copied) => page.change({ copied }),
  };
  const address = new URL(toAddress({ values, look, texts }, page.lang), location.href).href;
  const needsPoster = "isHosted" in PLACES[place] && !/^https?:/i.test(embed.texts.poster);
  return html`<section class="copying" aria-labelledby="copy-title">
    <h2 id="copy-title">${words.snippetsTitle(words.places[place].name)}</h2>
    <p class="fault" role="status" id="missing">${missing}</p>
    ${needsPoster ? html`<p class="about">${words.poster.needed}</p>` : nothing} ${snippets(view)}
    <p class="row share">
      <span>${words.share.title}</span> ${copyButton({ ...view, missing: "" }, "address", address, words.share.copy)}
    </p>
  </section>`;
}

/** @param {Page} page */
export const layout = (page) => {
  const { words } = page;
  return html`${header(page)}
    <main>
      <h1>${words.title}</h1>
      <p class="lead">${words.lead}</p>
      <div class="work">
        <div class="fields">
          ${places(page)}
          <section aria-labelledby="fields-title">
            <h2 id="fields-title">${words.fields}</h2>
            ${reader(page)}${scenes(page)}${fields(page)}
            <button type="button" class="plain" @click=${() => page.take({})}>${words.startOver}</button>
          </section>
          ${posterPanel(page, addressOfSvg)}${copying(page)}
        </div>
        ${previewPanel(page)}
      </div>
    </main>`;
};
