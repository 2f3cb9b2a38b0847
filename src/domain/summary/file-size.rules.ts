const KILO = 1024;

/** A size in bytes as people read it: «340 КБ», «1,5 МБ»; `units` are bytes, kilobytes, megabytes. */
export function fileSize(bytes: number, units: readonly [string, string, string]): string {
  if (bytes < KILO) return `${bytes} ${units[0]}`;
  if (Math.round(bytes / KILO) < KILO) return `${Math.round(bytes / KILO)} ${units[1]}`;
  return `${(bytes / KILO / KILO).toFixed(1).replace('.', ',')} ${units[2]}`;
}
