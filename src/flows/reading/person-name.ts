/** Words of a name that carry a parent's name on: «Бакыт уулу», «Асан кызы». */
const OF_PARENT = new Set(['уулу', 'кызы', 'угли', 'оглы', 'uulu', 'kyzy']);

/**
 * «Асанова А. Б.» of «Асанова Айгүл Бакытовна»: the first name stays a family name, the others become
 * initials; «уулу» and «кызы» stay with the word before them, as in «Бакыт уулу Н.». A single word
 * stays as it is.
 */
export function shortPerson(name: string): string {
  const parts: string[] = [];
  for (const word of name.split(/\s+/).filter((one) => one !== '')) {
    if (OF_PARENT.has(word.toLowerCase()) && parts.length > 0) parts.push(`${parts.pop()} ${word}`);
    else parts.push(word);
  }
  const [family = '', ...given] = parts;
  return [family, ...given.map((part) => `${[...part][0]?.toUpperCase() ?? ''}.`)].join(' ');
}
