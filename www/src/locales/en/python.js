/**
 * What a Python program may meet, by the code that its error or hint brings.
 * @typedef {{
 *   notThere: Record<string, (what: string) => string>,
 *   unassigned: (method: string) => [found: string, advice: string],
 * }} PythonWords `what` is what was asked for, such as `keras.layers.Conv2D`.
 */

/** @type {PythonWords} */
export const python = {
  notThere: {
    nearest: (name) => `Did you mean “${name}”?`,
    names: (names) => `These are known: ${names}.`,
    keyword: (what) => `The argument ${what} is not available here. Leave it out, or run the program in real Python.`,
    file: (path) =>
      `There is no file “${path}” on this page. Drop the CSV file onto the code, or read the built-in Advertising.csv.`,
    engine: () => "The engine cannot take these numbers or settings: the message says what it expected.",
    unbatched: () => "Give the data set batches before fit: dataset.batch(32).",
    functional: () =>
      "Models here are chains: put the layers into keras.Sequential([...]). Branches and several inputs need real Keras.",
    convolution: (what) =>
      `${what} works on images. This page has dense layers: use Flatten and Dense for small images, or real Keras.`,
    recurrent: (what) =>
      `${what} works on sequences. This page has dense layers: make columns of the last few values, or use real Keras.`,
    text: (what) => `${what} works on words. This page has dense layers and columns of numbers.`,
    layer: (what) =>
      `${what} is not here. There are Dense, Dropout, Flatten, Activation, BatchNormalization, LayerNormalization, Normalization, ReLU, LeakyReLU and Softmax.`,
    subclass: () => "Layers of your own need real Keras. Build the model of Dense and the other layers that are here.",
    optimizer: (what) =>
      `${what} is not here. Try Adam, SGD, RMSprop, AdamW, Nadam, Adagrad, Adadelta, Adamax, Lion or Ftrl.`,
    loss: (what) => `${what} is not here. Give a loss by its name, such as loss="mse", or by its class.`,
    metric: (what) => `${what} is not here. Give a metric by its name, such as metrics=["mae"].`,
    activation: (what) => `${what} is not here. Give an activation by its name, such as activation="relu".`,
    initializer: (what) => `${what} is not here. Give an initializer by its name, such as "glorot_uniform".`,
    regularizer: (what) => `${what} is not here. Use keras.regularizers.l1, l2 or l1_l2.`,
    constraint: (what) => `${what} is not here. Leave the constraint out, or run the program in real Keras.`,
    callback: (what) =>
      `${what} is not here. There are EarlyStopping, ReduceLROnPlateau, LearningRateScheduler, LambdaCallback and classes of your own.`,
    rate: () => "Give the learning rate to the optimizer and compile again, or use LearningRateScheduler.",
    saving: () => "Programs on this page save nothing. The page itself can download the model and the program.",
    data: (what) =>
      `${what} would have to be downloaded. Use load_iris from sklearn.datasets, Advertising.csv, or drop a CSV file onto the code.`,
    dataset: (what) =>
      `${what} is not here. A Dataset has from_tensor_slices, shuffle, batch, take, prefetch and cache.`,
    gradient: () => "Gradients are computed by model.fit alone. Look inside a moment of training to see each of them.",
    tensor: (what) => `${what} is not here. Compute with NumPy arrays, and give those to the model.`,
    image: (what) => `${what} works on images, which this page does not read.`,
    old: (what) => `${what} is of TensorFlow 1. Today one writes tf.keras.Sequential, compile and fit.`,
    device: (what) => `${what} is not needed: the network is trained in your browser.`,
    keras: (what) => `${what} is not here. Sequential with compile, fit, evaluate and predict is.`,
    plot: () =>
      "Programs on this page draw no plots. The page draws network, losses and predictions beside the code; remove the lines of the plot.",
    random: (what) =>
      `${what} is not here. Use np.random.seed(…) with rand, randn, normal, uniform, randint, choice or shuffle.`,
    numpy: (what) => `${what} is not here. docs/python.md lists what there is of NumPy.`,
    pandas: (what) => `${what} is not here. docs/python.md lists what there is of pandas.`,
    sklearn: (what) =>
      `${what} is not here. There are train_test_split, StandardScaler, MinMaxScaler, LabelEncoder, OneHotEncoder, load_iris and some scores.`,
    browser: (what) => `${what} would reach the page itself. Programs here reach neither page nor network.`,
    input: () => "Programs on this page cannot ask for input. Write the value into the program.",
    open_write: (name) =>
      `“${name}” cannot be written: programs on this page write no files. Print what you want to keep.`,
    open_binary: (name) => `“${name}” can be read as text only: open it without "b" in its mode.`,
    output: () => "The program printed more than a page can show. Print less, such as every hundredth line.",
    module: (what) =>
      `${what} is not here. A program on this page may import numpy, pandas, sklearn, tensorflow, keras and Python’s own modules.`,
  },
  unassigned: (method) => [
    `The result of ${method}() is thrown away: it returns a new table and leaves the old one as it is.`,
    `Write df = df.${method}(…) to go on with the new table.`,
  ],
};
