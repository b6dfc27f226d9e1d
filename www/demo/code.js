/**
 * The demo page's programs: five that share their variables, or the one that its address brings.
 *
 * @import { DemoWords } from "../src/locales/demo.js"
 * @import { ProgramName } from "./programs.js"
 */
import { PROGRAMS } from "./programs.js";
import { RECORDED } from "./recorded.js";

const names = /** @type {ProgramName[]} */ (Object.keys(PROGRAMS));

/** @param {string} name @param {string} text */
function node(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

/** @param {string} program @param {Record<string, string>} attributes @param {string} [recorded] */
function embed(program, attributes, recorded) {
  const scene = document.createElement("glass-net");
  for (const [name, value] of Object.entries({ scene: "code", ...attributes })) scene.setAttribute(name, value);
  const pre = document.createElement("pre");
  pre.append(node("code", program));
  scene.append(pre);
  if (recorded) {
    const output = document.createElement("pre");
    output.append(node("samp", recorded));
    scene.append(output);
  }
  return scene;
}

/**
 * @param {HTMLElement} place
 * @param {Record<string, string>} look Attributes of every embed.
 * @param {string | null} own The program of the address.
 */
export function addPrograms(place, look, own) {
  if (own !== null) return void place.append(embed(own, look));
  for (const name of names) {
    const section = document.createElement("section");
    section.dataset.program = name;
    const heading = document.createElement("h2");
    const scene = embed(PROGRAMS[name], { session: "demo", ...look }, RECORDED[name]);
    section.append(heading, document.createElement("p"), scene);
    place.append(section);
  }
}

/** @param {HTMLElement} place @param {DemoWords} words */
export function writePrograms(place, words) {
  for (const name of names) {
    const section = place.querySelector(`[data-program=${name}]`);
    const [heading, prose] = section?.querySelectorAll(":scope > h2, :scope > p") ?? [];
    if (!heading) return;
    heading.textContent = words.programs[name].heading;
    prose.textContent = words.programs[name].body;
  }
}
