/**
 * The editor of a program: CodeMirror, with Python's indentation. Tab indents; after Escape it leaves. A file of its
 * own,
 * which is fetched when a reader first clicks into the program.
 */
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorState, StateEffect, StateField } from "@codemirror/state";
import { Decoration, drawSelection, EditorView, keymap, lineNumbers, WidgetType } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { FAINT, MONO, tokenColor } from "./program-style.js";

/**
 * What stands beside lines: errors and hints with their words, and the line that is lit.
 * @typedef {{ line: number, kind: "error" | "hint", label: string, texts: readonly string[] }} Note
 * @typedef {{ notes: readonly Note[], lit: number | undefined }} Marks
 */

/**
 * @typedef {object} EditorOptions
 * @property {HTMLElement} parent
 * @property {ShadowRoot} root
 * @property {string} text
 * @property {string} label What it is called by those who do not see it.
 * @property {(text: string) => void} change
 * @property {() => void} run
 * @property {() => void} next Runs and goes on.
 * @property {(line: number | undefined) => void} point The line that the pointer or the caret is at.
 */

const style = HighlightStyle.define([
  { tag: [tags.keyword, tags.bool, tags.null, tags.operatorKeyword], color: tokenColor("keyword"), fontWeight: "600" },
  { tag: [tags.string, tags.special(tags.string)], color: tokenColor("string") },
  { tag: tags.number, color: tokenColor("number") },
  { tag: tags.comment, color: FAINT, fontStyle: "italic" },
  { tag: tags.function(tags.variableName), color: tokenColor("call") },
  { tag: tags.function(tags.propertyName), color: tokenColor("call") },
  {
    tag: [tags.function(tags.definition(tags.variableName)), tags.definition(tags.className)],
    color: tokenColor("definition"),
    fontWeight: "600",
  },
]);

const look = EditorView.theme({
  "&": { color: "inherit", background: "none", font: `400 13px/1.6 ${MONO}` },
  "&.cm-focused": { outline: "2px solid var(--gn-focus)", outlineOffset: "-2px" },
  ".cm-scroller": { font: "inherit", overflowX: "auto" },
  ".cm-content": { padding: "8px 0", caretColor: "currentColor", fontVariantLigatures: "none" },
  ".cm-line": { padding: "0 12px 0 0" },
  ".cm-gutters": { background: "none", border: "0", color: FAINT },
  ".cm-lineNumbers .cm-gutterElement": {
    boxSizing: "border-box",
    minWidth: "2.6em",
    padding: "0 4px 0 0",
    marginInlineEnd: "12px",
  },
  ".cm-cursor": { borderLeftColor: "currentColor", borderLeftWidth: "2px" },
  ".cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": {
    background: "color-mix(in srgb, var(--gn-focus) 28%, transparent)",
  },
  ".cm-matchingBracket": { background: "color-mix(in srgb, currentColor 14%, transparent)" },
});

class NoteWidget extends WidgetType {
  /** @param {Note} note */
  constructor(note) {
    super();
    this.note = note;
  }

  /** @param {NoteWidget} other */
  eq({ note }) {
    return JSON.stringify(note) === JSON.stringify(this.note);
  }

  toDOM() {
    const box = document.createElement("div");
    box.className = `note-line ${this.note.kind}`;
    box.setAttribute("role", "note");
    box.setAttribute("aria-label", this.note.label);
    for (const text of this.note.texts) box.append(Object.assign(document.createElement("p"), { textContent: text }));
    return box;
  }
}

const setMarks = /** @type {import("@codemirror/state").StateEffectType<Marks>} */ (StateEffect.define());

/** @param {EditorState} state @param {Marks} marks */
function decorations(state, { notes, lit }) {
  const { doc } = state;
  const at = (/** @type {number} */ line) => doc.line(Math.min(Math.max(line, 1), doc.lines));
  const ranges = notes.flatMap((note) => [
    Decoration.line({ class: `has-${note.kind}` }).range(at(note.line).from),
    Decoration.widget({ widget: new NoteWidget(note), block: true, side: 1 }).range(at(note.line).to),
  ]);
  if (lit !== undefined && lit <= doc.lines) ranges.push(Decoration.line({ class: "lit" }).range(at(lit).from));
  return Decoration.set(ranges, true);
}

/** They move with the text that is written around them. */
const marks = StateField.define({
  create: () => Decoration.none,
  update(before, transaction) {
    const effect = transaction.effects.find((one) => one.is(setMarks));
    return effect ? decorations(transaction.state, effect.value) : before.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** @param {EditorView} view @param {number} at */
const lineAt = ({ state }, at) => state.doc.lineAt(at).number;

/** @param {EditorOptions} options */
const extensions = ({ label, change, run, next, point }) => [
  keymap.of([
    { key: "Mod-Enter", run: () => (run(), true) },
    { key: "Shift-Enter", run: () => (next(), true) },
    { key: "Escape", run: (view) => (view.setTabFocusMode(true), false) },
  ]),
  lineNumbers(),
  history(),
  drawSelection(),
  indentOnInput(),
  indentUnit.of("    "),
  bracketMatching(),
  python(),
  syntaxHighlighting(style),
  look,
  marks,
  keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
  EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", autocorrect: "off", translate: "no" }),
  EditorView.updateListener.of(({ view, docChanged, selectionSet, focusChanged }) => {
    if (docChanged) change(view.state.doc.toString());
    if (selectionSet || focusChanged) point(view.hasFocus ? lineAt(view, view.state.selection.main.head) : undefined);
  }),
  EditorView.domEventHandlers({
    // After Escape the next Tab leaves, whenever it comes; who writes on stays.
    keydown({ key }, view) {
      if (!/^(Escape|Tab|Shift|Control|Alt|Meta)$/.test(key)) view.setTabFocusMode(false);
    },
    blur: (_, view) => view.setTabFocusMode(false),
    mousemove(event, view) {
      const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
      point(at === null ? undefined : lineAt(view, at));
    },
    mouseleave: () => point(undefined),
  }),
];

/** @param {EditorOptions} options */
export function createEditor(options) {
  const { parent, root, text } = options;
  const view = new EditorView({
    parent,
    root,
    state: EditorState.create({ doc: text, extensions: extensions(options) }),
  });
  return {
    get text() {
      return view.state.doc.toString();
    },
    /** @param {string} next */
    set text(next) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } });
    },
    /** @param {number} [at] */
    focus(at) {
      if (at !== undefined) view.dispatch({ selection: { anchor: Math.min(at, view.state.doc.length) } });
      view.focus();
    },
    /** @param {Marks} next */
    mark(next) {
      view.dispatch({ effects: setMarks.of(next) });
    },
    destroy: () => view.destroy(),
  };
}

/** @typedef {ReturnType<typeof createEditor>} Editor */
