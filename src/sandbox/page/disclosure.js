import { button, el } from './dom.js';

/**
 * A button and the panel it opens. The panel closes by Escape (the focus goes back to the button),
 * by a press elsewhere, by leaving it with Tab, and by any button within.
 * @param {string} label
 * @param {() => Node[]} fill makes the contents anew at each opening
 * @param {import('./dom.js').Props} [props] of the button
 */
export function disclosure(label, fill, props = {}) {
  const panel = el('div', { class: 'panel', hidden: true });
  const toggle = button(label, () => (panel.hidden ? open() : close()), {
    'aria-expanded': 'false',
    ...props,
  });
  const node = el('div', { class: 'disclosure' }, toggle, panel);

  function open() {
    panel.replaceChildren(...fill());
    panel.hidden = false;
    toggle.setAttribute('aria-expanded', 'true');
  }
  function close() {
    const within = panel.contains(document.activeElement);
    panel.hidden = true;
    toggle.setAttribute('aria-expanded', 'false');
    if (within) toggle.focus();
  }
  node.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || panel.hidden) return;
    event.stopPropagation();
    close();
  });
  node.addEventListener('focusout', (event) => {
    const to = event.relatedTarget;
    if (!panel.hidden && to instanceof Node && !node.contains(to)) close();
  });
  panel.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('button')) close();
  });
  document.addEventListener('pointerdown', (event) => {
    if (!panel.hidden && event.target instanceof Node && !node.contains(event.target)) close();
  });
  return { node, toggle };
}
