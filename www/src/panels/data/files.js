/**
 * A reader's own files: opened from disk, pasted or fetched, and read again with other options.
 * What is rejected leaves the data as it was.
 *
 * @import { CsvOptions, CsvReading, DataConfig } from "../../experiment/types.js"
 * @import { DataPanel } from "../data-panel.js"
 * @import { Came } from "../../experiment/read-csv.js"
 */
import { addressOf, withData } from "../../experiment/config.js";
import { importFrom, isModel } from "../../experiment/model-files.js";
import { checkSize, fetchFile, readFile } from "../../experiment/read-csv.js";
import { leavesNames, sampleOf, withChange, wordOf } from "./reading.js";

/**
 * @typedef {object} Opened
 * @property {string} text As it was decoded.
 * @property {Uint8Array} [bytes] Of which it was decoded; none where it was pasted.
 * @property {string} [encoding] As which it was decoded.
 * @property {string} name
 * @property {string} [address] Where it lies, if it was fetched.
 * @property {CsvReading["alternatives"]} doubts Other encodings that it could be in.
 * @property {Partial<CsvOptions>} chosen What the reader chose of its reading.
 * @property {{ accepted: CsvOptions | undefined, reading: CsvReading | undefined }} [found] What was found when it was
 *   read: once that is accepted, nothing is in doubt.
 */

/**
 * Why a file was not taken, by which way it came, what data stayed, and the file where it was read that far.
 * @typedef {{ way: string, failure: unknown, data: DataConfig, tried?: Opened }} Rejected
 */

export class Files {
  /** Whether a file is on its way. */
  isReading = false;
  /** @type {Rejected | undefined} */
  #rejected = undefined;
  /** The file that is the data, as it came. @type {Opened | undefined} */
  #opened;
  /** The file that was tried last. @type {Opened | undefined} */
  #tried;
  /**
   * What was chosen last of the data, while it is on its way: the next choice adds to it.
   * @type {Opened | undefined}
   */
  #chosen;
  #turn = 0;
  #panel;

  /** @param {DataPanel} panel */
  constructor(panel) {
    this.#panel = panel;
  }

  get #lab() {
    return this.#panel.lab;
  }

  /** @param {File | undefined} file */
  async openFile(file) {
    if (file) await this.#open("file", () => readFile(file));
  }

  /**
   * Files of any kind: rows first, then a model that takes them.
   * @param {readonly File[]} files
   */
  async openAll(files) {
    await this.openFile(files.find((file) => !isModel(file)));
    const models = files.filter(isModel);
    if (models.length) await this.#try("file", async () => Boolean(await importFrom(this.#lab, models)));
  }

  /** @param {string} address */
  openAddress(address) {
    if (address.trim()) this.#open("address", () => fetchFile(address.trim()));
  }

  /** @param {string} text */
  openText(text) {
    this.#open("paste", async () => {
      checkSize(text.length);
      return { text, name: "" };
    });
  }

  /** The data read in another way. @param {Partial<CsvOptions>} change */
  reread(change) {
    const lab = this.#lab;
    const { data } = lab.config;
    if (data.source !== "csv") return;
    // The panel shows data a moment before it is known that it was taken.
    const arriving = this.#tried?.text === data.text ? this.#tried : undefined;
    const opened = this.#chosen ?? this.#current ?? arriving;
    const known = opened ?? { text: data.text, doubts: [], name: data.name ?? "", address: addressOf(lab) };
    const chosen = withChange(data.reading ?? {}, opened?.chosen, change);
    const target = Object.keys(change).every(leavesNames) ? lab.config.target : undefined;
    const next = { ...known, chosen };
    this.#try("reading", (isLast) => this.#again(next, isLast, target));
    this.#chosen = next;
  }

  /** A file that was rejected, read in another way. @param {Partial<CsvOptions>} change */
  retry(change) {
    const rejected = this.#rejected;
    if (!rejected?.tried) return;
    const next = { ...rejected.tried, chosen: { ...rejected.tried.chosen, ...change } };
    this.#try(rejected.way, (isLast) => this.#again(next, isLast));
    // It stays rejected until it is read: its controls stay, too.
    this.#rejected = { ...rejected, tried: next };
  }

  /**
   * What was rejected of the files that came by a way, as long as the data is that which stayed.
   * @param {string} way
   */
  rejectedBy(way) {
    const rejected = this.#rejected;
    return rejected?.way === way && rejected.data === this.#lab.config.data ? rejected : undefined;
  }

  /** Drops a validation error that concerns nothing any more, as the data is changed otherwise. */
  clearErrors() {
    if (!this.isReading) this.#rejected = undefined;
  }

  /** Whether the bytes of the data are there, to be read in another encoding. */
  get hasBytes() {
    return this.#current?.bytes !== undefined;
  }

  /** How the data was read, with all that is in doubt. @returns {CsvReading | undefined} */
  get reading() {
    const { found, doubts = [] } = this.#current ?? {};
    const reading = found?.reading ?? this.#lab.setup?.data.reading;
    return reading && { ...reading, alternatives: [...doubts, ...reading.alternatives] };
  }

  /** The file that came last, if it is the data as it was read last. */
  get #current() {
    const { data } = this.#lab.config;
    const opened = this.#opened;
    return data.source === "csv" && opened?.text === data.text && opened.found?.accepted === data.reading
      ? opened
      : undefined;
  }

  /** @param {string} way @param {() => Promise<Came>} read */
  #open(way, read) {
    return this.#try(way, async (isLast) => {
      const { bytes, text = "", name, address } = await read();
      const decoded = bytes ? await this.#lab.engine.decode(bytes) : { text, encoding: undefined, alternatives: [] };
      const chosen = decoded.encoding ? { encoding: decoded.encoding } : {};
      const doubts = bytes ? await this.#shown(bytes, decoded.alternatives) : [];
      return (
        isLast() &&
        this.#use({
          text: decoded.text,
          bytes,
          encoding: decoded.encoding,
          doubts,
          chosen,
          name: name || this.#panel.own.pasted,
          address,
        })
      );
    });
  }

  /** Encodings with a word as each has it. @param {Uint8Array} bytes @param {CsvReading["alternatives"]} encodings */
  #shown(bytes, encodings) {
    const sample = sampleOf(bytes);
    return Promise.all(
      encodings.map(async (way) => {
        const { text } = await this.#lab.engine.decode(sample, String(way.value)).catch(() => ({ text: "" }));
        return { ...way, example: wordOf(text) };
      }),
    );
  }

  /**
   * Another encoding makes another text of the same bytes.
   * @param {Opened} opened
   * @param {() => boolean} isLast
   * @param {string} [target]
   */
  async #again(opened, isLast, target) {
    const {
      bytes,
      chosen: { encoding },
    } = opened;
    const decoded =
      bytes && encoding && encoding !== opened.encoding ? await this.#lab.engine.decode(bytes, encoding) : undefined;
    return isLast() && this.#use(decoded ? { ...opened, text: decoded.text, encoding, doubts: [] } : opened, target);
  }

  /** Sets the experiment up with a file. @param {Opened} opened @param {string} [target] */
  async #use(opened, target) {
    const { text, name, chosen, address } = opened;
    this.#tried = opened;
    const first =
      (await this.#asAwaited(opened)) ??
      (await this.#panel.put((config) => ({
        ...withData(config, { source: "csv", text, name, reading: chosen }),
        ...(target && { target }),
      })));
    const { data } = this.#lab.config;
    if (!first || data.source !== "csv") return false;
    this.#opened = { ...opened, found: { accepted: data.reading, reading: first.data.reading } };
    this.#lab.fetched = address ? { text, address } : undefined;
    return true;
  }

  /**
   * A file that an address asked for: with the settings that stand there, where they are true of it.
   * @param {Opened} opened
   */
  async #asAwaited({ text, name, chosen }) {
    const lab = this.#lab;
    const { awaited } = lab;
    lab.awaited = undefined;
    if (awaited?.data.source !== "csv") return undefined;
    const reading = { ...awaited.data.reading, ...chosen };
    if (await lab.change(() => ({ ...awaited, data: { source: "csv", text, name, reading } }))) return lab.setup;
    lab.forgive();
    return undefined;
  }

  /**
   * Does what may be rejected, and tells it where it was asked for; what was asked for last counts.
   * @param {string} way
   * @param {(isLast: () => boolean) => Promise<boolean>} act
   */
  async #try(way, act) {
    const turn = ++this.#turn;
    const isLast = () => turn === this.#turn;
    const reject = (/** @type {unknown} */ failure) => {
      this.#rejected = { way, failure, data: this.#lab.config.data, tried: this.#tried };
    };
    this.#panel.taskChosen = false;
    this.#rejected = this.#tried = this.#chosen = undefined;
    this.#tell(true);
    try {
      const taken = await act(isLast);
      const { validationError } = this.#lab;
      if (taken && isLast()) this.#rejected = undefined;
      // What the engine rejected of a file is shown beside the control that it came by, whatever it is about.
      if (!taken && isLast() && validationError) {
        reject(validationError.failure);
        this.#lab.forgive();
      }
    } catch (failure) {
      if (isLast()) reject(failure);
    }
    if (!isLast()) return;
    this.#chosen = undefined;
    this.#tell(false);
    if (this.#rejected) this.#panel.showRejection();
  }

  /** @param {boolean} isReading */
  #tell(isReading) {
    this.isReading = isReading;
    this.#panel.requestUpdate();
  }
}
