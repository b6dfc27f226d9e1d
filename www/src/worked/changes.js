/**
 * What a reader changes in an example, and checks.
 *
 * @import { ExampleConfig, GradientCheck, ParameterPlace } from "../../../src/bindings/types.js"
 * @import { Edit } from "./edits.js"
 * @import { ExampleLoader } from "./example-loader.js"
 * @import { Session } from "./session.js"
 * @import { WorkedExample } from "./worked-example.js"
 */
import { failureText } from "../locales/failure.js";
import { editedAt, fieldOf, withText } from "./edits.js";

export class Changes {
  #element;
  #loader;

  /** @param {WorkedExample} element @param {ExampleLoader} loader */
  constructor(element, loader) {
    this.#element = element;
    this.#loader = loader;
  }

  /** Takes what the reader wrote, or says why not. @param {Edit} edit @param {string} text */
  async edit(edit, text) {
    const { shown, words } = this.#element;
    if (!shown || !words) return;
    const { session, trace, k } = shown;
    try {
      const { config, at } = await editedAt(session, trace, k, withText(edit, text));
      await this.#loader.open(config, at);
      this.#element.validationError = undefined;
    } catch (failure) {
      this.#element.validationError = {
        place: fieldOf(edit),
        draft: text,
        sentence: failureText(words, failure),
      };
    }
  }

  /** An example of which one value is on its way to another. @param {ExampleConfig} example @param {Session} former */
  preview(example, former) {
    return this.#loader.preview(example, former);
  }

  /** Compares a gradient with the slope of the loss. @param {ParameterPlace} place */
  compare(place) {
    const element = this.#element;
    const checking = element.session?.checkGradient(element.shown?.trace.iteration ?? 0, place);
    const show = (/** @type {GradientCheck} */ check) => void (element.check = check);
    checking?.then(show, (failure) => element.fail(failure));
  }

  /** Back to the author's example. */
  restore() {
    this.#element.validationError = undefined;
    const { author } = this.#loader;
    if (author) this.#loader.open(author, 0).catch((failure) => this.#element.reject(failure));
  }
}
