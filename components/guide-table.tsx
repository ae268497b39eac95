import { useMemo, useState } from 'preact/hooks';
import type { Sentence } from '../lookup/entry';
import { i18n } from './i18n';
import { Words } from './words';

/** From this many rows on a table can be sorted. */
const WORTH_SORTING = 6;

interface Props {
  head: Sentence[];
  rows: Sentence[][];
}

/** The plain words of a cell, by which it is sorted, and by which a cell names its column in a narrow window. */
function wordsIn(cell: Sentence | undefined): string {
  return (cell ?? [])
    .map((run) => {
      if (typeof run === 'string') return run;
      if ('b' in run) return run.b;
      if ('c' in run) return run.c;
      return 'a' in run ? run.a : '';
    })
    .join('');
}

const collator = new Intl.Collator('en', { numeric: true });

interface Sorting {
  column: number;
  isDescending: boolean;
}

/** Rising, falling, and then the order in which the guide has them. */
function after(last: Sorting | undefined, column: number): Sorting | undefined {
  if (last?.column !== column) return { column, isDescending: false };
  return last.isDescending ? undefined : { column, isDescending: true };
}

/** A table. In a narrow window its rows stand as blocks, and the roles stay what they are. */
export function GuideTable({ head, rows }: Props) {
  const [sorting, setSorting] = useState<Sorting>();
  const sorted = useMemo(() => {
    if (!sorting) return rows;
    const { column, isDescending } = sorting;
    const rising = [...rows].sort((a, b) =>
      collator.compare(wordsIn(a[column]), wordsIn(b[column])),
    );
    return isDescending ? rising.reverse() : rising;
  }, [rows, sorting]);
  const stateOf = (column: number) =>
    sorting?.column !== column ? undefined : sorting.isDescending ? 'descending' : 'ascending';
  return (
    <table role="table">
      <thead role="rowgroup">
        <tr role="row">
          {head.map((cell, column) => (
            <th role="columnheader" scope="col" aria-sort={stateOf(column)}>
              {rows.length < WORTH_SORTING ? (
                <Words of={cell} />
              ) : (
                <button
                  type="button"
                  class="link"
                  title={i18n.t('guide.sort')}
                  onClick={() => setSorting(after(sorting, column))}
                >
                  <Words of={cell} />
                </button>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {sorted.map((row) => (
          <tr role="row">
            {row.map((cell, column) => (
              <td role="cell" data-column={wordsIn(head[column])}>
                <Words of={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
