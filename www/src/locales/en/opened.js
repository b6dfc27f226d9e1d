/**
 * What a reader asks for, in English: the meaning of terms, keys, the check of a gradient, claims;
 * and what is to be said of failures. Fetched with what shows it.
 */
/** @type {import("../index.js").OpenedWords} */
export const opened = {
  help: {
    playPause: "play or pause",
    step: "one step back or forward",
    sizes: "step by operation, unit, layer, phase or iteration",
    ends: "to the beginning or the end",
    speed: "slower or faster",
    runToTarget: "train to the target",
    reset: "back to the start weights",
    drag: "change a value: hold and drag, or press the arrows",
    edit: "edit the selected value",
    help: "show or hide this help",
    close: "Close",
    fullScreen: "Full screen",
    copyLink: "Copy a link to this moment",
    copied: "Copied",
  },
  check: {
    button: "Check it",
    gradient: "By back propagation",
    slope: "By trying it out",
    agrees: "The two agree to at least three digits.",
    differs: "The two differ. Near a kink of ReLU, or where the gradient is almost 0, trying it out is not exact.",
    explanation: (name, step) =>
      `Nudge ${name} up and down by ${step}, measure the loss each time, and you get its slope without any back propagation.`,
  },
  meanings: {
    weight: "How strongly a value counts for a unit of the next layer; a negative weight turns its effect around.",
    unit: "A node of the network: it adds up what comes in and turns the sum into one number.",
    layer: "Units that work side by side on the same inputs; the input layer computes nothing and is not counted.",
    bias: "A number of the unit’s own that is added to its sum whatever the inputs are.",
    activation: "Bends a unit’s sum into its output; without it, many layers could do no more than one.",
    forward: "Computing the prediction from the inputs, layer by layer.",
    loss: "How wrong the prediction is: here the mean of the squared errors, as Keras’s mean_squared_error, without a factor 1/2.",
    backward: "Computing, from the loss backward, the gradient of every weight; it changes no weight itself.",
    gradient: "How fast the loss rises when this one number is raised a little; negative where the loss falls.",
    gradientDescent:
      "The rule that uses the gradients: each weight moves against its gradient, by learning rate × gradient.",
    learningRate: "How large the step is that each weight takes against its gradient.",
    iteration: "One round of forward propagation, loss, back propagation and update.",
    prediction: "What the network answers: the output of its last layer.",
    target: "What the network should answer.",
  },
  errors: {
    not_finite: ({ what }) => `${what} must be a finite number. Enter a number such as 0.5 or −1.`,
    shape: ({ what, expected, received }) =>
      `${what} has the wrong size: expected ${expected}, received ${received}. Give as many numbers as expected.`,
    unknown_name: ({ what, received, nearest, names }) =>
      `${what}: “${received}” is not known. ${nearest ? `Did you mean “${nearest}”? ` : ""}There are: ${names}.`,
    out_of_range: ({ what, expected, received }) =>
      `${what} is out of range: expected ${expected}, received ${received}.`,
    not_a_number: ({ received }) => `“${received}” is not a number. Enter one such as 0.5 or −1.`,
    invalid_config: ({ what, expected, received }) =>
      `The example cannot be read at ${what}: expected ${expected}, received ${received}.`,
    engine_panic: () => "The engine stopped because of a fault of ours and was started anew. Reset to go on.",
  },
  place: (attribute, layer, row, number) =>
    [attribute, layer && `layer ${layer}`, row && `row ${row}`, number && `number ${number}`]
      .filter(Boolean)
      .join(", "),
  inCode: "Correct it in the page’s code.",
  engineFailed: "The engine could not start. Reload the page to try again.",
  noWasm:
    "This browser does not run WebAssembly, which does the maths here. Please open the page in a current browser.",
  claims: {
    list: (holding, all, isTutorial) => `Numbers of the ${isTutorial ? "tutorial" : "post"}: ${holding} of ${all} hold`,
    start: "Start values",
    after: (iteration) => `After update ${iteration}`,
  },
};
