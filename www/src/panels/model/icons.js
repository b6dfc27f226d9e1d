/** Icons of 20 x 20 for what is done with a layer; each stands in a button that says what it does. */
import { html } from "lit";

export const upIcon = html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
  <path d="m10 4.6 5.9 5.9-1.2 1.2-3.8-3.8V16H9.1V7.9l-3.8 3.8-1.2-1.2z"></path>
</svg>`;
export const downIcon = html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
  <path d="m10 15.4-5.9-5.9 1.2-1.2 3.8 3.8V4h1.8v8.1l3.8-3.8 1.2 1.2z"></path>
</svg>`;
export const removeIcon = html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
  <path d="m5.2 4 4.8 4.8 4.8-4.8 1.2 1.2-4.8 4.8 4.8 4.8-1.2 1.2-4.8-4.8-4.8 4.8-1.2-1.2 4.8-4.8-4.8-4.8z"></path>
</svg>`;
