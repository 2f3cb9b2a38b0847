import { encode } from '../../chat/callback.ts';
import type { Screen } from '../../chat/screen.ts';
import type { Reply, Visit } from '../../chat/visit.ts';
import type { OrganisationScope } from '../../domain/access/model.ts';
import { correctServant } from '../../domain/register/keeping.service.ts';
import { FILE_DOCUMENTS, type Servant, type ServantFacts } from '../../domain/register/model.ts';
import { servantOf } from '../../domain/register/reading.service.ts';
import { inPairs } from '../reading/fitting.ts';
import { button } from './buttons.ts';
import { forKeepers, forReaders, keepingScope } from './keeper.ts';
import { personCard } from './person.ts';
import { type Receipt, withReceipt } from './receipt.ts';
import { refusal } from './refusals.ts';

/** The documents of the personal file and the labour book, marked one by one; a head sees them. */
function filesScreen({ t }: Visit, person: Servant, keeps: boolean): Screen {
  const { orgId, servant, fileDocuments, labourBook, name } = person;
  const total = FILE_DOCUMENTS.length;
  const there = new Set(fileDocuments ?? []);
  const book = labourBook === null ? 'files.bookUnsaid' : labourBook ? 'person.yes' : 'person.no';
  const unsaid = fileDocuments === null;
  const text = [
    t('staff:files.title', { name }),
    '',
    unsaid ? t('staff:files.unsaid') : t('staff:files.marked', { n: there.size, total }),
    ...(keeps
      ? []
      : FILE_DOCUMENTS.filter((one) => there.has(one)).map((one) => `✓ ${t(`staff:file.${one}`)}`)),
    t('staff:files.book', { value: t.plain(`staff:${book}`) }),
  ].join('\n');
  const back = [button(t, 'staff:button.card', 'staffPerson', orgId, servant)];
  if (!keeps) return { text, rows: [back] };
  const documents = FILE_DOCUMENTS.map((one, index) => {
    const on = there.has(one);
    const words = t.plain(`staff:file.${one}`);
    return [
      {
        text: on ? `✓ ${words}` : words,
        data: encode('staffFile', [orgId, servant, index + 1, on ? 0 : 1]),
      },
    ];
  });
  return {
    text,
    rows: [
      [
        button(t, 'staff:button.filesAll', 'staffFilesAll', orgId, servant, 1),
        button(t, 'staff:button.filesNone', 'staffFilesAll', orgId, servant, 0),
      ],
      ...documents,
      ...inPairs([
        button(t, 'staff:files.bookYes', 'staffBook', orgId, servant, 1),
        button(t, 'staff:files.bookNo', 'staffBook', orgId, servant, 0),
      ]),
      back,
    ],
  };
}

async function files(
  visit: Visit,
  scope: OrganisationScope,
  number: number,
  receipt: Receipt | null = null,
): Promise<Reply> {
  const person = await servantOf(visit.work.read, scope, number);
  if (!person) return personCard(visit, scope, number);
  const keeps = keepingScope(visit, scope.orgId) !== null;
  const screen = filesScreen(visit, person, keeps);
  return { screen: withReceipt(visit.t, scope.orgId, screen, receipt) };
}

export const onFiles = forReaders((visit, scope, [, servant = 0]) => files(visit, scope, servant));

async function put(
  visit: Visit,
  scope: OrganisationScope,
  servant: number,
  patch: Partial<Pick<ServantFacts, 'fileDocuments' | 'labourBook'>>,
): Promise<Reply> {
  const { t, work, today } = visit;
  const kept = await correctServant(work, scope, servant, patch, today);
  if (!kept.ok) return refusal(visit, kept.error);
  const { changeId } = kept.value;
  return files(visit, scope, servant, { text: t('staff:receipt.files'), changeId });
}

/** One document is there, or is not: the state to reach, whatever it was. */
export const onFile = forKeepers(async (visit, scope, [, servant = 0, place = 0, on = 0]) => {
  const person = await servantOf(visit.work.read, scope, servant);
  const document = FILE_DOCUMENTS[place - 1];
  if (!person || !document) return personCard(visit, scope, servant);
  const others = (person.fileDocuments ?? []).filter((one) => one !== document);
  const there = new Set(on === 1 ? [...others, document] : others);
  const fileDocuments = FILE_DOCUMENTS.filter((one) => there.has(one));
  return put(visit, scope, servant, { fileDocuments });
});

export const onFilesAll = forKeepers((visit, scope, [, servant = 0, on = 0]) =>
  put(visit, scope, servant, { fileDocuments: on === 1 ? FILE_DOCUMENTS : [] }),
);

export const onBook = forKeepers((visit, scope, [, servant = 0, on = 0]) =>
  put(visit, scope, servant, { labourBook: on === 1 }),
);
