/**
 * Why Telegram would refuse a link on a button, in the words of TDLib's parse_url and check_link;
 * undefined if it takes the link.
 */
export function linkFault(link: string): string | undefined {
  if (/^(tg|ton|tonsite):/i.test(link)) return undefined;
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(link)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') {
    return 'Unsupported URL protocol';
  }
  const whole = scheme === undefined ? `http://${link}` : link;
  const authority = whole.slice(whole.indexOf('//') + 2).split(/[/?#]/, 1)[0] ?? '';
  const host = authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d*$/, '');
  if (host === '') return 'URL host is empty';
  if (/[\s"<>\\^`{|}]/.test(host)) return 'Disallowed character in URL host';
  if (!URL.canParse(whole) || !host.includes('.')) return 'Wrong HTTP URL';
  return undefined;
}
