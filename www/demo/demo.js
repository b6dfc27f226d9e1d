/**
 * The demo page in three views: the learning loop in four steps around one element, programs in Python, and the
 * playground; these are loaded when the reader opens them. What both show is mirrored into the page's address.
 *
 * @import { GlassNet } from "../src/element/loader.js"
 * @import { State, WorkedExample } from "../src/worked/worked-example.js"
 */
import "../src/element/define.js";
import { loadDemoWords } from "../src/locales/demo.js";
import { languageAfter, nameOfLanguage } from "../src/locales/choice.js";
import { languageOf } from "../src/locales/languages.js";
import { inAddress } from "../src/code/program.js";
import { fieldsOf } from "../src/worked/fields.js";
import { EXAMPLE_KEYS } from "../src/worked/state.js";
import { DEMO_PRESET, EXPERIMENT_KEYS, queryOf, showView, viewOf } from "./view.js";

/** How long the state must rest before it goes into the address: browsers limit how often that may be. */
const SETTLED = 300;

/** @template {Element} T @param {string} id @returns {T} */
const byId = (id) => /** @type {any} */ (document.getElementById(id));

/** @type {GlassNet} */
const element = byId("example");
const query = new URLSearchParams(location.search);
/** What the address came with. @param {readonly string[]} names @returns {Record<string, string>} */
const given = (names) =>
  Object.fromEntries(names.flatMap((name) => (query.has(name) ? [[name, query.get(name) ?? ""]] : [])));
for (const [name, value] of Object.entries(given([...EXAMPLE_KEYS, "at", "digits", "theme"])))
  element.setAttribute(name, value);
// Who comes for a place or for another example finds it at rest.
if (![...EXAMPLE_KEYS, "at"].some((key) => query.has(key))) element.setAttribute("autoplay", "forward");
/** What the address says of the playground's experiment. @type {Record<string, string>} */
let experiment = given([...EXPERIMENT_KEYS, "tab"]);
/** The program that the address brings. */
const program = inAddress.read(location.hash);
let view = program === null ? viewOf(query) : "code";

// The page is as light or dark as what it shows.
document.documentElement.dataset.theme = query.get("theme") ?? "";

let lang = query.get("lang") ?? navigator.language;
/** @type {GlassNet | undefined} */
let playground;
/** @type {typeof import("./code.js") | undefined} */
let programs;
/** @type {import("./experiment.js").KeptExperiment | undefined} */
let kept;
/** @type {Record<string, string> | undefined} The built-in example, which an address need not spell out. */
let builtIn;

async function write() {
  const words = await loadDemoWords(lang);
  document.documentElement.lang = words.lang;
  element.lang = words.lang;
  if (playground) playground.lang = words.lang;
  document.title = `Glassnet · ${words.title}`;
  byId("title").textContent = words.title;
  byId("lead").textContent = words.lead;
  const next = languageAfter(languageOf(lang));
  const language = /** @type {HTMLElement} */ (byId("language"));
  language.textContent = nameOfLanguage(next);
  language.lang = next;
  byId("source").textContent = words.sourceNote;
  byId("author").textContent = words.author;
  byId("api").textContent = words.api;
  /** @type {HTMLAnchorElement} */ (byId("author")).href = `./author.html?page=${words.lang}`;
  byId("code-title").textContent = words.codeTitle;
  byId("code-lead").textContent = words.codeLead;
  programs?.writePrograms(byId("code"), words);
  byId("playground-title").textContent = words.playgroundTitle;
  byId("skip").textContent = words.skip;
  for (const link of document.querySelectorAll("#views a"))
    link.textContent =
      words.views[/** @type {import("./view.js").View} */ (/** @type {HTMLElement} */ (link).dataset.view)];
  byId("steps").replaceChildren(
    ...words.steps.map(({ phase, heading, body }) => {
      const item = document.createElement("li");
      item.dataset.phase = phase;
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = heading;
      button.addEventListener("click", () => {
        element.goTo({ phase, play: true });
        element.scrollIntoView({
          block: "nearest",
          behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth",
        });
      });
      const prose = document.createElement("p");
      prose.textContent = body;
      item.append(button, prose);
      return item;
    }),
  );
  mark();
}

/** Marks the step that the element shows. */
function mark() {
  const { session, moment } = /** @type {Partial<WorkedExample>} */ (element.inner ?? {});
  const k = session && moment ? session.positionAt(moment.at).k : 0;
  const now = session?.segments.find(({ start, length }) => k > start && k <= start + length)?.phase;
  for (const item of document.querySelectorAll("#steps li")) {
    if (item instanceof HTMLElement) item.toggleAttribute("data-current", item.dataset.phase === now);
  }
}

/**
 * What the address says of the example; what it came with until the example is there.
 * @param {State | undefined} state
 * @returns {Record<string, string>}
 */
function exampleKeys(state) {
  if (!state) return given([...EXAMPLE_KEYS, "at"]);
  const fields = fieldsOf(state.example);
  const own = JSON.stringify(fields) === JSON.stringify(builtIn) ? {} : fields;
  const { player } = /** @type {Partial<WorkedExample>} */ (element.inner ?? {});
  return { ...own, ...(state.at && !player?.playsItself ? { at: String(state.at) } : {}) };
}

/** What the address says of the experiment. @param {Record<string, string>} keys */
const told = (keys) => JSON.stringify(EXPERIMENT_KEYS.map((key) => keys[key]));
let known = told(experiment);

/** Another view or another experiment is a place of its own on the browser's way back. */
function address() {
  const keys = {
    ...exampleKeys(element.state),
    ...experiment,
    ...given(["digits", "theme"]),
    lang: languageOf(lang),
  };
  const isImplied = viewOf(new URLSearchParams(keys)) === view;
  const text = queryOf(isImplied ? keys : { view, ...keys });
  const isNew = viewOf(new URLSearchParams(location.search)) !== view || told(experiment) !== known;
  known = told(experiment);
  const hash = view === "code" ? location.hash : "";
  if (text !== location.search) history[isNew ? "pushState" : "replaceState"](null, "", `${text}${hash}`);
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let settling;
function mirror() {
  clearTimeout(settling);
  settling = setTimeout(address, SETTLED);
}

element.addEventListener("glass-net-change", () => {
  // The first change is the example that the page came with.
  if (element.state) builtIn ??= EXAMPLE_KEYS.some((key) => query.has(key)) ? {} : fieldsOf(element.state.example);
  mark();
  mirror();
});
byId("language").addEventListener("click", () => {
  lang = languageAfter(languageOf(lang));
  write();
  mirror();
});

/** What the playground of this page begins with. */
const FIRST = { preset: DEMO_PRESET };

/**
 * Gives the playground the experiment of the address; returns whether that changes what it was given.
 * @param {GlassNet} here
 */
function give(here) {
  const keys = /** @type {Record<string, string>} */ (
    EXPERIMENT_KEYS.some((key) => experiment[key]) ? experiment : FIRST
  );
  const isNew = EXPERIMENT_KEYS.some((key) => here.getAttribute(key) !== (keys[key] ?? null));
  for (const key of EXPERIMENT_KEYS) {
    if (keys[key] === undefined) here.removeAttribute(key);
    else here.setAttribute(key, keys[key]);
  }
  return isNew;
}

async function addPlayground() {
  const here = /** @type {GlassNet} */ (document.createElement("glass-net"));
  here.setAttribute("playground", "");
  for (const [name, value] of Object.entries(given(["digits", "theme"]))) here.setAttribute(name, value);
  give(here);
  here.lang = languageOf(lang);
  byId("playground").append(here);
  playground = here;
  const { KeptExperiment } = await import("./experiment.js");
  kept = new KeptExperiment(experiment, (keys) => {
    experiment = keys;
    mirror();
  });
  kept.follow(here);
}

async function addPrograms() {
  programs = await import("./code.js");
  programs.addPrograms(byId("code"), given(["digits", "theme"]), program);
  programs.writePrograms(byId("code"), await loadDemoWords(lang));
}

/** @param {import("./view.js").View} next */
function choose(next) {
  view = next;
  showView(view);
  if (view === "playground" && !playground) addPlayground();
  if (view === "code" && !programs) addPrograms();
}

byId("views").addEventListener("click", (event) => {
  const link = /** @type {Element} */ (event.target).closest("a");
  const { ctrlKey, metaKey, shiftKey } = /** @type {MouseEvent} */ (event);
  if (!link || ctrlKey || metaKey || shiftKey) return;
  event.preventDefault();
  choose(/** @type {any} */ (link.dataset.view));
  scrollTo({ top: 0 });
  address();
});

window.addEventListener("popstate", () => {
  const keys = new URLSearchParams(location.search);
  choose(viewOf(keys));
  const next = Object.fromEntries(
    [...EXPERIMENT_KEYS, "tab"].flatMap((key) => (keys.has(key) ? [[key, keys.get(key) ?? ""]] : [])),
  );
  if (told(next) === told(experiment) || !playground) return;
  experiment = next;
  known = told(next);
  kept?.meet(next);
  if (!give(playground)) /** @type {import("../src/bench/playground.js").Playground} */ (playground.inner)?.begin();
});

write();
choose(view);
