/** Typed where a step may be left out. */
export const isDash = (text: string): boolean => /^[-–—]$/.test(text.trim());
