/** Every attribute of the element, as a template names it: the property's name. */
import { ALL, propertyOf } from "../../../www/src/element/names.js";

export const NAMES = ALL.map(propertyOf);

/**
 * What an embed is given in a template: a value for each name.
 * @typedef {Record<string, unknown> & { key: string }} Props
 */

/**
 * A page of embeds in one framework.
 * @typedef
 *   {{ mount: (target: Element, embeds: Props[]) => void, hydrate: (target: Element, embeds: Props[]) => void,
 *     update: (embeds: Props[]) => void }}
 *   App
 */
