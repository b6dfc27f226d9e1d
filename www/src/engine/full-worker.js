/** The playground's engine in a worker of this origin. */
import "./full-host.js";
