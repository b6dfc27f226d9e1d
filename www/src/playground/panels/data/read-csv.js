/**
 * A reader's file as text: small enough, text at all, in whatever encoding spreadsheets save Korean with. Nothing
 * leaves the browser.
 */

/** No larger file is read: the engine holds a table in memory. */
export const LARGEST_FILE = 20_000_000;

/** @typedef {"utf-8" | "utf-16" | "euc-kr"} Encoding */
/** @typedef {{ text: string, name: string, encoding: Encoding }} Csv */

/** @param {string} code @param {string} [expected] @param {string} [received] */
const refusal = (code, expected = "", received = "") => Object.assign(new Error(code), { code, what: "file", expected, received });

/** @param {number} bytes */
const megabytes = (bytes) => `${bytes < 1e7 ? (bytes / 1e6).toFixed(1) : Math.round(bytes / 1e6)} MB`;

/** Refuses a size before anything is read. @param {number} bytes */
export function checkSize(bytes) {
  if (bytes > LARGEST_FILE) throw refusal("too_large", megabytes(LARGEST_FILE), megabytes(bytes));
}

/** @param {string} label @param {Uint8Array} bytes */
function decoded(label, bytes) {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Bytes as text. Korean spreadsheets save in EUC-KR (CP949), which is never valid UTF-8 where it holds Hangul.
 * @param {Uint8Array} bytes @returns {{ text: string, encoding: Encoding }}
 */
export function decode(bytes) {
  const mark = (bytes[0] << 8) | bytes[1];
  const wide = mark === 0xfffe ? "utf-16le" : mark === 0xfeff ? "utf-16be" : "";
  if (!wide && bytes.includes(0)) throw refusal("binary");
  for (const label of wide ? [wide] : ["utf-8", "euc-kr"]) {
    const text = decoded(label, bytes);
    if (text !== undefined && !text.includes("\0")) return { text, encoding: /** @type {Encoding} */ (wide ? "utf-16" : label) };
  }
  throw refusal("binary");
}

/** @param {Blob & { name?: string }} file @returns {Promise<Csv>} */
export async function readFile(file) {
  checkSize(file.size);
  return { name: file.name ?? "", ...decode(new Uint8Array(await file.arrayBuffer())) };
}

/** @param {string} address */
function urlOf(address) {
  try {
    return new URL(address, document.baseURI);
  } catch {
    return undefined;
  }
}

/** A file of the same origin by its address. @param {string} address @param {AbortSignal} [signal] @returns {Promise<Csv>} */
export async function fetchCsv(address, signal) {
  const url = urlOf(address);
  if (!url) throw refusal("no_file", "", address);
  if (url.origin !== location.origin) throw refusal("other_origin", location.origin, url.origin);
  const answer = await fetch(url, { signal }).catch(() => undefined);
  if (!answer?.ok) throw refusal("no_file", "200", String(answer?.status ?? address));
  // Many hosts answer a wrong address with a page.
  if (/\bhtml\b/.test(answer.headers.get("content-type") ?? "")) throw refusal("no_file", "text/csv", "text/html");
  checkSize(Number(answer.headers.get("content-length")));
  const bytes = new Uint8Array(await answer.arrayBuffer());
  checkSize(bytes.length);
  return { name: url.pathname.split("/").pop() || "data.csv", ...decode(bytes) };
}
