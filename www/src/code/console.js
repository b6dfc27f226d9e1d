/**
 * What a program printed, as lines: the last one may be replaced, the epochs of a fit belong together, and a flood is
 * capped. Pure.
 *
 * @typedef {{ text: string, isError: boolean }} Line
 * @typedef {{ kind: "text", lines: readonly Line[] }} TextBlock
 * @typedef {{ kind: "epochs", lines: readonly Line[], epochs: number, id: number }} EpochsBlock `id` is the same while
 *   epochs are added.
 */

/** More lines are not kept: the first ones go. */
const MOST = 2000;
/** A longer line is cut. */
const LONGEST = 4000;
/** So much of it is kept while it goes on. */
const MOST_SIGNS = 100_000;

const EPOCH = /^Epoch \d+\/\d+$/;
const PROGRESS = /^ *\d+\/(\d+|Unknown) .*(━| - )/;

/** The number of the line after the epochs that begin at one. @param {readonly Line[]} lines @param {number} first */
function endOfEpochs(lines, first) {
  let end = first;
  while (end < lines.length && EPOCH.test(lines[end].text)) {
    end++;
    while (end < lines.length && PROGRESS.test(lines[end].text)) end++;
  }
  return end;
}

export class ConsoleText {
  /** @type {Line[]} */
  #lines = [];
  /** The last line as it was printed, where it goes on. @type {string | undefined} */
  #open;
  /** How many lines are left out. */
  dropped = 0;

  get isEmpty() {
    return this.#lines.length === 0 && !this.dropped;
  }

  clear() {
    this.#lines = [];
    this.#open = undefined;
    this.dropped = 0;
  }

  /** @param {string} text @param {{ replaces?: boolean, isError?: boolean }} [how] */
  write(text, { replaces = false, isError = false } = {}) {
    if (replaces) {
      this.#lines.pop();
      this.#open = undefined;
    }
    const parts = text.replace(/\r\n/g, "\n").split("\n");
    parts.forEach((part, i) => {
      if (i === parts.length - 1 && !part) return;
      this.#add(part, isError, i === parts.length - 1);
    });
    const excess = this.#lines.length - MOST;
    if (excess <= 0) return;
    this.#lines.splice(0, excess);
    this.dropped += excess;
  }

  /**
   * A carriage return goes back to the start of the line.
   * @param {string} part @param {boolean} isError @param {boolean} isOpen
   */
  #add(part, isError, isOpen) {
    const printed = `${this.#open ?? ""}${part}`.slice(-MOST_SIGNS);
    if (this.#open !== undefined) this.#lines.pop();
    this.#open = isOpen ? printed : undefined;
    const text = printed.split("\r").findLast(Boolean) ?? "";
    this.#lines.push({ text: text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text, isError });
  }

  /** In the order in which they were printed. @returns {(TextBlock | EpochsBlock)[]} */
  blocks() {
    /** @type {(TextBlock | EpochsBlock)[]} */
    const blocks = [];
    const lines = this.#lines;
    let from = 0;
    const text = (/** @type {number} */ end) => {
      if (end > from) blocks.push({ kind: "text", lines: lines.slice(from, end) });
    };
    for (let at = 0; at < lines.length; at++) {
      const end = endOfEpochs(lines, at);
      const own = lines.slice(at, end);
      const epochs = own.filter(({ text }) => EPOCH.test(text)).length;
      if (epochs < 2) {
        at = Math.max(at, end - 1);
        continue;
      }
      text(at);
      blocks.push({ kind: "epochs", lines: own, epochs, id: at + this.dropped });
      from = end;
      at = end - 1;
    }
    text(lines.length);
    return blocks;
  }

  /** The last lines, for those who hear them. @param {number} count */
  last(count) {
    return this.#lines
      .slice(-count)
      .map(({ text }) => text)
      .join("\n");
  }
}

/** The last epoch of a block: its line and its progress. @param {EpochsBlock} block */
export function lastEpoch({ lines }) {
  return lines.slice(lines.findLastIndex(({ text }) => EPOCH.test(text)));
}
