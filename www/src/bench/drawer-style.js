/** The drawer over network and output: its head stays, what is looked at scrolls. */
import { css } from "lit";

export const drawerStyle = css`
  :host {
    container-type: inline-size;
    height: 100%;
    min-height: 0;
    overflow: hidden;
    content-visibility: visible;
  }
  @container (min-width: 700px) {
    .drawer {
      border-inline-start: 1px solid var(--gn-hairline);
    }
  }
  .drawer {
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    height: 100%;
    word-break: keep-all;
    overflow-wrap: anywhere;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--gn-space-2) var(--gn-space-4);
    position: relative;
    padding: var(--gn-space-2) 88px var(--gn-space-2) var(--gn-space-3);
    border-bottom: 1px solid var(--gn-hairline);
  }
  .head h2 {
    font-size: var(--gn-text-16);
    line-height: 1.4;
  }
  .head .close {
    position: absolute;
    inset-block-start: var(--gn-space-2);
    inset-inline-end: var(--gn-space-3);
  }
  .rows {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--gn-space-2);
  }
  .rows .field {
    grid-template-columns: auto auto;
    align-items: center;
    gap: var(--gn-space-2);
  }
  .rows .field input[inputmode="numeric"] {
    width: 72px;
  }
  .step {
    min-width: var(--gn-target);
    padding: 0;
  }
  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-auto-rows: max-content;
    align-content: start;
    gap: var(--gn-space-3);
    min-height: 0;
    padding: var(--gn-space-3);
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .body.row {
    grid-template-rows: auto minmax(0, 1fr);
    align-content: stretch;
    gap: var(--gn-space-1);
    overflow-y: hidden;
  }
  .moment {
    font-size: var(--gn-text-12);
  }
  .moment .button {
    min-height: 32px;
  }
  .mean {
    padding-top: var(--gn-space-4);
  }
  .gradients {
    max-height: 320px;
    border-block: 1px solid var(--gn-hairline);
  }
  .gradients thead th {
    position: sticky;
    top: 0;
    background: var(--gn-surface);
  }
  @media (pointer: fine) {
    @container (min-width: 640px) {
      .head .button,
      .head .segments button,
      .head input[inputmode="numeric"] {
        min-height: 32px;
      }
    }
  }
  @container (max-width: 639px) {
    .drawer {
      height: auto;
    }
    .head h2 {
      flex: 1 0 100%;
      line-height: 44px;
    }
    .head .close {
      inset-inline-end: 0;
    }
    .body,
    .body.row {
      padding-inline: 0;
      overflow-y: visible;
    }
    .head {
      padding-inline: 0;
      column-gap: var(--gn-space-2);
    }
  }
`;
