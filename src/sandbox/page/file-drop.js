import { el } from './dom.js';
import { t } from './language.js';

/**
 * Files dropped anywhere on the chat; a word says where while they hover.
 * @param {HTMLElement} area @param {(files: File[]) => unknown} dropped
 */
export function acceptDrops(area, dropped) {
  const sign = el('div', { class: 'drop-sign', hidden: true, 'aria-hidden': 'true' }, t('drop'));
  area.append(sign);
  /** @param {DragEvent} event */
  const carriesFiles = (event) => event.dataTransfer?.types.includes('Files') ?? false;
  area.addEventListener('dragover', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    sign.hidden = false;
  });
  area.addEventListener('dragleave', (event) => {
    const to = event.relatedTarget;
    if (!(to instanceof Node && area.contains(to))) sign.hidden = true;
  });
  area.addEventListener('drop', (event) => {
    sign.hidden = true;
    if (!carriesFiles(event)) return;
    event.preventDefault();
    void dropped([...(event.dataTransfer?.files ?? [])]);
  });
}
