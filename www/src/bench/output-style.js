/** The output of the bench: the picture takes what height the lines of words and the loss leave. */
import { css } from "lit";
import { tableStyle } from "../panels/style/tables.js";

const own = css`
  :host {
    position: relative;
    container-type: size;
  }
  .output {
    display: grid;
    grid-template: "head" auto "picture" minmax(0, 1fr) "flow" auto "score" auto "loss" 116px / minmax(0, 1fr);
    gap: var(--gn-space-1);
    height: 100%;
  }
  .head {
    grid-area: head;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--gn-space-2);
    min-height: 24px;
    min-width: 0;
  }
  .head h3 {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .head h3 b {
    color: var(--gn-text);
  }
  .quiet {
    flex: none;
    min-width: 44px;
    min-height: 44px;
    padding: 0 var(--gn-space-1);
    border: 0;
    border-radius: var(--gn-radius);
    background: none;
    color: var(--gn-accent);
    font-size: var(--gn-text-12);
    cursor: pointer;
  }
  .quiet:focus-visible {
    outline-offset: -2px;
  }
  .quiet:hover {
    background: var(--gn-raised);
  }
  .picture {
    grid-area: picture;
    min-width: 0;
    min-height: 0;
  }
  .flow {
    grid-area: flow;
    height: calc(18px * min(var(--lines), 5));
    overflow-y: auto;
    font-size: var(--gn-text-12);
    line-height: 18px;
  }
  .flow li {
    display: flex;
    gap: var(--gn-space-2);
    min-width: 0;
    white-space: pre;
  }
  .flow .of {
    flex: 0 0 auto;
    max-width: 40%;
    overflow: hidden;
    color: var(--gn-muted);
    text-overflow: ellipsis;
  }
  .flow .values {
    flex: 0 1 auto;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .flow .values i {
    display: inline-block;
    font-style: normal;
  }
  .flow .values i + i {
    margin-inline-start: 3px;
  }
  .flow .said {
    flex: none;
  }
  /* What comes out is seen however many layers there are. */
  .flow li:last-child {
    position: sticky;
    bottom: 0;
    background: var(--gn-surface);
  }
  .score {
    grid-area: score;
    min-height: 20px;
    font-weight: 600;
    line-height: 20px;
  }
  .loss {
    grid-area: loss;
    min-width: 0;
    min-height: 0;
  }
  .values-table {
    position: absolute;
    inset: 0;
    z-index: 2;
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    gap: var(--gn-space-2);
    padding-block: var(--gn-space-2);
    background: var(--gn-surface);
  }
  .values-table .head {
    grid-area: auto;
  }
  .values-table .scroll {
    overflow: auto;
  }
  .values-table table {
    width: 100%;
    font-size: var(--gn-text-12);
  }
  .values-table :is(th, td) {
    padding-inline: var(--gn-space-1);
  }
  .classes {
    display: grid;
    gap: var(--gn-space-3);
    align-content: center;
    height: 100%;
    overflow-y: auto;
  }
  .classes ul {
    display: grid;
    gap: var(--gn-space-2);
  }
  .classes li {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 5fr) 44px;
    align-items: center;
    gap: var(--gn-space-2);
  }
  .classes .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .classes .answer {
    font-weight: 600;
  }
  .classes .bar {
    height: 16px;
    border-radius: 4px;
    background: linear-gradient(var(--gn-mark), var(--gn-mark)) 0 / calc(var(--share) * 100%) no-repeat var(--gn-raised);
  }
  .classes .answer .bar {
    background-image: linear-gradient(var(--gn-text), var(--gn-text));
  }
  .classes .share {
    text-align: end;
  }
  @media (pointer: fine) {
    .quiet {
      min-height: 24px;
    }
  }
  @container (max-height: 470px) {
    .output {
      grid-template-rows: auto minmax(0, 1fr) auto auto 96px;
    }
    .flow {
      height: calc(18px * min(var(--lines), 3));
    }
  }
  @container (min-aspect-ratio: 5 / 4) {
    .output {
      grid-template:
        "picture head" auto
        "picture score" auto
        "picture flow" auto
        "picture loss" minmax(0, 1fr) / minmax(0, 1fr) minmax(0, 1fr);
      gap: var(--gn-space-1) var(--gn-space-4);
    }
  }
  @container (min-aspect-ratio: 5 / 4) and (max-height: 240px) {
    .output {
      grid-template-columns: minmax(0, 208px) minmax(0, 1fr);
      gap: 2px var(--gn-space-2);
    }
    .flow {
      display: none;
    }
    .head h3 {
      line-height: 16px;
      white-space: normal;
    }
    .quiet {
      min-height: 44px;
    }
    .score {
      font-size: var(--gn-text-12);
      line-height: 16px;
    }
  }
`;

export const outputStyle = [tableStyle, own];
