/** How the element looks, but for the network picture, which brings its own style. */
import { card, outcome } from "./card.js";
import { buttons, controls } from "./controls.js";
import { frame } from "./frame.js";
import { attributes } from "./attributes.js";
import { more } from "./more.js";

export const elementStyle = [frame, buttons, controls, card, outcome, more, attributes];
