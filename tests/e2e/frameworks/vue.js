/** @import { Props } from "./names.js" */
import { createApp, createSSRApp, nextTick, shallowReactive } from "vue";
import { NAMES } from "./names.js";

const state = shallowReactive({ embeds: /** @type {Props[]} */ ([]) });

/** A template as people write it, compiled where it runs. @param {() => Props[]} embeds */
export const page = (embeds) => ({
  compilerOptions: { isCustomElement: (/** @type {string} */ tag) => tag === "glass-net" },
  computed: { embeds },
  template: `<glass-net v-for="props in embeds" :key="props.key" :id="props.key" ${[...NAMES, "state"].map((name) => `:${name}="props.${name}"`).join(" ")}><p>Fallback</p></glass-net>
    <glass-net id="literal" inputs="0.5,-1" kernels="1.2;0.4" controls="play step"></glass-net>`,
});

const Page = page(() => state.embeds);

/** @param {Element} target @param {Props[]} embeds */
export function mount(target, embeds) {
  state.embeds = embeds;
  createApp(Page).mount(target);
}

/** @param {Element} target @param {Props[]} embeds */
export function hydrate(target, embeds) {
  state.embeds = embeds;
  createSSRApp(Page).mount(target);
}

/** @param {Props[]} embeds */
export function update(embeds) {
  state.embeds = embeds;
  return nextTick();
}
