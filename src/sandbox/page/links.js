/**
 * What a link of this very bot asks for: `start` with a parameter in a private chat, `startgroup`
 * in a group, or just the chat. Any other link is `null` and belongs to the browser.
 * @param {string} url
 * @param {string} botUsername
 * @returns {{ kind: 'start' | 'startgroup', parameter: string } | { kind: 'chat' } | null}
 */
export function ownLink(url, botUsername) {
  let parsed;
  try {
    parsed = new URL(/^[a-z]+:/i.test(url) ? url : `https://${url}`);
  } catch {
    return null; // not a URL at all: the same as somebody else's
  }
  const named =
    /^(www\.)?(t|telegram)\.me$/i.test(parsed.hostname) && /^https?:$/.test(parsed.protocol)
      ? parsed.pathname.slice(1)
      : parsed.protocol === 'tg:' && parsed.hostname === 'resolve'
        ? (parsed.searchParams.get('domain') ?? '')
        : '';
  if (named.replace(/\/$/, '').toLowerCase() !== botUsername.toLowerCase()) return null;
  const group = parsed.searchParams.get('startgroup');
  if (group !== null) return { kind: 'startgroup', parameter: group };
  const start = parsed.searchParams.get('start');
  return start === null ? { kind: 'chat' } : { kind: 'start', parameter: start };
}
