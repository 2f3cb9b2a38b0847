/** Text of SQL with a ? for each value: what a search is put together from, without Prisma's client. */
export interface Sql {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** Values become parameters; other pieces of SQL are set in. */
export function sql(strings: TemplateStringsArray, ...parts: (Sql | string | number)[]): Sql {
  let text = strings[0] ?? '';
  const values: (string | number)[] = [];
  for (const [n, part] of parts.entries()) {
    const isSql = typeof part === 'object';
    text += (isSql ? part.sql : '?') + (strings[n + 1] ?? '');
    if (isSql) values.push(...part.values);
    else values.push(part);
  }
  return { sql: text, values };
}

/** A word of SQL as it stands: never anything typed by anybody. */
export const raw = (text: string): Sql => ({ sql: text, values: [] });

export const joined = (parts: readonly Sql[], between: string): Sql => ({
  sql: parts.map((part) => part.sql).join(between),
  values: parts.flatMap(({ values }) => values),
});

export const listed = (values: readonly (string | number)[]): Sql => ({
  sql: values.map(() => '?').join(', '),
  values,
});

/** As the tag $queryRaw takes it: `reader.$queryRaw(...tagged(query))`. */
export function tagged({ sql: text, values }: Sql): [TemplateStringsArray, ...(string | number)[]] {
  const strings = text.split('?');
  return [Object.assign(strings, { raw: strings }), ...values];
}
