import type { Update } from 'grammy/types';

type Take = (updates: readonly Update[]) => Promise<void>;

/**
 * Takes updates in; where they cannot be written (a full disk) they stay with Telegram, which sends
 * them again, and everybody in the batch is told once that nothing was saved. Rejects as `take` does.
 */
export function regretting(
  take: Take,
  tell: (update: Update) => Promise<void>,
  onFailure: (error: unknown) => void,
): Take {
  const told = new Set<number>();
  return async (updates) => {
    try {
      await take(updates);
      told.clear();
    } catch (error) {
      const fresh = updates.filter(({ update_id }) => !told.has(update_id));
      for (const { update_id } of fresh) told.add(update_id);
      await Promise.all(fresh.map((update) => tell(update).catch(onFailure)));
      throw error;
    }
  };
}
