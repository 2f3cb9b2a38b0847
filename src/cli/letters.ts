import { officersLetters } from '../domain/access/letters.service.ts';
import { contactPhone, runningCampaignsOf } from '../domain/campaign/service.ts';
import { localDateOf } from '../domain/shared/local-time.ts';
import type { Context } from './context.ts';
import { writeOut } from './file-problem.ts';
import { done, type Outcome } from './outcome.ts';

/** A letter with a fresh link for every organisation without an officer, as one DOCX. */
export async function inviteEverybody(context: Context, out: string): Promise<Outcome> {
  const { work, read, ports, settings } = context;
  const username = await ports.botUsername(settings);
  if (!username.ok) return username;
  // Written before the links are made: a file that cannot be written makes none.
  const writable = await writeOut(out, new Uint8Array());
  if (!writable.ok) return writable;
  const request = await officersLetters(work, {
    botUsername: username.value,
    newToken: () => ports.newToken(),
    localDate: (at) => localDateOf(at, settings.timeZone),
    contactPhone: await contactPhone(read),
    campaignOf: async (orgId) => (await runningCampaignsOf(read, orgId))[0] ?? null,
  });
  const letters = request?.letters ?? [];
  if (request) {
    const paper = await ports.makePaper({ kind: 'letters', format: 'docx', ...request });
    const written = await writeOut(out, paper.bytes);
    if (!written.ok) return written;
  }
  return done(
    { letters: letters.length, out: request ? out : null },
    request
      ? `${letters.length} letters are in ${out}.`
      : 'Every organisation has an officer: no letters are needed.',
  );
}
