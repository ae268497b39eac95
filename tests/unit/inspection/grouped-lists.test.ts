// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { runsOf } from '../../../finder/changes';
import { createPageCodes } from '../../../finder/page-codes';
import { foundCodes } from '../../../inspection/found-codes';
import { groupCodes } from '../../../inspection/page-codes';
import { drawnLists } from '../../../inspection/sign-in-lists';
import { createRowStatus } from '../../../overlay/row-status';
import { runAll } from '../finder/steps';

const SURFACES = join(import.meta.dirname, '..', '..', 'fixtures', 'surfaces');

type Draw = (root: Element) => void;
declare const drawGroupedResults: Draw;
declare const drawGroupedSignIns: Draw;

beforeAll(() => {
  for (const script of ['details-list.js', 'grouped-lists.js'])
    runInThisContext(readFileSync(join(SURFACES, script), 'utf8'));
});

beforeEach(() => {
  document.body.innerHTML = '';
});

/** What a frame holds after a list was drawn into it. */
function draw(list: Draw) {
  list(document.body);
  const codes = createPageCodes(
    { bareNumbers: true, isKnownHresult: () => false },
    () => {},
    () => {},
  );
  runAll(codes.read(runsOf(new Set([document.body])), []));
  return { hits: codes.hits, hitsAt: codes.at, isSignIn: false, isMicrosoft: true };
}

it('results in groups of Fluent UI: heads are marked, rows are counted', () => {
  const page = draw(drawGroupedResults);
  expect([...page.hits].map(({ spelling }) => spelling).sort()).toEqual([
    ...Array<string>(4).fill('50126'),
    ...Array<string>(4).fill('53003'),
  ]);
  const counted = groupCodes([{ frameId: 0, codes: foundCodes(page) }]);
  expect(counted.map(({ code, places }) => [code, places.length])).toEqual([
    ['AADSTS50126', 3],
    ['AADSTS53003', 3],
  ]);
  expect(counted[0]!.first).toBe('11/20/2026, 1:00:10.120 AM');
  expect(drawnLists(page).map(({ rows }) => rows.length)).toEqual([9]);
});

it('the head of a group says nothing of a sign-in, and does not hide the status of the rows', () => {
  const named = (at: number) => document.querySelectorAll('[data-automation-key=ResultType]')[at]!;
  draw(drawGroupedResults);
  document.querySelector('[data-item-key=Identity] span')!.textContent = 'Status';
  for (const cell of document.querySelectorAll('[data-automation-key=Identity]'))
    cell.textContent = 'Success';
  const status = createRowStatus();
  const heads = [...document.querySelectorAll('.ms-GroupHeader-title span')];
  expect(heads.map((head) => status.isFine(head))).toEqual(heads.map(() => false));
  expect(status.isFine(named(0))).toBe(true);
});

it('grouped sign-ins: nothing is marked, and of an open group its sign-ins are counted', () => {
  const page = draw(drawGroupedSignIns);
  expect([...page.hits]).toEqual([]);
  const [list] = drawnLists(page);
  const users = list!.rows.map(({ cells }) => cells['signIn.userDisplayName']);
  expect(users).toEqual([
    'Adele Vance',
    'Alex Wilber',
    'Alex Wilber',
    'Alex Wilber',
    'Adele Vance',
  ]);
});
