/**
 * The demo page: the learning loop in four steps around one element, and below it the playground, which is loaded when
 * the reader comes near. What both show is mirrored into the page's address.
 *
 * @import { GlassNet } from "../src/element/loader.js"
 * @import { State, WorkedExample } from "../src/worked/worked-example.js"
 */
import "../src/element/define.js";
import { loadDemoWords } from "../src/locales/demo.js";
import { languageAfter, nameOfLanguage } from "../src/locales/index.js";
import { languageOf } from "../src/locales/languages.js";
import { EXAMPLE_KEYS, fieldsOf } from "../src/worked/state.js";

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
/** What the address says of the playground's experiment. @type {Record<string, string>} */
let experiment = given(["data", "preset", "config"]);

// The page is as light or dark as what it shows.
document.documentElement.dataset.theme = query.get("theme") ?? "";

let lang = query.get("lang") ?? navigator.language;
/** @type {GlassNet | undefined} */
let playground;
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
  byId("playground-title").textContent = words.playgroundTitle;
  byId("playground-lead").textContent = words.playgroundLead;
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
  return { ...own, ...(state.at ? { at: String(state.at) } : {}) };
}

function address() {
  const keys = new URLSearchParams({
    ...exampleKeys(element.state),
    ...experiment,
    ...given(["digits", "theme"]),
    lang: languageOf(lang),
  });
  // Commas, bars and the like need no percent-encoding in a query.
  const text = keys.toString().replace(/%2C/g, ",").replace(/%3B/g, ";").replace(/%7C/g, "|");
  history.replaceState(null, "", `?${text}`);
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

/** How far below the view the playground begins to load. */
const NEAR = "600px";

async function addPlayground() {
  const here = /** @type {GlassNet} */ (document.createElement("glass-net"));
  here.setAttribute("playground", "");
  for (const [name, value] of Object.entries({ ...experiment, ...given(["digits", "theme"]) }))
    here.setAttribute(name, value);
  here.lang = languageOf(lang);
  byId("playground").append(here);
  playground = here;
  const { KeptExperiment } = await import("./experiment.js");
  new KeptExperiment(experiment, (keys) => {
    experiment = keys;
    mirror();
  }).follow(here);
}

/** @param {readonly { isIntersecting: boolean }[]} seen */
const onSight = ([{ isIntersecting }]) => {
  if (!isIntersecting) return;
  near?.disconnect();
  addPlayground();
};
const near = globalThis.IntersectionObserver && new IntersectionObserver(onSight, { rootMargin: NEAR });
// Before the words are there everything is near.
write().then(() => (near ? near.observe(byId("playground")) : onSight([{ isIntersecting: true }])));
