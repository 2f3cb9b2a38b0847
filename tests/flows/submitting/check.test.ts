import { describe, expect, test } from 'vitest';
import { explainForm } from '../../../src/flows/submitting/doubts.ts';
import { createSubmitting } from '../../../src/flows/submitting/submitting.ts';
import { addReference, answer, answerAll } from '../../support/answered.ts';
import { buttonsOf, everything, press, sendNow } from '../../support/journey.ts';
import { NOW, openOffice, type Who } from '../../support/visit.ts';

const { check } = createSubmitting();
const DAY = 24 * 60 * 60 * 1000;
const NOT_YOURS =
  'Бул баскыч Сизге тиешелүү эмес, эч нерсе өзгөргөн жок. Өз баракчаңызды ачыңыз: /menu.';
const DOUBTFUL = {
  '3.1': { rating: 'partly', planWhat: 'Толуктоо' },
  '3.3': { rating: 'yes', numbers: '31 0' },
  '12.8': { rating: 'yes', numbers: '27 27' },
} as const;

describe('the check', () => {
  test('shows both numbers, the formula, and each doubt while they are few', async () => {
    const office = await openOffice();
    await answerAll(office, DOUBTFUL);
    const { screen } = await press(office, 'officer', 'q.1');
    expect(screen?.text).toBe(
      [
        '<b>Жөнөтүү алдындагы текшерүү</b>',
        'Көк-Жар айыл өкмөтү',
        '',
        'Жооп берилди: 48 / 48',
        'Ооба 47 · жарым-жартылай 1 · жок 0',
        'болгон эмес 0 · тиешеси жок 0',
        'Талаптарга ылайыктык: 99 %',
        '(маалымат үчүн, расмий баа эмес)',
        '',
        'Көңүл буруңуз: 4',
        '• 3.3 – башка жоопко дал келбейт',
        '• 3.3 – документ көрсөтүлгөн эмес',
        '• 12.8 – документ көрсөтүлгөн эмес',
        '• 3.1 – чаранын мөөнөтү жок',
        '<blockquote expandable>Эсептөө тартиби: ооба – 1, жарым-жартылай – ½, жок – 0; «болгон эмес» жана «тиешеси жок» эсепке кирбейт; багыттар боюнча орточо баалардын орточосу.</blockquote>',
      ].join('\n'),
    );
    expect(buttonsOf(screen)).toEqual([
      ['Аларды карап чыгуу → qn.1.0'],
      ['Долбоорду басып чыгаруу (PDF) → dr.1'],
      ['Кол коюлган бетти тиркөө → sg.1'],
      ['Комиссияга жөнөтүү → s.1'],
      ['Кийинчерээк → h'],
    ]);
  });

  test('counts the doubts by kind when they are many', async () => {
    const office = await openOffice();
    await answerAll(office);
    await office.database.client.evidence.deleteMany();
    const { screen } = await press(office, 'officer', 'q.1', { language: 'ru' });
    expect(screen?.text.split('\n').slice(-3, -1)).toEqual([
      'Обратите внимание: 48',
      '• не указан документ – 48: 1.1, 1.2, 2.1, 2.2, 2.3 …',
    ]);
  });

  test('leads to what is unanswered', async () => {
    const office = await openOffice();
    await answer(office, '3.1', { rating: 'yes' });
    const { screen } = await press(office, 'officer', 'q.1');
    expect(screen?.text).toContain('Жооп берилди: 1 / 48');
    expect(screen?.text).toContain('• жооп берилген эмес – 47: 1.1, 1.2, 2.1, 2.2, 2.3 …');
    expect(buttonsOf(screen)[0]).toEqual(['Жооп берилбегенге өтүү → g.1']);
  });

  test('says after the deadline that it will be late, and of nothing counted no score', async () => {
    const office = await openOffice();
    const { screen } = await press(office, 'officer', 'q.1', { now: NOW + 4 * DAY });
    expect(screen?.text).toContain('эсептелген жок: эсепке алынуучу жооп жок.');
    expect(screen?.text.split('\n').at(-1)).toBe(
      'Мөөнөтү 15.01.2026 күнү бүткөн. Азыр да жөнөтсөңүз болот: комиссияга «кечигип келди» деп көрүнөт.',
    );
  });

  test('gives the head his own look: to read and to confirm, not to send', async () => {
    const office = await openOffice();
    await answerAll(office);
    const { screen } = await press(office, 'head', 'q.1');
    expect(screen?.text).toContain('<b>Өзүн-өзү баалоонун долбоору</b>');
    expect(buttonsOf(screen)).toEqual([
      ['Жоопторду окуу → qr.1.0'],
      ['Долбоорду басып чыгаруу (PDF) → dr.1'],
      ['Кол коюлган бетти тиркөө → sg.1'],
      ['Долбоорду ырастоо → ch.1.1c'],
      ['Башкы бет → h'],
    ]);
  });

  test('tells a contributor who goes on from here', async () => {
    const office = await openOffice();
    const { screen } = await press(office, 'contributor', 'q.1');
    expect(screen).toEqual({
      text: 'Сизге ачылган багыттар боюнча жооптор сакталды. Баалоону кадр иши боюнча жооптуу текшерип, комиссияга жөнөтөт.',
      rows: [[{ text: 'Башкы бет', data: 'h' }]],
    });
  });

  test.each<Who | 'stranger'>(['otherOfficer', 'member', 'chair', 'operator', 'stranger'])(
    'shows nothing to the %s, by none of its buttons',
    async (who) => {
      const office = await openOffice();
      await answerAll(office, DOUBTFUL);
      const before = await everything(office);
      for (const data of [
        'q.1',
        'qn.1.0',
        'qe.1.1',
        's.1',
        'ss.1.1c',
        'ch.1.1c',
        'dr.1',
        'ef.1',
        'sg.1',
        'qr.1.0',
        'qr.1.3',
        'qi.1.8d',
        'w.1',
        'ws.1',
        'pr.1.1',
      ]) {
        expect([data, await press(office, who, data)]).toEqual([
          data,
          { toast: NOT_YOURS, alert: true },
        ]);
      }
      expect(await everything(office)).toEqual(before);
    },
  );

  test('asked for by a message of a stranger to it answers with a message', async () => {
    const office = await openOffice();
    expect(await check(await office.visit('otherOfficer'), office.assessmentId)).toEqual({
      note: { text: NOT_YOURS, rows: [] },
    });
  });

  test('of a closed monitoring says so, with the telephone', async () => {
    const office = await openOffice();
    await office.database.client.campaign.updateMany({ data: { closedAt: 1n } });
    expect(await press(office, 'officer', 'q.1')).toEqual({
      toast: 'Мониторинг жабылган, жооптор өзгөртүлбөйт. Суроо болсо: +996 312 00 00 00.',
      alert: true,
    });
  });
});

describe('looking at the doubts', () => {
  test('goes one after another and back to the check, each with its own way to mend it', async () => {
    const office = await openOffice();
    await answerAll(office, DOUBTFUL);
    const seen = [];
    let { screen } = await press(office, 'officer', 'qn.1.0');
    while (screen?.text.startsWith('<b>Көңүл')) {
      seen.push([screen.text.split('\n')[2]?.slice(0, 5), ...buttonsOf(screen).slice(0, -2)]);
      const keep = screen.rows.at(-2)?.[0];
      ({ screen } = await press(office, 'officer', keep && 'data' in keep ? keep.data : ''));
    }
    expect(screen?.text).toContain('Жөнөтүү алдындагы текшерүү');
    const place = office.edition.contradictions.findIndex(
      ({ id }) => id === 'staff-trained-against-actual',
    );
    expect(seen).toEqual([
      [
        '3.3 Б',
        ['Жоопту ачуу → qa.1.8f.ffq', '12.8 › → qa.1.xk.ffq'],
        [`Түшүндүрмө жазуу → qe.1.${place + 1}`],
      ],
      [
        '3.3 Б',
        ['Документ кошуу → qd.1.8f.ndr'],
        ['Жоопту ачуу → qa.1.8f.ndr'],
        ['Түшүндүрмө жазуу → qk.1.8f.ndr'],
      ],
      [
        '12.8 ',
        ['Документ кошуу → qd.1.xk.o2w'],
        ['Жоопту ачуу → qa.1.xk.o2w'],
        ['Түшүндүрмө жазуу → qk.1.xk.o2w'],
      ],
      [
        '3.1 К',
        ['Чараны жазуу → qp.1.8d.12t9'],
        ['Жоопту ачуу → qa.1.8d.12t9'],
        ['Түшүндүрмө жазуу → qk.1.8d.12t9'],
      ],
    ]);
  });

  test('skips what was mended meanwhile', async () => {
    const office = await openOffice();
    await answerAll(office, DOUBTFUL);
    const first = await press(office, 'officer', 'qn.1.0');
    const keep = first.screen?.rows.at(-2)?.[0];
    await addReference(office, '3.3', '№ 1');
    await addReference(office, '12.8', '№ 2');
    const next = await press(office, 'officer', keep && 'data' in keep ? keep.data : '');
    expect(next.screen?.text).toBe(
      [
        '<b>Көңүл буруңуз: 2 / 2</b>',
        '',
        '3.1 Кызматчылардын карьералык өсүүсүнө багытталган чаралардын комплекси барбы?',
        '',
        'Сиздин жооп: жарым-жартылай',
        '',
        'Чаранын мөөнөтү көрсөтүлгөн эмес.',
      ].join('\n'),
    );
  });

  test('a contradiction is explained in one message, which goes into the document', async () => {
    const office = await openOffice();
    await answerAll(office, DOUBTFUL);
    const place = office.edition.contradictions.findIndex(
      ({ id }) => id === 'staff-trained-against-actual',
    );
    const doubt = await press(office, 'officer', 'qn.1.0');
    expect(doubt.screen?.text.split('\n').slice(-4)).toEqual([
      '3.3 жана 12.8-суроолордо кызматчылардын саны ар башка көрсөтүлгөн.',
      '3.3 · Кызматчылардын саны: 31',
      '12.8 · Иш жүзүндөгү сан: 27',
      'Эки жоопту салыштырып, катасын оңдоңуз же себебин жазыңыз.',
    ]);
    const { dialog } = await press(office, 'officer', `qe.1.${place + 1}`);
    expect(dialog).toEqual({ name: explainForm.name, args: [1, place + 1] });
    const visit = await office.visit('officer');
    const asked = await explainForm.ask(visit, [1, place + 1]);
    expect(asked.text).toContain('3.3 жана 12.8-суроолордо');
    expect(asked.text).toContain('Эң көбү 500 белги.');
    const reply = await explainForm.done(visit, [1, place + 1], 'Төртөө <декретте>');
    expect(reply.note?.text).toBe('Түшүндүрмө сакталды.');
    expect(reply.screen?.text).toContain('Көңүл буруңуз: 1 / 3');
    const again = await press(office, 'officer', 'qn.1.0');
    expect(again.screen?.text).toContain('<b>Түшүндүрүлгөн: 1 / 1</b>');
    expect(again.screen?.text).toContain('Сиздин түшүндүрмөңүз: Төртөө &lt;декретте&gt;');
    const { screen } = await press(office, 'officer', 'q.1');
    expect(screen?.text.split('\n').slice(9, -1)).toEqual([
      'Көңүл буруңуз: 3',
      '• 3.3 – документ көрсөтүлгөн эмес',
      '• 12.8 – документ көрсөтүлгөн эмес',
      '• 3.1 – чаранын мөөнөтү жок',
      '',
      'Түшүндүрүлгөн: 1',
      '• 3.3 – башка жоопко дал келбейт',
    ]);
    await sendNow(office);
    const { document } = await office.database.client.submission.findFirstOrThrow();
    expect(JSON.parse(document).contradictions).toMatchObject([
      { id: 'staff-trained-against-actual', explanation: 'Төртөө <декретте>' },
    ]);
    expect(await explainForm.done(visit, [1, place + 1], 'кеч')).toMatchObject({
      note: { text: expect.stringContaining('Баалоо комиссияга жөнөтүлгөн') },
    });
  });

  test('an explanation of 501 characters is refused with the limit', async () => {
    const office = await openOffice();
    const visit = await office.visit('officer', { language: 'ru' });
    expect(explainForm.read('я'.repeat(500), visit, [1, 1])).toMatchObject({ ok: true });
    const refused = explainForm.read('я'.repeat(501), visit, [1, 1]);
    expect(!refused.ok && refused.error).toContain('501');
    expect(explainForm.read('  ', visit, [1, 1]).ok).toBe(false);
  });

  test('a forged contradiction is nobody’s', async () => {
    const office = await openOffice();
    expect(await press(office, 'officer', 'qe.1.1q')).toEqual({ toast: NOT_YOURS, alert: true });
    const before = await everything(office);
    await explainForm.done(await office.visit('head'), [1, 1], 'текст');
    await explainForm.done(await office.visit('contributor'), [1, 1], 'текст');
    expect(await everything(office)).toEqual(before);
  });
});
