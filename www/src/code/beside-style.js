/** How what stands beside a program looks. */
import { css } from "lit";

export const besideStyle = css`
  :host {
    font-size: var(--gn-text-14);
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--gn-space-3);
    padding: var(--gn-space-3);
    word-break: keep-all;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--gn-space-2);
    min-height: 32px;
  }
  .about {
    color: var(--gn-muted);
  }
  .which {
    display: inline-flex;
    align-items: center;
    gap: var(--gn-space-2);
    color: var(--gn-muted);
    font-size: var(--gn-text-12);
  }
  .scrubber {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: var(--gn-space-3);
  }
  .scrubber .button {
    min-width: 84px;
  }
  .scrubber input {
    width: 100%;
    height: var(--gn-target);
    margin: 0;
    accent-color: var(--gn-text);
  }
  .scrubber output {
    min-width: 8.5em;
    color: var(--gn-muted);
    font-size: var(--gn-text-12);
    text-align: end;
  }
  h3 {
    margin: 0 0 var(--gn-space-1);
    font-size: var(--gn-text-14);
    line-height: 1.5;
  }
  .part {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--gn-space-2);
    padding-top: var(--gn-space-3);
    border-top: 1px solid var(--gn-hairline);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--gn-text-14);
  }
  th,
  td {
    padding: var(--gn-space-1) var(--gn-space-2);
    border-bottom: 1px solid var(--gn-hairline);
    font-weight: 400;
    text-align: end;
  }
  thead th {
    color: var(--gn-muted);
    font-size: var(--gn-text-12);
  }
  .part > .segments {
    justify-self: start;
  }
  .losses {
    height: 190px;
  }
  .scores {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gn-space-1) var(--gn-space-6);
    margin: 0 0 var(--gn-space-2);
  }
  .scores dt {
    color: var(--gn-muted);
    font-size: var(--gn-text-12);
  }
  .scores dd {
    font-weight: 600;
  }
  .inside {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--gn-space-3);
  }
`;
