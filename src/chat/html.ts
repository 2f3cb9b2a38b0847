/** Controls and direction overrides that could disguise a name or break a line. */
// biome-ignore format: the ranges read better side by side
const INVISIBLE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/g;

/** Text of a user as it may be shown anywhere: one line kept as typed, nothing invisible. */
export const visible = (text: string): string => text.replace(INVISIBLE, '');

/** Escapes for Telegram's HTML (Bot API, "HTML style"). */
export const escapeHtml = (text: string): string =>
  visible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

export const bold = (html: string): string => `<b>${html}</b>`;

/** Legal text: folded until the reader opens it. */
export const folded = (html: string): string => `<blockquote expandable>${html}</blockquote>`;
