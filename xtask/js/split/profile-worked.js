// What an engine does until a worked example has its first picture, whatever an author may write in its attributes.

import { Engine } from "../../../www/src/engine/client.js";
import { host } from "../../../www/src/engine/host.js";
import { Library } from "../../../www/src/worked/library.js";
import { Session } from "../../../www/src/worked/session.js";
import { exampleFrom } from "../../../www/src/worked/state.js";

/** Claims of every kind of value, at the start and later, right and wrong ones. */
const CLAIMS =
  "3.1=0.436,2.2=0.9,prediction=0.4,prediction@77=0.4,loss=0.0013,loss@5=1,weight:2.1.1@3=0.359,weight:1.1.1=-2,1.1=0.001";

/** Beside those with each activation. @type {Record<string, string>[]} */
const EXAMPLES = [
  {},
  { claims: CLAIMS },
  { "learning-rate": "0.001" },
  // It diverges.
  { activations: "linear", "learning-rate": "1e6" },
  { "frozen-biases": "", biases: "1,2||-0.5" },
  { biases: "1,2|0,0|3", claims: "bias:1.1=1,bias:3.1@2=3" },
  { inputs: "1", kernels: "0.5", target: "2", activations: "linear" },
  { target: "0.4,0.2", kernels: "2,1;1,1|0.4,1;-1.1,3", activations: "relu,softmax" },
  { target: "-0.3,0.2", kernels: "2,1;1,1|0.4,1;-1.1,3", activations: "tanh,linear" },
  // A wide layer, and many layers.
  {
    inputs: "1,2,3,4,5,6,7,8",
    kernels: `${Array(8).fill(Array(16).fill(0.125).join()).join(";")}|${Array(16).fill("0.01,-1").join(";")}`,
    target: "0.5,1",
  },
  { kernels: `1,1;1,1|${Array(6).fill("0.5,-1;1,0.25").join("|")}|1;1` },
  { inputs: "123456.789,-0.000001", "learning-rate": "0.1" },
  { target: "1" },
];

/** An example at the place where it begins. @param {Engine} engine @param {Library} library */
async function play(engine, library, /** @type {Record<string, string>} */ attributes) {
  const session = await Session.open(engine, exampleFrom(await library.tutorial(), attributes));
  await library.curvesFor(session.first);
  session.close();
}

/** In the engine that host.js imports. */
export async function playExamples() {
  const { answer } = host();
  const engine = new Engine(answer);
  const library = new Library(engine);
  await library.tutorial();
  const { activations } = library;
  // A softmax of one unit is rejected.
  const wide = { kernels: "2,1;1,1|1,-1;-1,-2|-1,1;2,1", target: "0.4,0.6" };
  for (const one of activations) {
    await play(engine, library, { ...wide, activations: one });
    await play(engine, library, { ...wide, activations: `${one},sigmoid,linear`, biases: "1,2|1,1|3,1" });
    await play(engine, library, { ...wide, activations: one, "learning-rate": "0.01", claims: "loss=1" });
  }
  for (const attributes of EXAMPLES) await play(engine, library, attributes);
}
