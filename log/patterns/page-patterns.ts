import type { RowCells } from '../../facts/row-facts';
import { rowsOfPage } from '../page-rows';
import { findPatterns } from './find-patterns';
import type { FoundPattern } from './found-pattern';
import type { PatternRule } from './pattern-rule';

/** A list of sign-ins as a page shows it. */
interface ShownList {
  /** The cells of its rows, in the order of the page. */
  cells: readonly RowCells[];
  /** Whether the page says that its times are in UTC. */
  isUtc: boolean;
}

/**
 * Looks for patterns across the rows that a page shows.
 *
 * @param list One list of the page. Rows that it has not drawn are unknown.
 * @param rules The rules, compiled from knowledge/rules/patterns.yml.
 * @returns How many of its rows are sign-ins, and what they show, worst first. `rows` of a finding are all of its rows,
 *   by their place in the list from 1; its times are written as the page prints them.
 */
export function patternsInList(
  { cells, isUtc }: ShownList,
  rules: readonly PatternRule[],
): { count: number; patterns: FoundPattern[] } {
  const { rows, isSure } = rowsOfPage(cells);
  const printedAt = new Map(
    rows.flatMap(({ at, time }) =>
      time === undefined ? [] : [[new Date(time).toISOString(), cells[at - 1]!['signIn.time']]],
    ),
  );
  const found = findPatterns(rows, rules, { isUtc: isUtc && isSure, mostRows: Infinity });
  return {
    count: rows.length,
    patterns: found.map((pattern) => {
      const { from, to } = pattern.values;
      const printed = { from: printedAt.get(from ?? ''), to: printedAt.get(to ?? '') };
      return {
        ...pattern,
        values: {
          ...pattern.values,
          ...(printed.from && { from: printed.from }),
          ...(printed.to && { to: printed.to }),
        },
      };
    }),
  };
}
