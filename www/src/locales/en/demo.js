/** The words of the demo page. @type {import("../demo.js").DemoWords} */
export const words = {
  lang: "en",
  title: "How does a neural network learn?",
  lead: "Predict, compare, find what to change, change it a little. Repeat. Follow every number as it is computed.",
  steps: [
    {
      phase: "forward",
      heading: "Forward propagation",
      body: "The inputs travel through the network. Each unit multiplies what arrives by its weights, adds it up and bends the sum with its activation function; the last unit’s output is the prediction.",
    },
    {
      phase: "loss",
      heading: "Loss",
      body: "The prediction is compared with the target. Their difference, squared, is the loss: one number for how wrong the network is.",
    },
    {
      phase: "backward",
      heading: "Back propagation",
      body: "From the loss backward, the chain rule gives every weight its gradient: how the loss would change if that weight were raised a little. No weight changes yet.",
    },
    {
      phase: "update",
      heading: "Update and repeat",
      body: "Gradient descent uses the gradients: each weight takes a small step against its own. Then all begins again, and the prediction comes nearer to the target.",
    },
  ],
  sourceNote:
    "The example and its numbers 0.73, 0.5 and 0.436 come from a Korean deep learning tutorial; everything shown is computed as you look.",
  playgroundTitle: "Playground: train it yourself",
  codeTitle: "Python in the page",
  codeLead:
    "Five short programs that go on from one another. Run them from the top, change them, and see the network that they build. Everything runs in your browser.",
  programs: {
    data: {
      heading: "1. Data",
      body: "A table of 200 markets: what was spent on advertising, and what was sold. A quarter of the rows is set aside for the test, and the features are brought to one scale.",
    },
    batches: {
      heading: "2. Batches",
      body: "The training rows are shuffled and come sixteen at a time: after each batch the weights are updated once.",
    },
    model: {
      heading: "3. Model",
      body: "Three layers in a row. Point at a line with Dense and its layer lights up; point at a layer and its line does.",
    },
    training: {
      heading: "4. Training",
      body: "Sixty epochs. When the program has ended, play through what happened to the weights, or look inside any moment.",
    },
    evaluation: {
      heading: "5. Evaluation",
      body: "How far off is the network on rows that it has never seen?",
    },
  },
  views: { example: "Example", code: "Python", playground: "Playground" },
  skip: "Skip to the content",
  author: "Put this into a post of your own",
  api: "JavaScript API",
};
