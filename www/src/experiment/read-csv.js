/**
 * A reader's file, if it is small enough; what it says the engine finds out, which alone reads it: the page holds no
 * copy. Nothing leaves the browser.
 */

/** No larger file is read: the engine holds a table in memory. */
export const LARGEST_FILE = 20_000_000;

/**
 * What came, a file or its text, and where it lies if it was fetched.
 * @typedef {{ text: Blob | string, name: string, address?: string }} Came
 */

/** @param {string} code @param {string} [expected] @param {string} [received] */
export const validationError = (code, expected = "", received = "") =>
  Object.assign(new Error(code), { code, what: "file", expected, received });

/** @param {number} bytes */
export const megabytes = (bytes) => `${bytes < 1e7 ? (bytes / 1e6).toFixed(1) : Math.round(bytes / 1e6)} MB`;

/** Rejects a size before anything is read. @param {number} bytes */
export function checkSize(bytes) {
  if (bytes > LARGEST_FILE) throw validationError("too_large", megabytes(LARGEST_FILE), megabytes(bytes));
}

/** @param {Blob & { name?: string }} file @returns {Came} */
export function ownFile(file) {
  checkSize(file.size);
  return { name: file.name ?? "", text: file };
}

/** @param {string} address */
function urlOf(address) {
  try {
    return new URL(address, document.baseURI);
  } catch {
    return undefined;
  }
}

/**
 * A file of the same origin by its address.
 * @param {string} address
 * @param {string} [type] What it should be.
 * @returns {Promise<{ text: Blob, name: string, address: string }>}
 */
export async function fetchFile(address, type = "text/csv") {
  const url = urlOf(address);
  if (!url) throw validationError("no_file", "", address);
  if (url.origin !== location.origin) throw validationError("other_origin", location.origin, url.origin);
  const answer = await fetch(url).catch(() => undefined);
  if (!answer?.ok) throw validationError("no_file", "200", String(answer?.status ?? address));
  // Many hosts answer a wrong address with a page.
  if (/\bhtml\b/.test(answer.headers.get("content-type") ?? "")) throw validationError("no_file", type, "text/html");
  checkSize(Number(answer.headers.get("content-length")));
  const text = await answer.blob();
  checkSize(text.size);
  return { name: url.pathname.split("/").pop() || "data.csv", text, address: url.href };
}
