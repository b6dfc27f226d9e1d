/** TensorFlow.js on its cpu backend. */
import "@tensorflow/tfjs-backend-cpu";
import { startOn } from "./tfjs.js";

export const start = () => startOn("cpu", async () => {});
