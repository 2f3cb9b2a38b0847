import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode, encode } from '../../../src/chat/callback.ts';
import type { Screen } from '../../../src/chat/screen.ts';
import { type Phone, phoneOf } from '../../support/phone.ts';
import { type Office, openOffice } from '../../support/visit.ts';

/** All that people change, by item. */
async function fieldsOf(office: Office): Promise<unknown> {
  const rows = await office.database.client.answer.findMany({ orderBy: { item: 'asc' } });
  return rows.map(({ revision: _revision, answeredBy: _by, answeredAt: _at, ...fields }) => fields);
}

const newestEvent = (office: Office) =>
  office.database.client.answerEvent.findFirst({ orderBy: { id: 'desc' } });

/** Buttons of the walk itself; others lead out of it. */
function buttons(phone: Phone, screen: Screen): string[] {
  const out = new Set(['check', 'emptyForm', 'languages', 'help', 'home']);
  return screen.rows.flat().flatMap((button) => {
    const action = 'data' in button ? decode(button.data)?.action : undefined;
    const ours = action && !out.has(action) && phone.walk.actions[action];
    return ours && 'data' in button ? [button.data] : [];
  });
}

test('whatever is tapped: nothing is refused, undo restores, and the home page counts what is rated', async () => {
  const office = await openOffice();
  const { assessmentId } = office;
  const phone = phoneOf(office, 'officer');
  let written = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(), { minLength: 5, maxLength: 20 }), async (choices) => {
      await phone.open();
      for (const choice of choices) {
        const there = buttons(phone, phone.screen);
        const data = there[choice % there.length];
        if (data === undefined) {
          await phone.open();
          continue;
        }
        const before = { event: await newestEvent(office), fields: await fieldsOf(office) };
        await phone.press(data);
        expect(phone.last.toast ?? '').toMatch(/^$|^Эч нерсе белгиленген жок/);
        const event = await newestEvent(office);
        if (!event || event.id === before.event?.id) continue;
        written += 1;
        const after = await fieldsOf(office);
        const { item, revision } = event;
        const { screen, screenId } = phone;
        await phone.press(encode('undo', [assessmentId, item, revision]));
        expect(await fieldsOf(office)).toEqual(before.fields);
        await phone.press(encode('undo', [assessmentId, item, revision + 1]));
        expect(await fieldsOf(office)).toEqual(after);
        // Its buttons carry the revision before these two undos.
        if (!screen.text.includes(`<b>${Math.trunc(item / 100)}.${item % 100}`)) {
          phone.messages.set(screenId, screen);
        }
      }
      const answered = await office.database.client.answer.count({
        where: { rating: { not: null } },
      });
      await phone.open();
      expect(phone.screen.text).toContain(`Жооп берилди: ${answered} / 48`);
    }),
    { numRuns: 10 },
  );
  expect(written).toBeGreaterThan(10);
}, 60_000);
