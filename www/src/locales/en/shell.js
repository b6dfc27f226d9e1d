/** @type {import("../playground.js").Words["shell"]} */
export const shell = {
  loading: "Loading the engine…",
  fetching: "Loading…",
  preset: "Begin with",
  own: "Your own experiment",
  presets: {
    "tutorial-2": {
      name: "The tutorial’s second model",
      about:
        "Two layers without an activation predict sales from advertising budgets. As in the text, the index column is left among the features.",
    },
    "tutorial-1": {
      name: "The tutorial’s first model (fails)",
      about:
        "Its last layer is a sigmoid, so its output never exceeds 1, while sales go up to 27: the loss cannot fall.",
    },
    "trap-unscaled": {
      name: "Trap: SGD on unscaled features",
      about:
        "Features as large as 300 go in as they are, and plain SGD makes the numbers grow without bounds: it diverges. Scaling mends it.",
    },
    relu: {
      name: "ReLU and scaling",
      about: "Without the index column, with standardised features and ReLU in the hidden layers.",
    },
    softmax: { name: "Classification with softmax", about: "Three clusters of points, separated by softmax." },
    xor: { name: "XOR", about: "No straight line can solve it: it takes a hidden layer." },
    spiral: { name: "Spiral", about: "Two spirals wound into each other. Watch the decision boundary bend." },
  },
};
