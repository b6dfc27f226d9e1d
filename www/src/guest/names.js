/**
 * What has to be known of scenes and attributes before any scene is loaded; `attributes.js` says the rest.
 */

/** Every scene, with the height to reserve for it where it is narrower than 600 px, than 880 px, and wider. */
export const SCENES = {
  worked: [1240, 1000, 760],
  playground: [4200, 3400, 3000],
};

/** Attributes that a scene is given as text. */
export const GIVEN = [
  "inputs", "target", "kernels", "biases", "activations", "learning-rate", "claims", "at", "from", "to",
  "preset", "data", "config", "seed", "epochs", "row", "controls", "autoplay",
];

/** Attributes that the guest itself obeys or hands on in a way of their own. */
export const OWN = ["scene", "playground", "digits", "height", "theme", "accent", "density"];

/** The property of an attribute: `learning-rate` is `learningRate`. @param {string} name */
export const propertyOf = (name) => name.replace(/-./g, (dash) => dash[1].toUpperCase());
