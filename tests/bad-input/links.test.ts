import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { encode } from '../../src/chat/callback.ts';
import { LANGUAGES } from '../../src/domain/shared/language.ts';
import { inviteOfficer, revokeAll } from './filled.ts';
import { join, openScene, PHONE, type Scene, sentences, speak } from './scene.ts';
import { allTables, written } from './tables.ts';

/** Which message is open before somebody is his own business. */
const content = async ({ client }: Scene) => {
  const { OpenCard: _open, ...rest } = await allTables(client);
  return rest;
};

const people = async ({ client }: Scene) =>
  client.role.findMany({ select: { personId: true, kind: true, revokedAt: true } });

const said = (key: Parameters<typeof sentences>[0]) => sentences(key, { phone: PHONE });

test('a wrong, truncated, used, expired or revoked link lets nobody in and says what to do', async () => {
  const scene = await openScene();
  const { town, client } = scene;
  const stranger = town.chat('head');
  await stranger.say('Салам');

  const used = await inviteOfficer(scene);
  await join(town.chat('otherOfficer'), used);
  const revoked = await inviteOfficer(scene);
  await revokeAll(scene);
  const expired = await inviteOfficer(scene);
  await client.invitation.updateMany({
    where: { usedAt: null, revokedAt: null },
    data: { expiresAt: 1n },
  });
  const whole = await inviteOfficer(scene);
  const bad = [
    { token: randomBytes(32).toString('base64url'), words: said('errors:invitation.unknown') },
    { token: whole.slice(0, -1), words: said('errors:invitation.unknown') },
    { token: whole.slice(0, 4), words: said('errors:invitation.unknown') },
    { token: `${whole}A`, words: said('errors:invitation.unknown') },
    { token: '_', words: said('errors:invitation.unknown') },
    { token: used, words: said('errors:invitation.used') },
    { token: expired, words: said('errors:invitation.expired') },
    { token: revoked, words: said('errors:invitation.revoked') },
  ];
  for (const language of LANGUAGES) {
    await speak(stranger, language);
    const before = await content(scene);
    for (const { token, words } of bad) {
      await stranger.start(token);
      expect(stranger.last().text).toBe(words[language]);
    }
    expect(written(before, await content(scene))).toEqual({});
  }
  await stranger.say(`/start ${'к'.repeat(70)}`);
  expect(stranger.last().text).toBe(said('errors:invitation.unknown').en);
  await stranger.say('/start <b>&</b>');
  expect(stranger.last().text).toBe(said('errors:invitation.unknown').en);
  // The whole link still works: none of the attempts used it up.
  await join(stranger, whole);
  expect(await people(scene)).toContainEqual({
    personId: expect.any(Number) as number,
    kind: 'officer',
    revokedAt: null,
  });
}, 30_000);

test('of two who have opened one link, the second is refused when he presses "join"', async () => {
  const scene = await openScene();
  const { town } = scene;
  const [first, second] = [town.chat('head'), town.chat('otherOfficer')];
  const token = await inviteOfficer(scene);
  await second.start(token);
  const data = second.card().keyboard?.inline_keyboard.flat()[0];
  if (!data || !('callback_data' in data)) throw new Error('No button to join');
  await join(first, token);
  const before = await people(scene);
  for (const language of LANGUAGES) {
    await speak(second, language);
    expect(await second.press(String(data.callback_data))).toBe(
      said('errors:invitation.used')[language],
    );
  }
  expect(await people(scene)).toEqual(before);
});

test('the buttons of a link are of no use to who has not opened it', async () => {
  const scene = await openScene();
  const { town, client } = scene;
  const stranger = town.chat('head');
  await stranger.say('Салам');
  await inviteOfficer(scene);
  const { id } = await client.invitation.findFirstOrThrow({ orderBy: { id: 'desc' } });
  const before = await people(scene);
  const foreign = sentences('errors:invitation.foreign');
  for (const language of LANGUAGES) {
    await speak(stranger, language);
    for (const action of ['join', 'refuse'] as const) {
      expect(await stranger.press(encode(action, [id]))).toBe(foreign[language]);
    }
  }
  expect(await people(scene)).toEqual(before);
});

test('whoever writes without a link hears where to ask for one, in his language', async () => {
  const scene = await openScene();
  const { town } = scene;
  const stranger = town.chat('head');
  const words = said('joining:stranger');
  await stranger.say('Салам');
  expect(stranger.last().text).toBe(words.ky);
  for (const language of LANGUAGES) {
    await speak(stranger, language);
    const before = await content(scene);
    for (const text of [
      '/menu',
      '/admin',
      '/review',
      '/assess',
      '/privacy',
      'ооба',
      '№ 45, 12.03.2025',
    ]) {
      await stranger.say(text);
      expect(stranger.last().text).toBe(words[language]);
    }
    expect(written(before, await content(scene))).toEqual({});
  }
});
