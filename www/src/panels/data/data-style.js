/** What only the data panel has. */
import { css } from "lit";

export const dataStyle = css`
  h3 .term {
    color: var(--gn-muted);
    font-size: var(--gn-text-14);
    font-weight: 400;
  }
  .drop {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: var(--gn-space-2) var(--gn-space-3);
    padding: var(--gn-space-4);
    border: 1px dashed var(--gn-mark);
    border-radius: var(--gn-radius);
    font-size: var(--gn-text-14);
  }
  .drop.over {
    border-style: solid;
    border-color: var(--gn-text);
    background: var(--gn-raised);
  }
  .file {
    position: relative;
    overflow: hidden;
  }
  .file input {
    position: absolute;
    inset: 0;
    opacity: 0;
    font-size: 0;
    cursor: pointer;
  }
  .file:focus-within {
    outline: 2px solid var(--gn-focus);
    outline-offset: 2px;
  }
  .fields > .check {
    align-self: end;
  }
  .inside {
    padding-bottom: var(--gn-space-4);
  }
  textarea {
    font-family: ui-monospace, "SFMono-Regular", Menlo, Consolas, "D2Coding", monospace;
  }
  input.wide {
    flex: 1 1 200px;
  }
  .file-name {
    overflow-wrap: anywhere;
  }
  [data-part="reading"] {
    border-bottom: 1px solid var(--gn-hairline);
  }
  .reading > summary {
    padding-block: var(--gn-space-2);
  }
  .reading > .inside {
    padding-top: var(--gn-space-2);
  }
  .reading .line {
    flex: 1 1 auto;
    min-width: 0;
  }
  .reading .change {
    flex: none;
    color: var(--gn-accent);
  }
  .reading .fields input:not([inputmode]) {
    width: 168px;
  }
  .doubt,
  .adapted:not(:empty) {
    padding-inline-start: var(--gn-space-3);
    border-inline-start: 2px solid var(--gn-mark);
  }
  .doubt {
    border-color: var(--gn-warning);
  }
  .doubt .note,
  .adapted .note {
    flex: 1 1 240px;
  }
  .doubt.many .note {
    flex-basis: 100%;
  }
  .notes {
    display: grid;
    gap: var(--gn-space-1);
  }
  .strip {
    display: grid;
    gap: var(--gn-space-2);
  }
  .key {
    display: inline-flex;
    align-items: end;
    gap: var(--gn-space-2);
    line-height: 16px;
  }
  .mark {
    width: 8px;
    height: 16px;
    background: linear-gradient(var(--gn-mark), var(--gn-mark)) bottom / 100% 40% no-repeat;
  }
  .none .mark {
    border: 1px solid var(--gn-mark);
    background: none;
  }
  .validation .mark {
    background-size: 100% 70%;
  }
  .test .mark,
  .both .mark {
    background: var(--gn-text);
  }
  td.text,
  th.text {
    text-align: start;
  }
  tbody.tensors tr:first-child > * {
    border-top: 1px solid var(--gn-mark);
  }
  code {
    font-family: ui-monospace, "SFMono-Regular", Menlo, Consolas, "D2Coding", monospace;
    font-size: 13px;
  }
  @container (max-width: 480px) {
    .shapes {
      overflow-wrap: normal;
      white-space: normal;
    }
    .shapes :is(th, td) {
      padding-inline-end: var(--gn-space-2);
    }
    .shapes td:nth-child(3) {
      white-space: nowrap;
    }
  }
  .taken {
    max-height: 320px;
    overflow: auto;
  }
  .scales {
    display: grid;
    gap: 2px;
  }
`;
