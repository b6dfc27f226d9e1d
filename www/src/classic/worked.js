/** The worked example with its engine, for a classic script. */
import "../worked/define.js";
