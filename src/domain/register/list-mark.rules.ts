const MARK = /(?:^|[\s,;])eskertkich-staff-(\d{1,15})(?=$|[\s,;])/;

/** What an exported list carries in its properties, so that another body's list is seen as such. */
export const listMark = (orgId: number): string => `eskertkich-staff-${orgId}`;

/** The organisation whose export this is; null: the keywords of a file name none. */
export function markedOrganisation(keywords: string): number | null {
  const [, id] = MARK.exec(keywords) ?? [];
  return id === undefined ? null : Number(id);
}
