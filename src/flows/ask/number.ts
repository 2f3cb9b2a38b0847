/**
 * Whole numbers as they are typed: "27 26", "27, 26", "27/26", one a line. null: something else is in
 * it (a word, a minus, a fraction), because a guess would be stored as an answer.
 */
export function parseNumbers(text: string): number[] | null {
  const parts = text.trim().split(/(?:\s*[,;/]\s*|\s+)/);
  return parts.every((part) => /^\d{1,9}$/.test(part)) ? parts.map(Number) : null;
}
