/** Pictures to keep: files that the reader downloads, made in the browser. */
import { COLORS } from "../theme.js";

/**
 * The theme's tokens as they are at an element, by name, and its font.
 * @param {Element} element
 * @returns {Record<string, string>}
 */
export function tokensOf(element) {
  const style = getComputedStyle(element);
  const tokens = Object.fromEntries(
    Object.keys(COLORS).map((name) => [name, style.getPropertyValue(`--gn-${name}`).trim()]),
  );
  return { ...tokens, font: style.fontFamily };
}

/**
 * Gives a canvas so many CSS pixels, sharp on every screen, and returns how many of its own there are to one. A new
 * size makes the browser lay out anew what is painted: the same one is left as it is.
 * @param {HTMLCanvasElement} canvas @param {number} width @param {number} height
 */
export function sizeTo(canvas, width, height) {
  const sharp = Math.min(devicePixelRatio || 1, 2);
  const [wide, tall] = [Math.round(width * sharp), Math.round(height * sharp)];
  if (canvas.width !== wide || canvas.height !== tall) Object.assign(canvas, { width: wide, height: tall });
  return sharp;
}

/** Gives the reader a file. @param {Blob} blob @param {string} name */
export function download(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has its own hold on it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/**
 * A canvas on the theme's ground as a PNG.
 * @param {HTMLCanvasElement} canvas
 * @param {string} ground
 * @returns {Promise<Blob>}
 */
export function canvasFile(canvas, ground) {
  const copy = document.createElement("canvas");
  copy.width = canvas.width;
  copy.height = canvas.height;
  const context = copy.getContext("2d");
  if (context) {
    context.fillStyle = ground;
    context.fillRect(0, 0, copy.width, copy.height);
    context.drawImage(canvas, 0, 0);
  }
  return new Promise((resolve, reject) =>
    copy.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"),
  );
}

/** @param {string} text */
export const escaped = (text) =>
  text.replace(/[&<>"]/g, (letter) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[letter] ?? letter);
