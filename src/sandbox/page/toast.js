import { el } from './dom.js';

const SHOWN = 5000;

/**
 * A place for one short sentence that goes away by itself; a newer one takes the older one's place.
 * @returns {{ node: HTMLElement, show: (text: string) => void }}
 */
export function toastPlace() {
  const node = el('p', { class: 'toast', role: 'status' });
  let timer = 0;
  return {
    node,
    show(text) {
      node.textContent = text;
      clearTimeout(timer);
      timer = setTimeout(() => node.replaceChildren(), SHOWN);
    },
  };
}
