/** Buttons, fields, choices and things that fold. */
import { css } from "lit";
import { buttonStyle } from "./button-style.js";

export const fieldStyle = css`
  ${buttonStyle}
  .button.plain {
    border-color: transparent;
    color: var(--gn-accent);
  }
  select,
  textarea,
  input:not([type="checkbox"], [type="radio"], [type="range"], [type="file"]) {
    min-width: 0;
    max-width: 100%;
    min-height: var(--gn-target);
    padding: 0 var(--gn-space-2);
    border: 1px solid var(--gn-mark);
    border-radius: var(--gn-radius);
    background: var(--gn-surface);
  }
  select {
    padding-inline-end: var(--gn-space-6);
    /* Or a select is measured narrower than its own Hangul, and cuts the last sign. */
    text-rendering: geometricPrecision;
  }
  textarea {
    width: 100%;
    padding: var(--gn-space-2);
  }
  ::placeholder {
    color: var(--gn-muted);
    opacity: 1;
  }
  [aria-invalid="true"] {
    border: 2px solid var(--gn-warning) !important;
  }
  .fields {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: var(--gn-space-3) var(--gn-space-4);
  }
  .field {
    display: grid;
    gap: var(--gn-space-1);
    min-width: 0;
  }
  .field > span,
  .field > label {
    color: var(--gn-muted);
    font-size: var(--gn-text-12);
  }
  .field input[inputmode="decimal"],
  .field input[inputmode="numeric"] {
    width: 104px;
  }
  .field.rejected {
    flex: 1 0 100%;
  }
  .check {
    display: inline-flex;
    align-items: center;
    gap: var(--gn-space-2);
    min-height: var(--gn-target);
    font-size: var(--gn-text-14);
    cursor: pointer;
  }
  input[type="checkbox"],
  input[type="radio"] {
    width: 18px;
    height: 18px;
    margin: 0;
    accent-color: var(--gn-accent);
  }
  input[type="range"] {
    min-height: var(--gn-target);
    accent-color: var(--gn-text);
  }
  .segments {
    display: inline-flex;
    justify-self: start;
    border: 1px solid var(--gn-mark);
    border-radius: var(--gn-radius);
  }
  .segments button {
    min-width: var(--gn-target);
    min-height: 42px;
    padding: 0 var(--gn-space-3);
    border: 0;
    border-radius: 7px;
    background: none;
    cursor: pointer;
  }
  .segments button + button {
    border-inline-start: 1px solid var(--gn-hairline);
  }
  .segments [aria-pressed="true"] {
    background: var(--gn-raised);
    font-weight: 600;
  }
  details {
    border-top: 1px solid var(--gn-hairline);
  }
  summary {
    display: flex;
    align-items: center;
    gap: var(--gn-space-2);
    min-height: var(--gn-target);
    padding-block: var(--gn-space-1);
    font-size: var(--gn-text-14);
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::before {
    content: "";
    flex: none;
    width: 7px;
    height: 7px;
    border: solid currentColor;
    border-width: 0 1.5px 1.5px 0;
    transform: rotate(-45deg);
  }
  details[open] > summary::before {
    transform: rotate(45deg);
  }
`;
