/** What a column of a list can hold, in the order of the template and of an export. */
export const LIST_FIELDS = [
  'number',
  'name',
  'position',
  'appointedOn',
  'trainedOn',
  'trainingWhat',
  'trainingHours',
  'trainingOrder',
  'unit',
  'group',
  'category',
  'serviceStart',
  'rank',
  'rankedOn',
  'rankOrder',
  'attestedOn',
  'attestationWhat',
  'attestationOrder',
  'declaredOn',
  'fileDocuments',
  'labourBook',
  'rewardedOn',
  'rewardWhat',
  'rewardOrder',
  'penaltyOn',
  'penaltyWhat',
  'penaltyOrder',
  'nextTraining',
  'nextRank',
  'nextAttestation',
  'leftOn',
  'servant',
] as const;
export type ListField = (typeof LIST_FIELDS)[number];

/** Columns that are read and never written: a name in three columns is one name. */
export type ReadField = ListField | 'surname' | 'given' | 'patronymic';

/** The four that suffice. */
export const CORE_FIELDS = ['name', 'position', 'appointedOn', 'trainedOn'] as const;

export const DATE_FIELDS = [
  'appointedOn',
  'serviceStart',
  'trainedOn',
  'rankedOn',
  'attestedOn',
  'declaredOn',
  'rewardedOn',
  'penaltyOn',
  'nextTraining',
  'nextRank',
  'nextAttestation',
  'leftOn',
] as const;
export type DateField = (typeof DATE_FIELDS)[number];

export const isDateField = (field: string): field is DateField =>
  (DATE_FIELDS as readonly string[]).includes(field);
