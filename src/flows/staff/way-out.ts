import type { Button } from '../../chat/screen.ts';
import type { Visit } from '../../chat/visit.ts';
import type { FormArgs } from '../ask/form.ts';
import { button } from './buttons.ts';

/** Out of a question about a person (organisation, number): back to the card. */
export const toCard = ({ t }: Visit, args: FormArgs): Button =>
  button(t, 'staff:button.card', 'staffPerson', Number(args[0]), Number(args[1]));

/** Out of a question about the list (organisation): back to it. */
export const toList = ({ t }: Visit, args: FormArgs): Button =>
  button(t, 'staff:button.back', 'staff', Number(args[0]), 0);
