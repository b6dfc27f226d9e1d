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
import { checkSize, fetchFile, ownFile } from "../../experiment/read-csv.js";
import { leavesNames, sampleOf, withChange, wordOf } from "./reading.js";

/**
 * @typedef {object} Opened
 * @property {Blob | string} text A text where it was pasted.
 * @property {string} name
 * @property {string} [address] Where it lies, if it was fetched.
 * @property {Partial<CsvOptions>} chosen What the reader chose of its reading.
 * @property {{ accepted: CsvOptions | undefined, reading: CsvReading | undefined }} [found] What was found when it was
 *   read: once that is accepted, nothing is in doubt.
 */

/**
 * Why a file was not taken, by which way it came, what data stayed, and the file where it was read that far.
 * @typedef {{ way: string, failure: unknown, data: DataConfig, tried?: Opened }} Rejected
 */

/** @param {CsvReading["alternatives"][number]} way */
const isEncoding = ({ option }) => option === "encoding";

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
    if (file) await this.#open("file", () => ownFile(file));
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
    const known = opened ?? { text: data.text, name: data.name ?? "", address: addressOf(lab) };
    const chosen = withChange(data.reading ?? {}, opened?.chosen, change);
    const target = Object.keys(change).every(leavesNames) ? lab.config.target : undefined;
    const next = { ...known, chosen };
    this.#try("reading", () => this.#use(next, target));
    this.#chosen = next;
  }

  /** A file that was rejected, read in another way. @param {Partial<CsvOptions>} change */
  retry(change) {
    const rejected = this.#rejected;
    if (!rejected?.tried) return;
    const next = { ...rejected.tried, chosen: { ...rejected.tried.chosen, ...change } };
    this.#try(rejected.way, () => this.#use(next));
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
    return this.#current?.text instanceof Blob;
  }

  /** How the data was read, with all that is in doubt. @returns {CsvReading | undefined} */
  get reading() {
    return this.#current?.found?.reading ?? this.#lab.setup?.data.reading;
  }

  /** The file that came last, if it is the data as it was read last. */
  get #current() {
    const { data } = this.#lab.config;
    const opened = this.#opened;
    return data.source === "csv" && opened?.text === data.text && opened.found?.accepted === data.reading
      ? opened
      : undefined;
  }

  /** @param {string} way @param {() => Came | Promise<Came>} read */
  #open(way, read) {
    return this.#try(way, async (isLast) => {
      const { text, name, address } = await read();
      return isLast() && this.#use({ text, chosen: {}, name: name || this.#panel.own.pasted, address });
    });
  }

  /**
   * How a file was read; where its encoding is in doubt, with a word as each has it.
   * @param {Blob | string} file @param {CsvReading | undefined} reading
   */
  async #shown(file, reading) {
    if (!reading || !(file instanceof Blob) || !reading.alternatives.some(isEncoding)) return reading;
    const sample = await sampleOf(file);
    const shown = async (/** @type {CsvReading["alternatives"][number]} */ way) => {
      const { text } = await this.#lab.engine.decode(sample, String(way.value)).catch(() => ({ text: "" }));
      return { ...way, example: wordOf(text) };
    };
    const alternatives = reading.alternatives.map((way) => (isEncoding(way) ? shown(way) : way));
    return { ...reading, alternatives: await Promise.all(alternatives) };
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
    this.#opened = {
      ...opened,
      found: { accepted: data.reading, reading: await this.#shown(text, first.data.reading) },
    };
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
      // Bytes that are no text are none however they are read.
      const tried = /** @type {any} */ (failure)?.what === "bytes" ? undefined : this.#tried;
      this.#rejected = { way, failure, data: this.#lab.config.data, tried };
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
