/** Registers the worked example, once. */
import { WorkedExample } from "./worked-example.js";

if (!customElements.get("glass-net-worked")) customElements.define("glass-net-worked", WorkedExample);
