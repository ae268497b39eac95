// @vitest-environment happy-dom
import { h, render } from 'preact';
import { expect, it, vi } from 'vitest';
import { LogRows } from '../../../components/log-rows';
import type { LogRow } from '../../../log/log-row';

vi.mock('../../../components/i18n', () => ({ i18n: { t: (key: string) => key } }));

const headAndCells = (rows: LogRow[]) => {
  const root = document.createElement('div');
  render(h(LogRows, { rows, unit: 'row' }), root);
  return Array.from(root.querySelectorAll('tr'), (row) =>
    Array.from(row.children, (cell) => cell.textContent),
  );
};

it('rows that gather sign-ins say how many, and others have no column for it', () => {
  const rows: LogRow[] = [
    { at: 2, outcome: 'success', signIns: 1200 },
    { at: 3, outcome: 'success' },
  ];
  const outcome = 'log.outcomes.success';
  expect(headAndCells(rows)).toEqual([
    ['log.unit.row', 'log.outcome', 'log.gatheredIn.rows'],
    ['2', outcome, '1,200'],
    ['3', outcome, '1'],
  ]);
  expect(headAndCells(rows.slice(1))).toEqual([
    ['log.unit.row', 'log.outcome'],
    ['3', outcome],
  ]);
});
