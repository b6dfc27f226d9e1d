/** Icons of 20 x 20 for training; each stands in a button that says what it does. */
import { html, svg } from "lit";

/** @param {unknown} shape */
const icon = (shape) => html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">${shape}</svg>`;

export const playIcon = icon(svg`<path d="M6 3.5v13l10.5-6.5z"/>`);
export const pauseIcon = icon(svg`<path d="M5.5 4h3v12h-3zM11.5 4h3v12h-3z"/>`);
export const batchIcon = icon(svg`<path d="M4 4v12l8.5-6zM13.5 4h2.5v12h-2.5z"/>`);
export const epochIcon = icon(svg`<path d="M1.5 4.5v11l6.5-5.5zM8 4.5v11l6.5-5.5zM15.5 4.5h2.5v11h-2.5z"/>`);
export const endIcon = icon(
  svg`<path d="M2.5 9h9.3L8.4 5.6l1.3-1.3 5.6 5.7-5.6 5.7-1.3-1.3 3.4-3.4H2.5zM16 4h1.9v12H16z"/>`,
);
export const resetIcon = icon(
  svg`<path d="M10 3.6a6.4 6.4 0 1 1-6.1 4.5l1.7.5a4.6 4.6 0 1 0 4.4-3.2v2.5l-4.2-3.4 4.2-3.4z"/>`,
);
export const diceIcon = icon(
  svg`<path fill-rule="evenodd" d="M5 2.5h10A2.5 2.5 0 0 1 17.5 5v10a2.5 2.5 0 0 1-2.5 2.5H5A2.5 2.5 0 0 1 2.5 15V5A2.5 2.5 0 0 1 5 2.5zM5 4.2a.8.8 0 0 0-.8.8v10c0 .4.4.8.8.8h10c.4 0 .8-.4.8-.8V5a.8.8 0 0 0-.8-.8z"/><circle cx="7" cy="7" r="1.3"/><circle cx="13" cy="7" r="1.3"/><circle cx="10" cy="10" r="1.3"/><circle cx="7" cy="13" r="1.3"/><circle cx="13" cy="13" r="1.3"/>`,
);
