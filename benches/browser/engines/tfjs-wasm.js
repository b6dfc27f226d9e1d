/** TensorFlow.js on its wasm backend with SIMD, one thread. */
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { startOn } from "./tfjs.js";

export const start = () => startOn("wasm", async () => setWasmPaths("/files/tfjs/"));
