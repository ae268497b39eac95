// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { createRowStatus, type RowStatus } from '../../../overlay/row-status';

let status: RowStatus;

beforeEach(() => {
  status = createRowStatus();
});

const cell = (text: string, key = '') =>
  `<div role="gridcell"${key && ` data-automation-key="${key}"`}><span>${text}</span></div>`;

/** A list with heads, as Fluent draws one; keys tie cells to heads where cells have them. */
function draw(heads: string[], rows: string[][], hasKeys = false): void {
  const key = (at: number) => (hasKeys ? `column${at}` : '');
  document.body.innerHTML = `<div role="grid"><div role="row">${heads
    .map((head, at) => `<div role="columnheader" data-item-key="column${at}">${head}</div>`)
    .join('')}</div>${rows
    .map((row) => `<div role="row">${row.map((one, at) => cell(one, key(at))).join('')}</div>`)
    .join('')}</div>`;
}

/** Whether the rows of codes are fine, by the text of the cell that holds them. */
function fine(...codes: string[]): boolean[] {
  return codes.map((code) => {
    const span = [...document.querySelectorAll('span')].find((one) => one.textContent === code)!;
    return status.isFine(span);
  });
}

describe('a row of a list', () => {
  it.each([false, true])('is fine by its status and by no other cell (keys: %s)', (hasKeys) => {
    draw(
      ['Status', 'Conditional Access', 'Sign-in error code'],
      [
        ['Interrupted', 'Not Applied', '50140'],
        ['Success', 'Failure', '50125'],
        ['Failure', 'Success', '53003'],
        ['Pending', 'Success', '50126'],
      ],
      hasKeys,
    );
    expect(fine('50140', '50125', '53003', '50126')).toEqual([true, true, false, false]);
  });

  it('is read in other languages', () => {
    draw(
      ['Datum', 'Status', 'Anmeldefehlercode'],
      [
        ['9/1', 'Unterbrochen', '50140'],
        ['9/1', 'Fehler', '53003'],
      ],
    );
    expect(fine('50140', '53003')).toEqual([true, false]);
  });

  it('is not fine where the column of the status is not shown', () => {
    draw(['Conditional Access', 'Sign-in error code'], [['Success', '53003']]);
    expect(fine('53003')).toEqual([false]);
  });

  it('is read by its own cells where they stand in another order than those of the row before', () => {
    draw(
      ['Status', 'Conditional Access', 'Sign-in error code'],
      [
        ['Failure', 'Success', '53003'],
        ['Success', 'Failure', '50125'],
      ],
      true,
    );
    expect(fine('53003')).toEqual([false]);
    const row = document.querySelector('[role=row]:last-child')!;
    row.append(row.firstElementChild!);
    expect(fine('50125')).toEqual([true]);
  });

  it('is followed when the columns change', () => {
    draw(['Status', 'Sign-in error code'], [['Success', '50125']]);
    expect(fine('50125')).toEqual([true]);
    draw(['Sign-in error code', 'Status'], [['50125', 'Interrupted']]);
    status.forget();
    expect(fine('50125')).toEqual([true]);
    draw(['Sign-in error code', 'Conditional Access'], [['50125', 'Success']]);
    status.forget();
    expect(fine('50125')).toEqual([false]);
  });
});

describe('a row of a table without heads', () => {
  const table = (...cells: string[]) => {
    document.body.innerHTML = `<table><tr>${cells.map((one) => `<td><span>${one}</span></td>`).join('')}</tr></table>`;
  };

  it('is fine where the cell beside says exactly that word', () => {
    table('user@contoso.com', 'Success', '50125');
    expect(fine('50125')).toEqual([true]);
  });

  it.each([
    ['the word stands farther away', ['Success', 'user@contoso.com', '50125']],
    ['there are more words', ['Success or failure', '50125']],
    ['another cell says that it failed', ['Failure', '50125', 'Success']],
  ])('is not where %s', (_, cells) => {
    table(...cells);
    expect(fine('50125')).toEqual([false]);
  });
});

it('what stands in no row is never fine', () => {
  document.body.innerHTML = '<p>Status: Success</p><p><span>50125</span></p>';
  expect(fine('50125')).toEqual([false]);
});

it('the column of the status is looked for once in rows that are alike', () => {
  const others = Array.from({ length: 12 }, (_, at) => `Column ${at}`);
  const rows = Array.from({ length: 100 }, (_, at) => [String(50_000 + at), ...others, 'Success']);
  draw(['Sign-in error code', ...others, 'Status'], rows);
  const { closest } = Element.prototype;
  let steps = 0;
  Element.prototype.closest = function (this: Element, selector: string) {
    steps++;
    return closest.call(this, selector);
  } as typeof closest;
  try {
    for (const span of document.querySelectorAll('[role=gridcell]:first-child span'))
      expect(status.isFine(span)).toBe(true);
  } finally {
    Element.prototype.closest = closest;
  }
  expect(steps).toBeLessThan(100 * 6);
});
