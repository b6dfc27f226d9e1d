/** Icons of 20 x 20; each stands in a button that says what it does. */
import { svg, html } from "lit";

/** @param {unknown} shape */
const icon = (shape) => html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">${shape}</svg>`;

export const playIcon = icon(svg`<path d="M6 3.5v13l10.5-6.5z"/>`);
export const pauseIcon = icon(svg`<path d="M5.5 4h3v12h-3zM11.5 4h3v12h-3z"/>`);
export const forwardIcon = icon(svg`<path d="M4 4v12l8.5-6zM13.5 4h2.5v12h-2.5z"/>`);
export const backIcon = icon(svg`<path d="M16 4v12l-8.5-6zM4 4h2.5v12h-2.5z"/>`);
export const resetIcon = icon(
  svg`<path d="M10 3.6a6.4 6.4 0 1 1-6.1 4.5l1.7.5a4.6 4.6 0 1 0 4.4-3.2v2.5l-4.2-3.4 4.2-3.4z"/>`,
);
export const runIcon = icon(svg`<path d="M2.5 4.5v11l7-5.5zM10 4.5v11l7-5.5z"/>`);
export const helpIcon = icon(
  svg`<path d="M2.5 5h15v10h-15zM4 6.5v7h12v-7zM5.5 8h1.5v1.5h-1.5zM8.2 8h1.5v1.5h-1.5zM10.9 8h1.5v1.5h-1.5zM13.4 8h1.3v1.5h-1.3zM6.5 11h7v1.3h-7z" fill-rule="evenodd"/>`,
);
export const closeIcon = icon(
  svg`<path d="m5.2 4 4.8 4.8 4.8-4.8 1.2 1.2-4.8 4.8 4.8 4.8-1.2 1.2-4.8-4.8-4.8 4.8-1.2-1.2 4.8-4.8-4.8-4.8z"/>`,
);
