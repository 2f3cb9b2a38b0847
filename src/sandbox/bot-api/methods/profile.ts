import type { State } from '../../world/state.ts';
import type { Context, Method } from '../method.ts';
import { badRequest } from '../refusal.ts';

type Field = 'name' | 'description' | 'short_description';

type Localised = { language_code?: string } & Partial<Record<Field, string>>;

function keyOf(field: Field, { language_code: language = '' }: Localised): string {
  if (language !== '' && !/^[a-z]{2}$/.test(language)) {
    throw badRequest('Invalid language code specified');
  }
  return `${field} ${language}`;
}

/** Sets a text in one language; an empty one takes it back. */
function setter(field: Field): Method {
  return ({ state }: Context, call: Localised) => {
    const text = call[field];
    if (text === undefined) state.profile.delete(keyOf(field, call));
    else state.profile.set(keyOf(field, call), text);
    return true;
  };
}

/** The text of that language, or that of none. */
function getter(field: Field, fallback: (state: State) => string): Method {
  return ({ state }: Context, call: Localised) => ({
    [field]:
      state.profile.get(keyOf(field, call)) ??
      state.profile.get(keyOf(field, {})) ??
      fallback(state),
  });
}

export const profile = {
  setMyName: setter('name'),
  getMyName: getter('name', (state) => state.options.bot.first_name),
  setMyDescription: setter('description'),
  getMyDescription: getter('description', () => ''),
  setMyShortDescription: setter('short_description'),
  getMyShortDescription: getter('short_description', () => ''),
};
