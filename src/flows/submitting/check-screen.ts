import { encode } from '../../chat/callback.ts';
import { bold, escapeHtml } from '../../chat/html.ts';
import type { Button, Screen } from '../../chat/screen.ts';
import type { Translate } from '../../chat/translator.ts';
import type { Visit } from '../../chat/visit.ts';
import { momentOf } from '../../domain/assessment/moment.rules.ts';
import { FORMULA } from '../../domain/assessment/score.rules.ts';
import type { Rehearsal } from '../../domain/assessment/rehearsal.service.ts';
import { shown } from '../../domain/shared/local-date.ts';
import { itemId } from '../../domain/checklist/code.rules.ts';
import { formulaLines, totalsLines } from '../reading/totals.ts';
import { doubtLines } from './check-lines.ts';

/**
 * The check before sending, as the officer or (`asHead`) the head sees it. `settled`: codes of the items
 * to which messages have just gone that waited for a choice.
 */
export function checkScreen(
  visit: Visit,
  rehearsal: Rehearsal,
  { asHead, settled }: { readonly asHead: boolean; readonly settled: readonly number[] },
): Screen {
  const { t, today } = visit;
  const { view, doubts } = rehearsal;
  const late = today > view.deadline;
  return {
    text: [
      bold(t(asHead ? 'submitting:check.headTitle' : 'submitting:check.title')),
      escapeHtml(view.orgName),
      '',
      ...settledLines(settled, t),
      ...totalsLines(rehearsal, t),
      '',
      ...doubtLines(doubts, t),
      ...stateLines(visit, rehearsal),
      ...(late ? ['', t('submitting:check.late', { date: shown(view.deadline) })] : []),
      ...formulaLines(rehearsal, t, FORMULA),
    ].join('\n'),
    rows: asHead ? headRows(visit, rehearsal) : officerRows(visit, rehearsal),
  };
}

function settledLines(settled: readonly number[], t: Translate): string[] {
  if (settled.length === 0) return [];
  const items = settled.map(itemId).join(', ');
  return [t('submitting:check.settled', { items }), ''];
}

function stateLines({ t, around }: Visit, { view, material }: Rehearsal): string[] {
  const { confirmedAt, signedFileId } = material.endorsement;
  const lines = [];
  if (material.confirmedBy !== null && confirmedAt !== null) {
    const { on, time } = momentOf(confirmedAt, around.timeZone);
    lines.push(t('submitting:check.confirmed', { date: shown(on), time }));
  } else if (view.headConfirms) lines.push(t('submitting:check.unconfirmed'));
  if (signedFileId !== null) lines.push(t('submitting:check.signed'));
  return lines.length === 0 ? [] : ['', ...lines];
}

function officerRows({ t }: Visit, { view, doubts, counts }: Rehearsal): Button[][] {
  const id = view.assessmentId;
  const whole = counts.answered === counts.total;
  const send = { text: t.plain('submitting:button.send'), data: encode('submit', [id]) };
  const rows: Button[][] = [];
  if (!whole)
    rows.push([{ text: t.plain('submitting:button.toMissing'), data: encode('goOn', [id]) }]);
  if (doubts.length > 0) {
    rows.push([{ text: t.plain('submitting:button.walk'), data: encode('checkNext', [id, 0]) }]);
  }
  rows.push(
    [{ text: t.plain('submitting:button.draft'), data: encode('draft', [id]) }],
    [{ text: t.plain('submitting:button.signed'), data: encode('signed', [id]) }],
    [whole ? { ...send, style: 'primary' } : send],
    [{ text: t.plain('submitting:button.later'), data: encode('home') }],
  );
  return rows;
}

function headRows({ t }: Visit, { view, counts, material }: Rehearsal): Button[][] {
  const id = view.assessmentId;
  const { newest, confirmedBy } = material;
  const rows: Button[][] = [
    [{ text: t.plain('submitting:button.read'), data: encode('readAnswers', [id, 0]) }],
    [{ text: t.plain('submitting:button.draft'), data: encode('draft', [id]) }],
    [{ text: t.plain('submitting:button.signed'), data: encode('signed', [id]) }],
  ];
  if (counts.answered === counts.total && confirmedBy === null) {
    const data = encode('confirmHead', [id, newest]);
    rows.push([{ text: t.plain('submitting:button.confirm'), data, style: 'primary' }]);
  }
  return [...rows, [{ text: t.plain('submitting:button.home'), data: encode('home') }]];
}
