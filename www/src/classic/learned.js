/** Every scene that trains, with their engine, for a classic script. */
import "../playground/define.js";
