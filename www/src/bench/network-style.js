/** How the network of the bench looks around its canvas. */
import { css } from "lit";

const frame = css`
  :host {
    container-type: size;
  }
  .network {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) 18px;
    height: 100%;
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--gn-space-2);
    min-width: 0;
    min-height: var(--target);
  }
  .group {
    display: inline-flex;
    align-items: center;
    min-width: 0;
    white-space: nowrap;
  }
  .head h3 {
    min-width: 0;
    overflow: hidden;
    padding-inline-end: var(--gn-space-1);
    text-overflow: ellipsis;
  }
  .stage {
    position: relative;
    min-height: 0;
  }
  .scroller {
    height: 100%;
    overflow: auto hidden;
  }
  .inner {
    position: relative;
    height: 100%;
  }
  canvas {
    position: absolute;
    inset: 0 auto auto 0;
    border-radius: 4px;
    touch-action: pan-x pan-y;
  }
  canvas:focus-visible {
    outline-offset: -2px;
  }
  canvas.over {
    cursor: pointer;
  }
  .foot {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--gn-space-3);
    min-width: 0;
    color: var(--gn-muted);
    font-size: var(--gn-text-12);
    line-height: 18px;
    white-space: nowrap;
  }
  .reading {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .reading b {
    color: var(--gn-text);
    font-weight: 600;
  }
  .legend {
    display: inline-flex;
    gap: var(--gn-space-3);
  }
  .key {
    display: inline-flex;
    align-items: center;
    gap: 5px;
  }
  .key svg {
    width: 22px;
    height: 10px;
    fill: none;
    stroke-width: 2;
  }
  .key .inactive {
    width: 16px;
    stroke: var(--gn-warning);
  }
  /* The name of the last layer stands below the switch. */
  @container (min-width: 480px) {
    .head {
      padding-bottom: 4px;
    }
  }
  @container (max-width: 479px) {
    .head h3 {
      line-height: 16px;
      white-space: normal;
    }
    .legend {
      display: none;
    }
  }
`;

const controls = css`
  .small {
    display: inline-flex;
    flex: none;
    align-items: center;
    justify-content: center;
    width: var(--target);
    height: var(--target);
    padding: 0;
    border: 0;
    border-radius: var(--gn-radius);
    background: none;
    color: var(--gn-text);
    font-size: 16px;
    line-height: 1;
    cursor: pointer;
  }
  .small:hover,
  .small[aria-expanded="true"],
  .item:hover {
    background: var(--gn-raised);
  }
  .small[aria-disabled="true"] {
    opacity: 0.4;
    cursor: default;
  }
  .count {
    min-width: 22px;
    font-size: var(--gn-text-14);
    text-align: center;
  }
  .segments {
    display: inline-flex;
    flex: none;
    overflow: hidden;
    border: 1px solid var(--gn-mark);
    border-radius: var(--gn-radius);
  }
  .segments button {
    min-height: calc(var(--target) - 2px);
    padding: 0 var(--gn-space-2);
    border: 0;
    background: none;
    font-size: var(--gn-text-12);
    white-space: nowrap;
    cursor: pointer;
  }
  .segments button + button {
    border-inline-start: 1px solid var(--gn-hairline);
  }
  .segments [aria-pressed="true"] {
    background: var(--gn-raised);
    font-weight: 600;
  }
  .segments :focus-visible {
    outline-offset: -2px;
  }
  .tools {
    position: absolute;
    inset-block: 0;
    display: flex;
    flex-direction: column;
    justify-content: space-between;
    align-items: center;
    pointer-events: none;
  }
  .tools > div {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    max-width: 100%;
    pointer-events: auto;
  }
  .above {
    margin-top: 17px;
  }
  .below {
    margin-top: auto;
  }
  .units {
    display: inline-flex;
    align-items: center;
  }
  .activation {
    min-width: 0;
    max-width: 100%;
    height: var(--target);
    padding-inline: 6px 2px;
    border: 1px solid var(--gn-hairline);
    border-radius: var(--gn-radius);
    background: var(--gn-surface);
    font-size: var(--gn-text-12);
    text-overflow: ellipsis;
  }
  .tools .activation {
    flex: 0 1 96px;
  }
  .menu-button:not(.wide) {
    width: 28px;
  }
  .menu-button.wide {
    flex: 0 1 96px;
    width: 96px;
    min-width: 0;
    border: 1px solid var(--gn-hairline);
  }
  .dots {
    width: 16px;
    height: 16px;
    fill: currentColor;
  }
  .lines {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    width: 100%;
    font-size: var(--gn-text-12);
    line-height: 15px;
  }
  .lines span {
    overflow: hidden;
    text-overflow: clip;
    white-space: nowrap;
  }
  .lines span + span {
    color: var(--gn-muted);
  }
`;

const floating = css`
  .menu,
  .rejection,
  gn-weight-field {
    position: absolute;
    z-index: 1;
    border: 1px solid var(--gn-hairline);
    border-radius: var(--gn-radius);
    background: var(--gn-surface);
    box-shadow: var(--gn-shadow);
  }
  .menu {
    display: grid;
    width: 248px;
    max-width: 100%;
    padding: var(--gn-space-1);
    overflow-y: auto;
  }
  .menu-name {
    padding: var(--gn-space-1) var(--gn-space-2);
    color: var(--gn-muted);
    font-size: var(--gn-text-12);
    font-weight: 600;
  }
  .item {
    min-height: var(--target);
    padding: var(--gn-space-1) var(--gn-space-2);
    border: 0;
    border-radius: 6px;
    background: none;
    font-size: var(--gn-text-14);
    text-align: start;
    cursor: pointer;
  }
  .item[data-act="code"] {
    border-top: 1px solid var(--gn-hairline);
    border-radius: 0 0 6px 6px;
    color: var(--gn-accent);
    font-size: var(--gn-text-12);
  }
  .menu-field {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--gn-space-2);
    padding-inline: var(--gn-space-2);
    font-size: var(--gn-text-12);
  }
  .menu-field .activation {
    flex: 0 1 112px;
  }
  .rejection {
    display: flex;
    align-items: start;
    gap: var(--gn-space-1);
    width: 240px;
    max-width: 100%;
    padding: var(--gn-space-2);
  }
  .beside {
    position: absolute;
    z-index: 1;
    width: 240px;
    max-width: 100%;
  }
  .beside .rejection {
    position: static;
    width: auto;
  }
  .menu .rejection {
    position: static;
    width: auto;
    border: 0;
    box-shadow: none;
  }
  .rejection .validation-error {
    flex: 1;
  }
  .rejection .small {
    width: 28px;
    height: 28px;
  }
`;

export const networkStyle = [frame, controls, floating];
