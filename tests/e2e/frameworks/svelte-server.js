/** @import { Props } from "./names.js" */
import { readable } from "svelte/store";
import { render } from "svelte/server";
import Page from "./Page.svelte";

/** @param {Props[]} embeds */
export const serve = (embeds) => render(Page, { props: { embeds: readable(embeds) } }).body;
