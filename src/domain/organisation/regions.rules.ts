import { fold } from '../shared/fold.ts';
import type { Localised } from '../shared/language.ts';

export interface Region {
  readonly code: string;
  readonly name: Localised;
}

/**
 * The closed list: seven oblasts and the two cities outside them. Манас (the former city of
 * Жалал-Абад) is entered under its oblast: a status outside it is reported, its law was not seen.
 */
export const REGIONS: readonly Region[] = [
  region('batken', 'Баткен облусу', 'Баткенская область', 'Batken Region'),
  region('jalal-abad', 'Жалал-Абад облусу', 'Джалал-Абадская область', 'Jalal-Abad Region'),
  region('issyk-kul', 'Ысык-Көл облусу', 'Иссык-Кульская область', 'Issyk-Kul Region'),
  region('naryn', 'Нарын облусу', 'Нарынская область', 'Naryn Region'),
  region('osh', 'Ош облусу', 'Ошская область', 'Osh Region'),
  region('talas', 'Талас облусу', 'Таласская область', 'Talas Region'),
  region('chuy', 'Чүй облусу', 'Чуйская область', 'Chuy Region'),
  region('bishkek', 'Бишкек шаары', 'город Бишкек', 'Bishkek City'),
  region('osh-city', 'Ош шаары', 'город Ош', 'Osh City'),
];

function region(code: string, ky: string, ru: string, en: string): Region {
  return { code, name: { ky, ru, en } };
}

/** What may be left out when a region is named. */
const KINDS = ['облусу', 'шаары', 'область', 'город', 'Region', 'City'].map(fold);

/**
 * By code, by a full name in any language or by a name without its «облусу», folded as in search.
 * «Ош» alone is the oblast. null: none of the list.
 */
export function findRegion(text: string): Region | null {
  const wanted = fold(text);
  return (
    REGIONS.find(({ code }) => fold(code) === wanted) ??
    REGIONS.find((one) => names(one).includes(wanted)) ??
    REGIONS.find((one) => names(one).map(bare).includes(wanted)) ??
    null
  );
}

const names = ({ name }: Region): string[] => [name.ky, name.ru, name.en].map(fold);

const bare = (name: string): string =>
  name
    .split(' ')
    .filter((word) => !KINDS.includes(word))
    .join(' ');

/** The region's name; a code of no region is shown as it is. */
export const regionName = (code: string): Localised =>
  REGIONS.find((one) => one.code === code)?.name ?? { ky: code, ru: code, en: code };
