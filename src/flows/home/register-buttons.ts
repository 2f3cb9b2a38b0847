import { encode } from '../../chat/callback.ts';
import type { Button } from '../../chat/screen.ts';
import type { Visit } from '../../chat/visit.ts';
import { registerScopes } from '../../domain/access/rules.ts';

/**
 * [Кызматчылар] [Эстетмелер] for whoever reads a staff register: of the organisation shown, else of his
 * only one; of several the first asks which. Nobody else has them.
 */
export function registerButtons({ t, actor }: Visit, shown: number | null = null): Button[] {
  const own = [...new Set(registerScopes(actor).map(({ orgId }) => orgId))];
  const orgId = shown ?? (own.length === 1 ? (own[0] ?? null) : null);
  if (own.length === 0 || (orgId !== null && !own.includes(orgId))) return [];
  const text = t.plain('staff:button.staff');
  if (orgId === null) return [{ text, data: encode('staffHome') }];
  return [
    { text, data: encode('staff', [orgId, 0]) },
    { text: t.plain('staff:reminders'), data: encode('reminders', [orgId, 0]) },
  ];
}
