import { type Table, TableCell, TableRow } from 'docx';
import type { Pair } from '../../domain/summary/report.model.ts';
import { PAIR_PERCENT } from '../page.ts';
import { fixedTable, UNDERLINED } from './table.ts';
import { paragraphOf } from './text.ts';

/** The head of a paper: labels and values; an empty value is a line to fill in by hand. */
export const pairsTable = (rows: readonly Pair[]): Table =>
  fixedTable(
    PAIR_PERCENT,
    rows.map(
      ({ label, value }) =>
        new TableRow({
          cantSplit: true,
          children: [
            new TableCell({ children: [paragraphOf('HeadLabel', `${label}:`)] }),
            new TableCell({
              ...(value.length === 0 ? { borders: UNDERLINED } : {}),
              children: (value.length === 0 ? [''] : value).map((line) =>
                paragraphOf('HeadValue', line),
              ),
            }),
          ],
        }),
    ),
    false,
  );
