import { encode } from '../../chat/callback.ts';
import { bold, escapeHtml } from '../../chat/html.ts';
import type { Button } from '../../chat/screen.ts';
import { recordsOf, servantOf } from '../../domain/register/reading.service.ts';
import { inPairs, shortened } from '../reading/fitting.ts';
import { button, leafing, PAGE, pageAt } from './buttons.ts';
import { forReaders, keepingScope } from './keeper.ts';
import { personCard } from './person.ts';
import { recordWords } from './words.ts';

/** Characters of one entry, so that a page of them fits a message. */
const LINE = 200;

/** A person's trainings, ranks, attestations, rewards, penalties, declarations, the newest first. */
export const onHistory = forReaders(async (visit, scope, [orgId = 0, servant = 0, wanted = 0]) => {
  const { t, work } = visit;
  const person = await servantOf(work.read, scope, servant);
  if (!person) return personCard(visit, scope, servant);
  const all = await recordsOf(work.read, scope, servant);
  const page = pageAt(wanted, all.length);
  const shown = all.slice(page * PAGE, (page + 1) * PAGE);
  const lines = shown.map(
    (record, index) =>
      `${page * PAGE + index + 1}. ${escapeHtml(shortened(recordWords(t, record), LINE))}`,
  );
  const erase = shown.map(
    ({ id }, index): Button => ({
      text: t.plain('staff:button.erase', { n: page * PAGE + index + 1 }),
      data: encode('staffRecordRemove', [orgId, servant, id]),
    }),
  );
  const keeps = keepingScope(visit, orgId) !== null;
  return {
    screen: {
      text: [
        bold(t('staff:history.title', { name: person.name })),
        '',
        ...(all.length === 0 ? [t('staff:history.none')] : lines),
      ].join('\n'),
      rows: [
        ...(keeps ? inPairs(erase) : []),
        ...leafing(t, page, all.length, (to) => encode('staffHistory', [orgId, servant, to])),
        ...(keeps ? [[button(t, 'staff:button.record', 'staffRecord', orgId, servant)]] : []),
        [button(t, 'staff:button.card', 'staffPerson', orgId, servant)],
      ],
    },
  };
});
