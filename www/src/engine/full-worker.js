/** The playground's engine in a worker. */
import { work } from "./full-host.js";

work();
