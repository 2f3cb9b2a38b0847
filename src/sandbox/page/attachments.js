import { fileUrl } from './control.js';
import { el } from './dom.js';
import { t } from './language.js';

/** @import {Message} from './types.d.ts' */

/** Kinds a browser shows without running anything that stands in them. */
const SHOWN_IN_A_TAB = /^(application\/pdf|image\/(png|jpeg|gif|webp))$/;

/** @param {number} bytes */
export function sizeInWords(bytes) {
  if (bytes < 1024) return t('bytes', { n: bytes });
  if (bytes < 1024 * 1024) return t('kilobytes', { n: Math.round(bytes / 1024) });
  const megabytes = String(Math.round((bytes / 1024 / 1024) * 10) / 10);
  return t('megabytes', { n: megabytes.replace('.', t('decimal')) });
}

/** @param {Message} message @returns {HTMLElement | null} */
export function attachment(message) {
  if (message.photo) return photo(message, message.photo);
  if (message.document) return documentFile(message.document);
  return null;
}

/** @param {Message} message @param {NonNullable<Message['photo']>} of */
function photo(message, of) {
  const url = fileUrl(of.fileId);
  const alt = message.caption ? `${t('photo')}: ${message.caption}` : t('photo');
  return el(
    'a',
    { class: 'photo', href: url, target: '_blank', rel: 'noopener' },
    el('img', { src: url, alt, width: of.width, height: of.height, loading: 'lazy' }),
  );
}

/** @param {NonNullable<Message['document']>} file */
function documentFile(file) {
  const url = fileUrl(file.fileId);
  const size = sizeInWords(file.size);
  const opens = SHOWN_IN_A_TAB.test(file.mime ?? '');
  const named = (/** @type {string} */ deed) => `${deed}: ${file.name}`;
  return el(
    'div',
    { class: 'document', role: 'group', 'aria-label': t('file', { name: file.name, size }) },
    el('span', { class: 'kind', 'aria-hidden': 'true' }, kindOf(file.name)),
    el(
      'div',
      {},
      el('bdi', { class: 'file-name' }, file.name),
      el('span', { class: 'faint' }, size),
      el(
        'span',
        { class: 'file-deeds' },
        opens &&
          el(
            'a',
            { href: url, target: '_blank', rel: 'noopener', 'aria-label': named(t('open')) },
            t('open'),
          ),
        el(
          'a',
          { href: url, download: file.name, 'aria-label': named(t('download')) },
          t('download'),
        ),
      ),
    ),
  );
}

/** @param {string} name */
function kindOf(name) {
  const ending = /\.(\p{L}[\p{L}\d]{1,4})$/u.exec(name)?.[1];
  return ending ? ending.toUpperCase() : '…';
}
