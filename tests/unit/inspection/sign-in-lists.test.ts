// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
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

describe('heads of groups are no sign-ins', () => {
  const HEADS = ['User', 'Status', 'IP address', 'ResultType'];
  const cells = (...values: string[]) =>
    values.map((value, at) => `<div role="gridcell" aria-colindex="${at + 1}">${value}</div>`);
  const row = (attributes: string, ...values: string[]) =>
    `<div role="row" ${attributes}>${cells(...values).join('')}</div>`;
  const users = (...rows: string[]) => {
    document.body.innerHTML = `<div role="treegrid"><div role="row">${HEADS.map((head, at) => `<div role="columnheader" aria-colindex="${at + 1}">${head}</div>`).join('')}</div>${rows.join('')}</div>`;
    return drawnLists(page)[0]?.rows.map(({ cells: read }) => read['signIn.userDisplayName']);
  };
  const alex = ['Alex Wilber', 'Failure', '203.0.113.1', '50126'];
  const adele = ['Adele Vance', 'Failure', '203.0.113.2', '50126'];

  it('in ag-Grid, where rows with details look like them', () => {
    expect(
      users(
        row('row-id="row-group-ResultType-50126" aria-expanded="true"', '', '', '', '50126 (2)'),
        row('row-id="7" class="ag-row-group" aria-expanded="true" aria-level="1"', ...alex),
        row('row-id="detail_7" aria-level="2"', ''),
        row('row-id="8" class="ag-row-group" aria-expanded="false"', ...adele),
      ),
    ).toEqual(['Alex Wilber', '', 'Adele Vance']);
  });

  it('in a list of Fluent UI', () => {
    expect(
      users(
        '<div role="row" class="ms-GroupHeader" aria-expanded="true"><div role="gridcell"></div><div role="gridcell" aria-colspan="4">ResultType: 50126<span>(2)</span></div></div>',
        row('', ...alex),
        row('', ...adele),
      ),
    ).toEqual(['Alex Wilber', 'Adele Vance']);
  });

  it('in a tree, while they are open; a closed one is the sign-in that it shows', () => {
    const tree = (level: number, isOpen?: boolean) =>
      `aria-level="${level}"${isOpen === undefined ? '' : ` aria-expanded="${isOpen}"`}`;
    expect(
      users(
        row(tree(1, true), ...alex),
        row(tree(2), ...alex),
        row(tree(2), ...alex),
        row(tree(1, false), ...adele),
      ),
    ).toEqual(['Alex Wilber', 'Alex Wilber', 'Adele Vance']);
  });
});

it('nothing is read where people sign in, on other sites, and of other tables', () => {
  drawLog();
  expect(signInLists({ ...page, isSignIn: true })).toEqual([]);
  expect(signInLists({ ...page, isMicrosoft: false })).toEqual([]);
  document.body.innerHTML = `<table><thead><tr><th>User</th><th>Application</th><th>IP address</th></tr></thead>
    <tr><td>Alex Wilber</td><td>Teams</td><td>203.0.113.1</td></tr></table>`;
  expect(signInLists(page)).toEqual([]);
});
