/**
 * What `pd.read_csv` finds: files that the reader dropped, by their name, and the built-in table.
 *
 * @import { State } from "./state.js"
 */
import { PythonError } from "./errors.js";
import { parseCsv } from "./csv.js";

/** The built-in table goes by every path that ends so, with either slash. */
const BUILTIN = /advertising\.csv$/i;
const BUILTIN_NAME = "Advertising.csv";

/** @param {State} state */
export function tableCalls({ files, glassnet }) {
  /** @param {string} path */
  const read = (path) => {
    const dropped = files.read(path);
    if (dropped) return dropped.text;
    if (BUILTIN.test(path)) {
      const table = glassnet.advertising();
      const text = table.toCsv();
      table.free();
      return text;
    }
    const names = [BUILTIN_NAME, ...files.names()].map((name) => `'${name}'`).join(", ");
    const message = `[Errno 2] No such file or directory: '${path}'. Files on this page: ${names}`;
    throw new PythonError("FileNotFoundError", message, ["file", path]);
  };
  return {
    /** @param {{ path: string, separator?: string, header?: boolean, names?: string[] | null }} request */
    "table.read": ({ path, ...options }) => parseCsv(read(path), options),
  };
}
