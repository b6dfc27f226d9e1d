/** Every scene that trains, with their engine, for a classic script. */
import "../bench/define.js";
import "../scenes/batches.js";
import "../scenes/descent.js";
import "../scenes/row.js";
import "../scenes/run.js";
import "../scenes/surface.js";
