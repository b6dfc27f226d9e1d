/** The poster as files. */

/** How many pixels of a PNG are one of the picture. */
const SHARP = 2;

/** @param {string} svg @returns {{ width: number, height: number }} */
export function sizeOf(svg) {
  const number = (/** @type {string} */ name) => Number(new RegExp(` ${name}="([\\d.]+)"`).exec(svg)?.[1] ?? 0);
  return { width: number("width"), height: number("height") };
}

/** @param {string} svg */
export const addressOfSvg = (svg) => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;

/** @param {string} svg @returns {Promise<Blob>} */
export async function png(svg) {
  const image = new Image();
  image.src = addressOfSvg(svg);
  await image.decode();
  const { width, height } = sizeOf(svg);
  const canvas = Object.assign(document.createElement("canvas"), { width: width * SHARP, height: height * SHARP });
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"),
  );
}

/** Gives the author a file. @param {Blob} blob @param {string} name */
export function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has its own hold on it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
