/**
 * The page where an author builds an embed: fields made from the schema, a preview that is the real thing, and the
 * texts to paste. The page's address holds it all.
 *
 * @import { ClaimCheck } from "../../src/bindings/types.js"
 * @import { AuthorWords } from "../src/locales/author.js"
 * @import { Locale } from "../src/locales/index.js"
 * @import { Values } from "./embed.js"
 * @import { Look } from "./state.js"
 * @import { Language } from "../src/locales/languages.js"
 */
import "../src/element/define.js";
import { html, nothing, render } from "lit";
import { followTranslators } from "../src/element/element.js";
import { engine } from "../src/engine/client.js";
import { Library } from "../src/worked/library.js";
import { loadAuthorWords } from "../src/locales/author.js";
import { failureText } from "../src/locales/failure.js";
import { loadWords } from "../src/locales/index.js";
import { languageOf } from "../src/locales/languages.js";
import { loadPlaygroundWords } from "../src/locales/playground.js";
import { failureText as playgroundFailure } from "../src/panels/views/validation-error.js";
import { EXAMPLE_KEYS, fieldsOf } from "../src/worked/state.js";
import { copyButton, snippets } from "./copy.js";
import { attributesOf, sceneOf, withValue } from "./embed.js";
import { field } from "./fields.js";
import { networkFields } from "./network-fields.js";
import { cellsOf, claimsOf, claimsText, textsOf } from "./network.js";
import { header, posterPanel, previewPanel, reader, scenes } from "./panels.js";
import { addressOfSvg, png, save, sizeOf } from "./picture.js";
import { Preview } from "./preview.js";
import { read } from "./read.js";
import { attributeOf, frameHeight, fromAddress, toAddress } from "./state.js";

/** How long the author must rest before the address follows: browsers limit how often it may. */
const SETTLED = 300;

/** What the network's tables hold. */
const TABLED = ["inputs", "target", "kernels", "biases", "activations", "claims"];
const EXPERIMENT = [
  "learning-rate",
  "frozen-biases",
  "preset",
  "data",
  "config",
  "seed",
  "epochs",
  "validation",
  "row",
];

class AuthorPage {
  #query = new URLSearchParams(location.search);
  /** @type {Language} */ lang = languageOf(this.#query.get("page") ?? navigator.language);
  /** @type {AuthorWords} */ words = /** @type {any} */ (undefined);
  /** The words of the element, for what it rejects. @type {Locale} */ elementWords = /** @type {any} */ (undefined);
  /** The words of the other scenes. @type {import("../src/locales/playground.js").Words} */ playgroundWords =
    /** @type {any} */ (undefined);
  /** @type {Values} */ values;
  /** @type {Look} */ look;
  height = 0;
  tallest = 0;
  /** What attributes build on. @type {Record<string, string> | undefined} */ tutorial = undefined;
  /** What the engine made of it. @type {Record<string, string> | undefined} */ example = undefined;
  #library = new Library(engine());
  /** @type {readonly ClaimCheck[]} */ checks = [];
  /** @type {{ text: string, cause: any } | undefined} */ failure = undefined;
  /** @type {Record<string, number> | undefined} By scene, and `stub`. */ sizes = undefined;
  /** @type {{ svg: string, width: number, height: number } | undefined} */ poster = undefined;
  posterFailed = false;
  posterAddress = "";
  page = "";
  copied = "";
  pasted = "";
  /** @type {"" | "done" | "rejected"} */ reading = "";
  preview = new Preview((update) => this.#show(update));
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #settling;

  constructor() {
    const { values, look } = fromAddress(this.#query, this.lang, matchMedia("(prefers-color-scheme: dark)").matches);
    this.values = values;
    this.look = look;
    fetch("sizes.json")
      .then((answer) => (answer.ok ? answer.json() : undefined))
      .then(
        (sizes) => this.change({ sizes }),
        () => {},
      );
    this.#library.tutorial().then(
      (example) => this.change({ tutorial: fieldsOf(example) }),
      () => {},
    );
    this.speak();
  }

  get scene() {
    return sceneOf(this.values);
  }

  async speak() {
    const [words, elementWords, playgroundWords] = await Promise.all([
      loadAuthorWords(this.lang),
      loadWords(this.lang),
      loadPlaygroundWords(this.lang),
    ]);
    document.documentElement.lang = words.lang;
    document.title = `Glassnet · ${words.title}`;
    this.change({ words, elementWords, playgroundWords });
  }

  /** @param {Partial<AuthorPage>} change */
  change(change) {
    Object.assign(this, change);
    if (!this.words) return;
    this.preview.show({ ...this.look, values: this.values, frameHeight: this.frameHeight });
    render(this.template(), document.body);
    clearTimeout(this.#settling);
    this.#settling = setTimeout(
      () => history.replaceState(null, "", toAddress(this.values, this.look, this.lang)),
      SETTLED,
    );
  }

  /** Another embed: what was seen of the former is forgotten. @param {Values} values */
  take(values) {
    const other = sceneOf(values) !== this.scene;
    const isOther = [...EXAMPLE_KEYS, ...EXPERIMENT].some((key) => values[key] !== this.values[key]);
    this.change({
      values,
      tallest: 0,
      poster: undefined,
      copied: "",
      ...(other ? { height: 0, example: undefined, checks: [], failure: undefined } : {}),
      // What is still rejected is rejected again.
      ...(isOther ? { failure: undefined } : {}),
    });
  }

  /** @param {string} name @param {string | undefined} value */
  set = (name, value) => this.take(withValue(this.values, name, value));

  /** @param {Partial<Look>} look */
  setAppearance = (look) => this.change({ look: { ...this.look, ...look }, tallest: 0, height: 0, poster: undefined });

  /** @param {import("./preview.js").PreviewUpdate} update */
  #show({ scene, height, example, checks, failure }) {
    if (scene !== this.scene) return;
    if (height) this.change({ height, tallest: Math.max(this.tallest, height) });
    if (failure) this.change({ failure });
    if (example) this.change({ example, checks: checks ?? [], failure: undefined });
  }

  get frameHeight() {
    return frameHeight(this.scene, this.look.width, this.tallest);
  }

  /** What the fields of the network show: the author's texts, over those of the example at work. */
  get texts() {
    const { claims = "", ...tutorial } = this.tutorial ?? {};
    const isOwn = EXAMPLE_KEYS.some((key) => this.values[key] !== undefined);
    return { ...tutorial, ...(this.example ?? (isOwn ? {} : { claims })), ...this.values };
  }

  /** What is rejected, by the attribute that it is about; "" for any other. @returns {Record<string, string>} */
  get validationErrors() {
    const { failure, words, elementWords, playgroundWords } = this;
    if (!failure) return {};
    const write = (/** @type {unknown} */ cause) =>
      this.scene === "worked" ? failureText(elementWords, cause) : playgroundFailure(playgroundWords, cause);
    const text = failure.cause ? write(failure.cause) : failure.text;
    const attribute = attributeOf(String(failure.cause?.what ?? ""));
    return {
      [attribute ?? ""]: [text, attribute && words.correct, this.example && words.kept].filter(Boolean).join(" "),
    };
  }

  /** @returns {import("./snippets.js").Embed} */
  get embed() {
    const { words, values, poster, posterAddress, lang, frameHeight: height } = this;
    return {
      values,
      height,
      lang,
      base: new URL(".", location.href).href,
      title: words.name(words.scenes[this.scene].name),
      sentence: words.sentence,
      poster: posterAddress || "poster.png",
      size: poster && { width: poster.width, height: poster.height },
    };
  }

  makePoster = async () => {
    try {
      const svg = await this.preview.element?.poster();
      if (!svg) throw new Error("no poster");
      this.change({ poster: { svg, ...sizeOf(svg) }, posterFailed: false });
    } catch {
      this.change({ poster: undefined, posterFailed: true });
    }
  };

  /** @param {"svg" | "png"} kind */
  savePoster = async (kind) => {
    const { poster } = this;
    if (poster)
      save(
        kind === "svg" ? new Blob([poster.svg], { type: "image/svg+xml" }) : await png(poster.svg),
        `poster.${kind}`,
      );
  };

  read = () => {
    const values = read(this.pasted);
    if (values) this.take(values);
    this.change({ reading: values ? "done" : "rejected" });
  };

  #network() {
    const { texts, values, words, checks, validationErrors } = this;
    if (!this.tutorial) return html`<p class="about">${words.network.loading}</p>`;
    const cells = cellsOf(texts);
    const before = textsOf(cells);
    return networkFields({
      words,
      cells,
      checks,
      validationErrors,
      activations: this.#library.activations,
      claims: claimsOf(texts.claims ?? ""),
      isOwn: EXAMPLE_KEYS.some((key) => values[key] !== undefined),
      setCells: (next) => {
        const changed = Object.entries(textsOf(next)).filter(
          ([name, text]) => text !== before[/** @type {keyof typeof before} */ (name)],
        );
        this.take(changed.reduce((all, [name, text]) => withValue(all, name, text), values));
      },
      setClaims: (claims) => this.set("claims", claimsText(claims)),
      restore: () => this.take(EXAMPLE_KEYS.reduce((all, name) => withValue(all, name, undefined), values)),
    });
  }

  #fields() {
    const {
      words,
      values,
      playgroundWords: {
        shell: { presets },
      },
      validationErrors,
      set,
      scene,
    } = this;
    const view = { words, values, presets, validationErrors, set };
    const all = attributesOf(scene).filter(({ name }) => !TABLED.includes(name));
    const [experiment, look] = [true, false].map((is) => all.filter(({ name }) => EXPERIMENT.includes(name) === is));
    return html`${
        validationErrors[""]
          ? html`<p class="fault" role="status">${words.rejectedElsewhere}: ${validationErrors[""]}</p>`
          : nothing
      }
      <details open>
        <summary>${scene === "worked" ? words.groups.numbers : words.groups.experiment}</summary>
        ${scene === "worked" ? this.#network() : nothing}${experiment.map((attribute) => field(view, attribute))}
      </details>
      <details>
        <summary>${words.groups.look}</summary>
        ${look.map((attribute) => field(view, attribute))}
      </details>`;
  }

  template() {
    const { words, embed } = this;
    const copying = {
      words,
      embed,
      page: this.page,
      copied: this.copied,
      save,
      tell: (/** @type {string} */ copied) => this.change({ copied }),
    };
    const address = new URL(toAddress(this.values, this.look, this.lang), location.href).href;
    return html`${header(this)}
      <main>
        <h1>${words.title}</h1>
        <p class="lead">${words.lead}</p>
        <div class="work">
          <section class="fields" aria-labelledby="fields-title">
            <h2 id="fields-title">${words.fields}</h2>
            ${reader(this)}${scenes(this)}${this.#fields()}
            <button type="button" class="plain" @click=${() => this.take({})}>${words.startOver}</button>
          </section>
          <div class="seen">${previewPanel(this)} ${posterPanel(this, addressOfSvg)}</div>
        </div>
        <section aria-labelledby="copy-title">
          <h2 id="copy-title">${words.snippetsTitle}</h2>
          <p class="row share">
            <span>${words.share.title}</span> ${copyButton(copying, "address", address, words.share.copy)}
          </p>
          <div class="snippets">${snippets(copying)}</div>
        </section>
      </main>`;
  }
}

followTranslators(document.body);

/** @typedef {AuthorPage} Page */
export const page = new AuthorPage();
