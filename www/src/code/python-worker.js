/**
 * A session's worker as its page sees it: what is sent before it has started waits, and an end that nobody asked for is
 * told.
 *
 * @import { InspectRequest, Inspected } from "./bridge.js"
 * @import { FromWorker, ToWorker } from "./worker.js"
 */
import { openWorker } from "./open-worker.js";

/** @typedef {(message: FromWorker | { died: string }) => void} Take */

export class PythonWorker {
  isStarted = false;
  /** @type {Worker | undefined} */
  #worker;
  /** @type {ToWorker[]} */
  #waiting = [];
  /** @type {Map<number, (value: Inspected) => void>} */
  #asked = new Map();
  #next = 1;
  #ended = false;

  /** @param {Take} take */
  constructor(take) {
    this.take = take;
    openWorker().then(
      (worker) => this.#use(worker),
      (error) => take({ unable: "start", message: String(error) }),
    );
  }

  /** @param {Worker} worker */
  #use(worker) {
    if (this.#ended) return worker.terminate();
    this.#worker = worker;
    worker.onmessage = ({ data }) => this.#hear(data);
    worker.onerror = (event) => {
      event.preventDefault();
      const message = event.message ?? "";
      this.take(this.isStarted ? { died: message } : { unable: "start", message });
    };
    return undefined;
  }

  /** @param {FromWorker} message */
  #hear(message) {
    if ("inspected" in message) {
      this.#asked.get(message.inspected)?.(message.value);
      this.#asked.delete(message.inspected);
      return;
    }
    if ("started" in message) {
      this.isStarted = true;
      for (const one of this.#waiting.splice(0)) this.send(one);
    }
    this.take(message);
  }

  /** @param {ToWorker} message */
  send(message) {
    if (this.isStarted) this.#worker?.postMessage(message);
    else this.#waiting.push(message);
  }

  /** @param {InspectRequest} request @returns {Promise<Inspected>} */
  inspect(request) {
    return new Promise((resolve) => {
      this.#asked.set(this.#next, resolve);
      this.send({ inspect: this.#next++, request });
    });
  }

  end() {
    this.#ended = true;
    this.#worker?.terminate();
    for (const resolve of this.#asked.values()) resolve(undefined);
    this.#asked.clear();
  }
}
