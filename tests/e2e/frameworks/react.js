/** @import { Props } from "./names.js" */
import { createElement } from "react";
import { flushSync } from "react-dom";
import { createRoot, hydrateRoot } from "react-dom/client";

/** @param {{ embeds: Props[] }} props */
export const Page = ({ embeds }) => [
  ...embeds.map((props) =>
    createElement("glass-net", { ...props, id: props.key }, createElement("p", null, "Fallback")),
  ),
  createElement("glass-net", {
    key: "literal",
    id: "literal",
    inputs: "0.5,-1",
    kernels: "1.2;0.4",
    controls: "play step",
  }),
];

/** @type {import("react-dom/client").Root} */
let root;

/** @param {Element} target @param {Props[]} embeds */
export function mount(target, embeds) {
  root = createRoot(target);
  update(embeds);
}

/** @param {Element} target @param {Props[]} embeds */
export function hydrate(target, embeds) {
  flushSync(() => {
    root = hydrateRoot(target, createElement(Page, { embeds }));
  });
}

/** @param {Props[]} embeds */
export const update = (embeds) => flushSync(() => root.render(createElement(Page, { embeds })));
