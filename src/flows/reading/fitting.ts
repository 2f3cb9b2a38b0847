/** A button in a full row shows about so many characters on a small phone. */
export const BUTTON_ROOM = 32;

/** Two by two: each of a pair has a half row, of about half that room. */
export function inPairs<T>(buttons: readonly T[]): T[][] {
  const rows: T[][] = [];
  for (let at = 0; at < buttons.length; at += 2) rows.push(buttons.slice(at, at + 2));
  return rows;
}

/** Cut to `room` characters, with an ellipsis where something was left out. */
export function shortened(text: string, room: number): string {
  const characters = [...text];
  return characters.length <= room
    ? text
    : `${characters
        .slice(0, room - 1)
        .join('')
        .trimEnd()}…`;
}

/** The usual abbreviations of an айыл өкмөтү, so that its own name fits on a button. */
export const shortName = (name: string): string =>
  name.replace(/айыл өкмөтү/giu, 'АӨ').replace(/айыл(ный)? (окмоту|окмот|аймак)/giu, 'АО');

/** Length of Telegram HTML as Telegram counts it: after parsing, in UTF-16 units. */
export const visibleLength = (html: string): number =>
  html.replace(/<[^>]*>/g, '').replace(/&[a-z]+;/g, ' ').length;
