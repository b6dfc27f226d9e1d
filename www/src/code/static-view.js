/**
 * A program that nobody touched yet, as plain nodes: its lines, Run, and the output that the author recorded.
 *
 * @import { CodeWords } from "../locales/code.js"
 */
import { linesOf } from "./highlight.js";

/**
 * @param {string} name @param {Record<string, string>} [attributes] @param {...(Node | string)} children
 */
export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

/** A line's tokens. @param {import("./highlight.js").Token[]} tokens */
const pieces = (tokens) => tokens.map(({ kind, text }) => (kind ? element("span", { class: kind }, text) : text));

/** How many signs of the program stand before where a click was. @param {HTMLElement} pre @param {MouseEvent} event */
function placeOf(pre, { clientX, clientY }) {
  const page = /** @type {any} */ (document);
  const caret = page.caretPositionFromPoint?.(clientX, clientY, { shadowRoots: [pre.getRootNode()] });
  const range = caret ? undefined : page.caretRangeFromPoint?.(clientX, clientY);
  const [node, offset] = [caret?.offsetNode ?? range?.startContainer, caret?.offset ?? range?.startOffset ?? 0];
  if (!node || !pre.contains(node)) return 0;
  const before = document.createRange();
  before.setStart(pre, 0);
  before.setEnd(node, offset);
  const line = node.parentElement?.closest(".line");
  return before.toString().length + (line ? [...pre.children].indexOf(line) : 0);
}

/** @param {string} program @param {CodeWords} words @param {(at: number) => void} edit */
function text(program, words, edit) {
  const lines = linesOf(program).map((tokens, i) =>
    element("span", { class: "line", "data-line": String(i + 1) }, ...(tokens.length ? pieces(tokens) : ["\u200b"])),
  );
  const pre = element(
    "pre",
    {
      class: "program",
      tabindex: "0",
      role: "group",
      "aria-label": `${words.program}. ${words.edit}`,
      translate: "no",
    },
    ...lines,
  );
  pre.addEventListener("click", (event) => {
    // A reader who selects text wants to read it.
    if (/** @type {any} */ (getSelection())?.type !== "Range") edit(placeOf(pre, event));
  });
  pre.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    edit(0);
  });
  return pre;
}

/**
 * @param
 *   {{ program: string, recorded: string, words: CodeWords, failure: string, run: () => void,
 *     edit: (at: number) => void }}
 *   view
 */
export function programView({ program, recorded, words, failure, run, edit }) {
  const button = element("button", { type: "button", class: "primary", part: "button" });
  button.innerHTML = '<svg viewBox="0 0 14 14" aria-hidden="true"><path d="M3 1v12l10-6z"/></svg>';
  button.append(words.run);
  button.addEventListener("click", run);
  const cell = element(
    "section",
    { class: "cell", part: "frame", role: "group", "aria-label": words.label },
    text(program || `# ${words.noProgram}`, words, edit),
    element("div", { class: "bar", part: "controls" }, button),
  );
  if (failure) cell.prepend(element("p", { class: "status", role: "alert" }, failure));
  if (recorded)
    cell.append(
      element("p", { class: "output-title" }, words.recorded),
      element("pre", { class: "output", part: "outcome", tabindex: "0", translate: "no" }, recorded),
    );
  return [cell];
}
