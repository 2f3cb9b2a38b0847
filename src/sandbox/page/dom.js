/** @typedef {Record<string, string | number | boolean | null | undefined | ((event: any) => unknown)>} Props */

/**
 * Builds an element. A property that begins with `on` is a listener; `true` sets an empty
 * attribute; `false`, `null` and `undefined` set nothing. A text child is always text, never
 * markup: nothing that a person or the bot wrote can become an element.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Props} [props]
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === false || value === null || value === undefined) continue;
    if (typeof value === 'function')
      node.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children) if (child) node.append(child);
  return node;
}

/**
 * @param {string} label
 * @param {(event: MouseEvent) => unknown} press
 * @param {Props} [props]
 */
export function button(label, press, props = {}) {
  return el('button', { type: 'button', onclick: press, ...props }, label);
}
