/**
 * Opens sessions of examples for an element, with all that their pictures need. Only the latest request counts: one
 * that a later one overtook, or whose element left its page, comes to nothing.
 *
 * @import { ExampleConfig } from "../../../src/bindings/types.js"
 * @import { AttributeValues } from "../element/attribute-values.js"
 */
import { engine } from "../engine/client.js";
import { Library } from "./library.js";
import { Session } from "./session.js";
import { exampleFrom } from "./state.js";

/** Activations whose formulas need not be fetched. */
const BUILT_IN = ["linear", "sigmoid"];

export class ExampleLoader {
  library = new Library(engine());
  /** The example as its author gave it. @type {ExampleConfig | undefined} */
  author;
  #request = 0;
  #element;

  /** @param {{ isConnected: boolean, attributeValues: AttributeValues, open: () => Promise<void>,
   *   toStep: () => Promise<unknown>, show: (session: Session, at?: number) => void }} element */
  constructor(element) {
    this.#element = element;
  }

  /** Shows the author's example. @param {AttributeValues} given The attributes. */
  openAuthors(given) {
    const request = ++this.#request;
    return this.#latest(request, async () => {
      const tutorial = await this.library.tutorial();
      if (request !== this.#request) return;
      const example = exampleFrom(tutorial, given);
      if (await this.#show(request, example)) this.author = example;
    });
  }

  /**
   * Shows an example; where the engine rejects it, the former one stays.
   * @param {ExampleConfig} example
   * @param {number} at
   */
  open(example, at) {
    const request = ++this.#request;
    return this.#latest(request, () => this.#show(request, example, at));
  }

  /** What of the engine no first picture needs. */
  rest = () => engine().rest();

  /** An example of which one value is on its way to another. @param {ExampleConfig} example @param {Session} former */
  preview = (example, former) => Session.open(engine(), example, former);

  /** @param {number} request @param {ExampleConfig} example @param {number} [at] */
  async #show(request, example, at) {
    const session = await Session.open(engine(), example);
    await this.library.curvesFor(session.first);
    if (session.first.layers.some(({ activation }) => !BUILT_IN.includes(activation))) await this.#element.open();
    const { at: begin, from } = this.#element.attributeValues;
    if (at || begin || from) await this.#element.toStep();
    const isWanted = request === this.#request && this.#element.isConnected;
    if (isWanted) this.#element.show(session, at);
    else session.close();
    return isWanted;
  }

  /**
   * A failure of a request that was overtaken is left alone.
   * @param {number} request
   * @param {() => Promise<unknown>} load
   */
  async #latest(request, load) {
    try {
      await load();
    } catch (failure) {
      if (request === this.#request) throw failure;
    }
  }
}
