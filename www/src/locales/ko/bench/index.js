/** The words of the bench, an object for each part. */
import { bar } from "./bar.js";
import { data } from "./data.js";
import { drawer } from "./drawer.js";
import { network } from "./network.js";
import { output } from "./output.js";
import { strip } from "./strip.js";
import { tabs } from "./tabs.js";

export const bench = { bar, data, drawer, network, output, strip, tabs };
