/** An expected outcome is a value; only mistakes of the programmer are thrown. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });
export const refused = <E>(error: E): { ok: false; error: E } => ({ ok: false, error });
