// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import type { Hit } from '../../../finder/hits';
import { drawnLists, signInLists } from '../../../inspection/sign-in-lists';
import { hitIn } from '../overlay/browser-fakes';
import { drawLog } from './draw-log';

const page = { hits: new Set<Hit>(), isSignIn: false, isMicrosoft: true };

beforeEach(() => {
  document.body.innerHTML = '';
  page.hits.clear();
});

it.each(['en', 'de', 'ja'])(
  'a sign-in log in %s is read by its heads, as far as it is drawn',
  (language) => {
    drawLog(`?lang=${language}`);
    const [list, ...others] = signInLists(page);
    expect(others).toEqual([]);
    expect(list!.rows.length).toBe(document.querySelectorAll('.ms-DetailsRow').length);
    expect(list!.rows[1]!.cells).toEqual({
      'signIn.time': '9/2/2026, 2:01:13 AM',
      'signIn.requestId': '00000001-0000-4000-8000-000000050126',
      'signIn.userDisplayName': 'User 50001',
      'signIn.app': 'Azure Portal',
      'signIn.status': 'Failure',
      'signIn.ipAddress': '203.0.113.1',
      'signIn.errorCode': '500121',
    });
    expect(list!.isUtc).toBe(false);
  },
);

it('the mark of a row is known by its place among those of its code', () => {
  drawLog();
  const cells = [...document.querySelectorAll('[data-automation-key=errorCode] span')];
  const coded = cells.filter((cell) => cell.textContent === '53003').slice(0, 2);
  for (const cell of coded) {
    cell.textContent = '';
    page.hits.add(hitIn(cell, '53003'));
  }
  const marks = signInLists(page)[0]!.rows.flatMap(({ mark }) => mark ?? []);
  expect(marks.map(({ at }) => at)).toEqual([0, 1]);
});

it('a row that is drawn in two parts is one', () => {
  const part = (index: number, cells: string) =>
    `<div role="row" row-index="${index}">${cells}</div>`;
  const cell = (at: number, text: string) =>
    `<div role="gridcell" aria-colindex="${at}">${text}</div>`;
  const head = (at: number, text: string) =>
    `<div role="columnheader" aria-colindex="${at}">${text}</div>`;
  document.body.innerHTML = `<div role="grid">
    <div class="ag-header"><div role="row">${head(1, 'TimeGenerated [UTC]')}</div><div role="row">${head(2, 'ResultType')}${head(3, 'IPAddress')}</div></div>
    <div>${part(0, cell(1, '2026-11-14T07:00:00Z'))}${part(1, cell(1, '2026-11-14T07:01:00Z'))}</div>
    <div>${part(0, cell(2, '50126') + cell(3, '203.0.113.1'))}${part(1, cell(2, '0') + cell(3, '203.0.113.2'))}</div></div>`;
  const [list] = drawnLists(page);
  expect(list!.isUtc).toBe(true);
  expect(list!.rows.map(({ cells }) => Object.values(cells))).toEqual([
    ['2026-11-14T07:00:00Z', '50126', '203.0.113.1'],
    ['2026-11-14T07:01:00Z', '0', '203.0.113.2'],
  ]);
  expect(list!.rows.map(({ elements }) => elements.length)).toEqual([2, 2]);
});

it('nothing is read where people sign in, on other sites, and of other tables', () => {
  drawLog();
  expect(signInLists({ ...page, isSignIn: true })).toEqual([]);
  expect(signInLists({ ...page, isMicrosoft: false })).toEqual([]);
  document.body.innerHTML = `<table><thead><tr><th>User</th><th>Application</th><th>IP address</th></tr></thead>
    <tr><td>Alex Wilber</td><td>Teams</td><td>203.0.113.1</td></tr></table>`;
  expect(signInLists(page)).toEqual([]);
});
