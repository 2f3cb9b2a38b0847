import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ACTIONS, type ActionName } from '../../src/chat/actions.ts';
import { DATA_LIMIT, decode, encode } from '../../src/chat/callback.ts';

/**
 * Every form ever shipped, by code. Buttons of last year's messages are still pressed: a line here is
 * never changed or removed, new actions add one.
 */
const SHIPPED = JSON.parse(
  readFileSync(new URL('./callback-forms.json', import.meta.url), 'utf8'),
) as Record<string, { action: string; args: string[] }>;

const names = Object.keys(ACTIONS) as ActionName[];
const formsNow = Object.fromEntries(
  names.map((action) => [ACTIONS[action].code, { action, args: [...ACTIONS[action].args] }]),
);

test('no form ever shipped has changed or vanished', () => {
  const still = Object.fromEntries(Object.keys(SHIPPED).map((code) => [code, formsNow[code]]));
  expect(still).toEqual(SHIPPED);
});

test('every new action stands in callback-forms.json', () => {
  expect(Object.keys(formsNow).filter((code) => !(code in SHIPPED))).toEqual([]);
});

test('no two actions share a code', () => {
  const codes = names.map((name) => ACTIONS[name].code);
  expect(new Set(codes).size).toBe(codes.length);
});

const largest = 2 ** 40;
test.each(names)('%s comes back as it was written, within 64 bytes', (action) => {
  const count = ACTIONS[action].args.length;
  const ids = fc.array(fc.nat({ max: 2 ** 31 - 1 }), { minLength: count, maxLength: count });
  fc.assert(
    fc.property(ids, (args) => {
      const data = encode(action, args);
      expect(Buffer.byteLength(data)).toBeLessThanOrEqual(DATA_LIMIT);
      expect(decode(data)).toEqual({ action, args });
    }),
    { numRuns: 30 },
  );
  const most = Array.from({ length: count }, () => largest);
  expect(decode(encode(action, most))).toEqual({ action, args: most });
});

test.each([
  '',
  '.',
  'c',
  'c.1',
  'c.1.',
  'c..1',
  'c.1.2.3',
  'C.1.2',
  'c.1.A',
  'c.-1.2',
  'c.1.5 ',
  ' c.1.5',
  'c.1.5\n',
  'c.1,5',
  'c.1.5e9999999999',
  'c.zzzzzzzzzzz.1',
  'c.zzzzzzzzzzzzzzzzzzzzzzz.1',
  'qq.1.2',
  'constructor',
  '__proto__',
  'ж.1',
  'c.١.2',
  'c.1.2'.padEnd(65, '0'),
])('forged or truncated data «%s» means nothing', (data) => {
  expect(decode(data)).toBe(null);
});

test('whatever is sent as data, decoding says null or a whole form, and does not throw', () => {
  const whole = (data: string) => {
    const decoded = decode(data);
    return decoded === null || decoded.args.length === ACTIONS[decoded.action].args.length;
  };
  const result = fc.check(fc.property(fc.string({ unit: 'binary', maxLength: 64 }), whole));
  expect(result.counterexample).toBe(null);
});

test.each([[[1]], [[1, 2, 3]], [[1, -2]], [[1, 1.5]], [[1, Number.NaN]], [[1, 2 ** 60]]])(
  'a form with the arguments %j is a mistake of ours and refused',
  (args) => {
    expect(() => encode('card', args)).toThrow(/card/);
  },
);
