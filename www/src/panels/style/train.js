/** The training panel. */
import { css } from "lit";
import { progressStyle } from "./progress.js";

export const trainStyle = [
  progressStyle,
  css`
    .controls {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: var(--gn-space-2);
    }
    .controls .primary {
      min-width: 120px;
    }
    .again {
      display: flex;
      flex-wrap: wrap;
      gap: var(--gn-space-2);
    }
    .progress {
      display: grid;
      gap: var(--gn-space-2);
    }
    .progress-line {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0 var(--gn-space-4);
      font-size: var(--gn-text-14);
    }
    .progress-line .left {
      color: var(--gn-muted);
    }
    .ending {
      font-weight: 600;
      font-size: var(--gn-text-14);
    }
    /* A line that wraps is not cut; there is room for it beforehand, so that nothing jumps while its numbers change. */
    .keras {
      min-height: 102px;
      white-space: pre-wrap;
    }
    @container (min-width: 720px) {
      .keras {
        min-height: 63px;
      }
    }
    .live {
      display: grid;
      gap: var(--gn-space-2);
      min-width: 0;
    }
    .metrics,
    .health {
      width: 100%;
    }
    .bar {
      display: inline-block;
      width: 64px;
      height: 6px;
      margin-inline-end: var(--gn-space-2);
      border-radius: 3px;
      background: var(--gn-hairline);
      vertical-align: middle;
      overflow: hidden;
    }
    .health .number {
      display: inline-block;
      min-width: 84px;
    }
    .bar span {
      display: block;
      height: 100%;
      background: var(--gn-backward);
    }
    .distributions {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(220px, 100%), 1fr));
      gap: var(--gn-space-4) var(--gn-space-6);
    }
    .ridges h4 {
      font-size: var(--gn-text-12);
      font-weight: 600;
    }
    .ridges svg {
      display: block;
    }
    .ridges figcaption {
      display: flex;
      justify-content: space-between;
    }
    details > .group {
      padding-bottom: var(--gn-space-4);
    }
    .look {
      align-items: end;
    }
    .look .kind {
      line-height: var(--gn-target);
    }
    .between {
      justify-content: space-between;
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
    .moment .button {
      min-height: 32px;
    }
    @container (min-width: 760px) {
      .watch {
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      }
    }
    @container (min-width: 900px) {
      .again {
        margin-inline-start: auto;
      }
    }
    @container (max-width: 480px) {
      .controls .button,
      .again .button {
        flex: 1 1 auto;
      }
      .again {
        flex: 1 0 100%;
      }
      .controls .primary {
        flex: 1 0 100%;
      }
      .pace {
        flex: 1 0 100%;
      }
      .health thead th {
        overflow-wrap: normal;
        white-space: normal;
      }
      .health :is(th, td) {
        padding-inline-end: var(--gn-space-2);
      }
      .health .bar {
        width: 32px;
      }
      .health .number {
        min-width: 62px;
      }
      .look .kind {
        line-height: inherit;
      }
    }
  `,
];
