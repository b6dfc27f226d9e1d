/**
 * The page where an author builds an embed: fields made from the schema, a preview that is the real thing, and the
 * texts to paste. The page's address holds it all.
 *
 * @import { ClaimCheck } from "../../src/bindings/types.js"
 * @import { AuthorWords } from "../src/locales/author.js"
 * @import { Locale } from "../src/locales/index.js"
 * @import { Values } from "./embed.js"
 * @import { Embed, PostTexts } from "./snippets.js"
 * @import { Look } from "./state.js"
 * @import { Language } from "../src/locales/languages.js"
 */
import "../src/element/define.js";
import { render } from "lit";
import { followTranslators } from "../src/element/element.js";
import { engine } from "../src/engine/client.js";
import { Library } from "../src/worked/library.js";
import { loadAuthorWords } from "../src/locales/author.js";
import { failureText } from "../src/locales/failure.js";
import { loadWords } from "../src/locales/index.js";
import { languageOf } from "../src/locales/languages.js";
import { loadPlaygroundWords } from "../src/locales/playground.js";
import { failureText as playgroundFailure } from "../src/panels/views/validation-error.js";
import { COLORS } from "../src/theme.js";
import { fieldsOf } from "../src/worked/fields.js";
import { EXAMPLE_KEYS } from "../src/worked/state.js";
import { sceneOf, withValue } from "./embed.js";
import { faultsOf, textFaultsOf, without } from "./faults.js";
import { EXPERIMENT, layout } from "./layout.js";
import { png, save, sizeOf } from "./picture.js";
import { posterOf } from "./places.js";
import { Preview } from "./preview.js";
import { read } from "./read.js";
import { reservedAt } from "./reserve.js";
import { DEVICES, attributeOf, frameHeight, fromAddress, textsFrom, toAddress, widthOf } from "./state.js";

/** How long the author must rest before the address follows: browsers limit how often it may. */
const SETTLED = 300;

/** What the engine may reject, all of it or none. */
const COMPUTED = [...EXAMPLE_KEYS, ...EXPERIMENT];

class AuthorPage {
  #query = new URLSearchParams(location.search);
  /** @type {Language} */ lang = languageOf(this.#query.get("page") ?? navigator.language);
  /** @type {AuthorWords} */ words = /** @type {any} */ (undefined);
  /** In the language of the post. @type {AuthorWords} */ postWords = /** @type {any} */ (undefined);
  /** The words of the element, for what it rejects. @type {Locale} */ elementWords = /** @type {any} */ (undefined);
  /** The words of the other scenes. @type {import("../src/locales/playground.js").Words} */ playgroundWords =
    /** @type {any} */ (undefined);
  /** @type {Values} */ values;
  /** What the engine took last. @type {Values} */ taken = {};
  /** @type {Partial<PostTexts>} */ texts;
  /** @type {Look} */ look;
  height = 0;
  tallest = 0;
  /** What attributes build on. @type {Record<string, string> | undefined} */ tutorial = undefined;
  /** What the engine made of it. @type {Record<string, string> | undefined} */ example = undefined;
  /** The experiment at work. @type {any} */ config = undefined;
  #library = new Library(engine());
  /** @type {readonly ClaimCheck[]} */ checks = [];
  /** @type {{ text: string, cause: any } | undefined} */ failure = undefined;
  /** @type {Record<string, number> | undefined} By scene, and `stub`. */ sizes = undefined;
  /** @type {{ svg: string, width: number, height: number } | undefined} */ poster = undefined;
  /** Of the poster that the post has. @type {{ width: number, height: number } | undefined} */ size = undefined;
  posterFailed = false;
  page = "";
  copied = "";
  pasted = "";
  /** @type {"" | "done" | "rejected"} */ reading = "";
  preview = new Preview((update) => this.#show(update));
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #settling;

  constructor() {
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const { values, look, texts } = fromAddress(this.#query, this.lang, dark);
    this.values = values;
    // Who is on a phone sees a phone first.
    this.look = innerWidth < DEVICES.tablet && !this.#query.has("device") ? { ...look, device: "phone" } : look;
    this.texts = texts;
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

  get activations() {
    return this.#library.activations;
  }

  async speak() {
    const [words, postWords, elementWords, playgroundWords] = await Promise.all([
      loadAuthorWords(this.lang),
      loadAuthorWords(this.look.post),
      loadWords(this.lang),
      loadPlaygroundWords(this.lang),
    ]);
    document.documentElement.lang = words.lang;
    document.title = `Glassnet · ${words.title}`;
    this.change({ words, postWords, elementWords, playgroundWords });
  }

  /** @param {Partial<AuthorPage>} change */
  change(change) {
    Object.assign(this, change);
    if (!this.words) return;
    const { form, theme, post } = this.look;
    this.preview.show({ form, theme, post, values: this.accepted, frameHeight: this.frameHeight });
    render(layout(this), document.body);
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => history.replaceState(null, "", toAddress(this, this.lang)), SETTLED);
  }

  /** What the height depends on: of a network how many numbers there are. @param {Values} values */
  #shape(values) {
    const network = { ...this.networkTexts, ...values };
    const counts = EXAMPLE_KEYS.map((key) => [key, network[key]?.replace(/[^,;|]/g, "")]);
    return JSON.stringify([counts, Object.entries(values).filter(([key]) => !EXAMPLE_KEYS.includes(key))]);
  }

  /**
   * Another embed: what was seen of the former is forgotten, but for its height, which the next is likely to have.
   * @param {Values} values
   */
  take(values) {
    const other = sceneOf(values) !== this.scene;
    const isOther = COMPUTED.some((key) => values[key] !== this.values[key]);
    this.change({
      values,
      tallest: this.#shape(values) === this.#shape(this.values) ? this.tallest : this.height,
      poster: undefined,
      copied: "",
      ...(other
        ? { height: 0, tallest: 0, example: undefined, config: undefined, checks: [], failure: undefined, taken: {} }
        : {}),
      // What is still rejected is rejected again.
      ...(isOther ? { failure: undefined } : {}),
    });
  }

  /** @param {string} name @param {string | undefined} value */
  set = (name, value) => this.take(withValue(this.values, name, value));

  /** @param {Partial<Look>} look */
  setAppearance = (look) => {
    const next = { ...this.look, ...look };
    const isSameSize = widthOf(next) === widthOf(this.look);
    this.change({ look: next, copied: "", ...(isSameSize ? {} : { tallest: 0, height: 0, poster: undefined }) });
    if (look.post) this.speak();
  };

  /** @param {import("./preview.js").PreviewUpdate} update */
  #show({ scene, height, example, checks, config, failure }) {
    if (scene !== this.scene) return;
    if (height) this.change({ height, tallest: Math.max(this.tallest, height) });
    if (failure) this.change({ failure });
    if (example || config) this.change({ failure: undefined, taken: this.accepted });
    if (example) this.change({ example, checks: checks ?? [] });
    if (config) this.change({ config });
  }

  get frameHeight() {
    return frameHeight(this.scene, widthOf(this.look), this.tallest);
  }

  /** What the fields of the network show: the author's texts, over those of the example at work. */
  get networkTexts() {
    const { claims = "", ...tutorial } = this.tutorial ?? {};
    const isOwn = EXAMPLE_KEYS.some((key) => this.values[key] !== undefined);
    return { ...tutorial, ...(this.example ?? (isOwn ? {} : { claims })), ...this.values };
  }

  get faults() {
    return faultsOf(this.values);
  }

  get textFaults() {
    return textFaultsOf({ ...this.texts, page: this.page });
  }

  /** What the preview is given: all but what is wrong by itself. @returns {Values} */
  get accepted() {
    return without(this.values, this.faults);
  }

  /** What holds where the author writes nothing. @returns {Record<string, string>} */
  get defaults() {
    const { fit, model } = this.config ?? {};
    const { values, look, example, tutorial } = this;
    const text = (/** @type {number | undefined} */ value) => (value === undefined ? undefined : String(value));
    const all = {
      "learning-rate": this.scene === "worked" ? (example ?? tutorial)?.["learning-rate"] : undefined,
      seed: text(model?.seed),
      epochs: text(fit?.epochs),
      validation: text(fit && (fit.validationSplit ?? 0)),
      height: text(reservedAt(without(values, { height: true }), widthOf(look))),
      accent: COLORS.accent[(values.theme ?? look.theme) === "dark" ? 1 : 0],
    };
    return /** @type {Record<string, string>} */ (
      Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
    );
  }

  /** @returns {PostTexts} In the language of the post. */
  get textDefaults() {
    const { name, scenes, sentence } = this.postWords;
    return { id: "", title: name(scenes[this.scene].name), sentence, caption: "", poster: posterOf(this.look.place) };
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

  /** What the snippets lack of what is in the fields, in words. */
  get missing() {
    const { words, faults, textFaults, failure } = this;
    const labels = { ...words.texts, page: words.page };
    const names = [
      ...Object.keys(faults),
      ...Object.keys(textFaults).map((name) => labels[/** @type {keyof typeof labels} */ (name)].label),
    ];
    return [names.length ? words.leftOut(names.join(", ")) : "", failure ? words.former : ""].filter(Boolean).join(" ");
  }

  /** The address of the card's page, where it is one. */
  get cardPage() {
    return this.textFaults.page ? "" : this.page;
  }

  /** What the engine rejects is not in it: there what it took last stands. @returns {Values} */
  get #written() {
    if (!this.failure) return this.accepted;
    const computed = Object.entries(this.taken).filter(([name]) => COMPUTED.includes(name));
    return {
      ...without(this.accepted, Object.fromEntries(COMPUTED.map((name) => [name, true]))),
      ...Object.fromEntries(computed),
    };
  }

  /** @returns {Embed} */
  get embed() {
    return {
      values: this.#written,
      height: this.frameHeight,
      lang: this.look.post,
      base: new URL(".", location.href).href,
      texts: { ...this.textDefaults, ...textsFrom(without(this.texts, this.textFaults)) },
      size: this.size,
    };
  }

  makePoster = async () => {
    try {
      const svg = await this.preview.element?.poster();
      if (!svg) throw new Error("no poster");
      const size = sizeOf(svg);
      this.change({ poster: { svg, ...size }, size, posterFailed: false });
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
    const found = read(this.pasted);
    if (!found) return this.change({ reading: "rejected" });
    const { values, texts, size } = found;
    // What is but a default is none of the author's words.
    const own = Object.entries(texts).filter(
      ([name, text]) => text !== this.textDefaults[/** @type {keyof PostTexts} */ (name)],
    );
    this.take(values);
    this.change({ texts: Object.fromEntries(own), size: size ?? this.size, reading: "done" });
  };
}

followTranslators(document.body);

/** @typedef {AuthorPage} Page */
export const page = new AuthorPage();
