/** @import { Props } from "./names.js" */
import { flushSync, hydrate as hydrateSvelte, mount as mountSvelte } from "svelte";
import { writable } from "svelte/store";
import Page from "./Page.svelte";

const embeds = writable(/** @type {Props[]} */ ([]));

/** @param {Element} target @param {Props[]} all */
export function mount(target, all) {
  embeds.set(all);
  mountSvelte(Page, { target, props: { embeds } });
  flushSync();
}

/** @param {Element} target @param {Props[]} all */
export function hydrate(target, all) {
  embeds.set(all);
  hydrateSvelte(Page, { target, props: { embeds } });
  flushSync();
}

/** @param {Props[]} all */
export function update(all) {
  embeds.set(all);
  flushSync();
}
