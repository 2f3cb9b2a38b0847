import { encode } from '../../chat/callback.ts';
import type { Reply, Visit } from '../../chat/visit.ts';

/** How the bot is used, with the telephone of the person responsible for the monitoring first. */
export async function help({ t, around }: Visit): Promise<Reply> {
  const phone = await around.contactPhone();
  const text = [
    phone === null ? t('general:help.noPhone') : t('general:help.phone', { phone }),
    t('general:help.how'),
    t('general:help.write'),
    t('general:help.commands'),
  ].join('\n\n');
  return {
    screen: { text, rows: [[{ text: t.plain('walk:button.home'), data: encode('home') }]] },
  };
}
