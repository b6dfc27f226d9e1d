/** What all buttons share, those of the worked example and those of the playground. */
import { css } from "lit";

export const buttonStyle = css`
  button,
  select,
  input,
  textarea {
    font: inherit;
    font-size: 14px;
    color: inherit;
  }
  /* A phone zooms into a field with smaller letters, and does not come back. */
  @media (pointer: coarse) {
    select,
    input,
    textarea {
      font-size: 16px;
    }
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--gn-space-2);
    min-width: var(--gn-target);
    min-height: var(--gn-target);
    padding: 0 var(--gn-space-3);
    border: 1px solid var(--gn-hairline);
    border-radius: var(--gn-radius);
    background: none;
    font-size: 14px;
    white-space: nowrap;
    cursor: pointer;
  }
  .button:hover {
    background: var(--gn-raised);
  }
  .button:disabled {
    opacity: 0.4;
    cursor: default;
  }
  .button.primary {
    border-color: var(--gn-text);
    background: var(--gn-text);
    color: var(--gn-surface);
  }
  .icon {
    width: 20px;
    height: 20px;
    fill: currentColor;
    flex: none;
  }
`;
