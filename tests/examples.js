/** The worked examples that every step of is gone through, by the attributes of an embed. */

/** @type {Record<string, Record<string, string>>} */
export const EXAMPLES = {
  "the built-in example": {},
  "two targets with biases": {
    inputs: "0.05,0.1",
    target: "0.01,0.99",
    kernels: "0.15,0.25;0.2,0.3|0.4,0.5;0.45,0.55",
    biases: "0.35,0.35|0.6,0.6",
    "learning-rate": "0.5",
  },
  "3-4-2 with softmax": {
    inputs: "1,0.5,-1",
    target: "1,0",
    activations: "tanh,softmax",
    kernels: "0.2,-0.4,0.1,0.5;0.3,0.2,-0.6,0.1;-0.2,0.7,0.4,-0.3|0.5,-0.2;0.1,0.6;-0.4,0.3;0.2,0.2",
  },
  "a single weight": { inputs: "1.5", target: "0.5", kernels: "0.8" },
};
