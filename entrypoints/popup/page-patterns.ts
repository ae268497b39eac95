import { revealCode } from '../../messaging/tab-codes';
import { readTab } from '../../messaging/read-tab';
import type { PagePattern, PatternPlace } from '../../components/page-pattern';
import type { RowCells } from '../../facts/row-facts';
import type { TabReading } from '../../inspection/tab-reading';
import { patternsInList } from '../../log/patterns/page-patterns';
import type { PatternRule } from '../../log/patterns/pattern-rule';
import { WEIGHTS } from '../../log/weight';
import { packagedOnce } from '../../lookup/load-entries';

/**
 * Looks for patterns across the rows of each list that a tab shows.
 * @param reading What its frames hold.
 * @returns What was found, worst first.
 * @throws Error when the packaged rules are missing or broken.
 */
export async function pagePatterns({ frames }: TabReading): Promise<PagePattern[]> {
  const rules = await packagedOnce<PatternRule[]>('patterns.json');
  const all = frames.flatMap(({ frameId, lists = [] }) =>
    lists.flatMap(({ rows, isUtc }) => {
      const { count, patterns } = patternsInList(
        { cells: rows.map(({ cells }) => cells), isUtc },
        rules,
      );
      return patterns.map((found): PagePattern => ({
        found,
        count,
        places: found.rows.flatMap(({ at }) => {
          const { cells, mark } = rows[at - 1]!;
          return mark ? [{ frameId, code: mark.code, cells }] : [];
        }),
      }));
    }),
  );
  return all.sort((a, b) => WEIGHTS.indexOf(a.found.weight) - WEIGHTS.indexOf(b.found.weight));
}

const isSame = (one: RowCells, other: RowCells) => JSON.stringify(one) === JSON.stringify(other);

/**
 * Shows a row of a pattern on the page, wherever it stands by now.
 * @returns False where the page no longer draws it.
 */
export async function showRow(tabId: number, place: PatternPlace): Promise<boolean> {
  const { frames } = await readTab(tabId);
  const frame = frames.find(({ frameId }) => frameId === place.frameId);
  const row = frame?.lists
    ?.flatMap(({ rows }) => rows)
    .find(({ cells, mark }) => mark && isSame(cells, place.cells));
  return row ? revealCode(tabId, row.mark!.code, { ...place, at: row.mark!.at }) : false;
}
