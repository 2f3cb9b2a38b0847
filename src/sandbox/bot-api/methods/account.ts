import { renderBot } from '../../world/render.ts';
import type { Context } from '../method.ts';
import { refusal } from '../refusal.ts';

/** A bot may not move between servers so soon after its start (core.telegram.org/bots/api, close). */
const CLOSE_AFTER_MS = 10 * 60_000;

export const account = {
  getMe: ({ state }: Context) => ({
    ...renderBot(state),
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  }),

  logOut: ({ state }: Context) => {
    state.loggedOut = true;
    return true;
  },

  close: ({ state }: Context) => {
    const wait = state.launchedAt + CLOSE_AFTER_MS - state.options.now();
    if (wait > 0) {
      const seconds = Math.ceil(wait / 1000);
      throw refusal(429, `retry after ${seconds}`, { retry_after: seconds });
    }
    state.launchedAt = state.options.now();
    return true;
  },
};
