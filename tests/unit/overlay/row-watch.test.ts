// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Hit } from '../../../finder/hits';
import { watchRows, type RowWatch } from '../../../overlay/row-watch';
import { hitIn } from './browser-fakes';

let rows: RowWatch;
let stop: AbortController;
let restructured: ReturnType<typeof vi.fn<() => void>>;
/** What was told to be read again, message by message: the codes, or that all are. */
let told: (string[] | 'all')[];

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = `<table>
    <thead><tr><td></td><th>Status</th><th>Code</th></tr></thead>
    <tbody></tbody>
  </table>`;
  restructured = vi.fn();
  told = [];
  stop = new AbortController();
  rows = watchRows(
    restructured,
    (hits) => told.push(hits?.map(({ code }) => code) ?? 'all'),
    stop.signal,
  );
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

/** A row of the table: its status, and the cell for its codes. */
function addRow(status = 'Failure'): { row: Element; status: Text; cell: Element } {
  const row = document.createElement('tr');
  row.innerHTML = `<td></td><td>${status}</td><td></td>`;
  document.querySelector('tbody')!.append(row);
  const [, first, last] = row.children;
  return { row, status: first!.firstChild as Text, cell: last! };
}

function mark(parent: Element, code: string, pane?: Element): Hit {
  const hit = hitIn(parent, code);
  rows.add(hit, pane);
  return hit;
}

/** Until observers have told what changed. */
const turn = () => vi.advanceTimersByTimeAsync(1);
const later = () => vi.advanceTimersByTimeAsync(1000);

/** A table with two marked rows, at rest. */
async function start() {
  const [one, two] = [addRow(), addRow()];
  const hits = [mark(one.cell, 'AADSTS50126'), mark(two.cell, 'AADSTS53003')] as const;
  await later();
  told = [];
  restructured.mockClear();
  return { one, two, hits };
}

describe('marks are read again', () => {
  it('once for all that changed in their row, and not those of other rows', async () => {
    const { one } = await start();
    one.status.data = 'Interrupted';
    await turn();
    one.status.data = 'Success';
    await later();
    expect(told).toEqual([['AADSTS50126']]);
    expect(restructured).not.toHaveBeenCalled();
  });

  it('in each row that changed', async () => {
    const { one, two } = await start();
    one.status.data = 'Success';
    two.status.data = 'Success';
    await later();
    expect(told).toEqual([['AADSTS50126', 'AADSTS53003']]);
    two.status.data = 'Failure';
    await later();
    expect(told).toEqual([['AADSTS50126', 'AADSTS53003'], ['AADSTS53003']]);
  });

  it('in the row in which a text stands by now', async () => {
    const { one, two } = await start();
    one.status.data = 'Success';
    await later();
    two.row.append(one.status.parentElement!);
    await later();
    told = [];
    one.status.data = 'Interrupted';
    await later();
    expect(told).toEqual([['AADSTS53003']]);
  });

  it('where another mark comes into their row before', async () => {
    const { one } = await start();
    one.status.data = 'Success';
    await turn();
    mark(one.cell, 'AADSTS50053');
    await later();
    expect(told).toEqual([['AADSTS50126', 'AADSTS50053']]);
  });

  it('without one that is gone', async () => {
    const { one, hits } = await start();
    mark(one.cell, 'AADSTS50053');
    rows.remove(hits[0]);
    await later();
    told = [];
    one.status.data = 'Success';
    await later();
    expect(told).toEqual([['AADSTS50053']]);
  });

  it('not where a recycled row was just read for its new mark', async () => {
    const { one, hits } = await start();
    const hit = hitIn(one.cell, 'AADSTS50053');
    one.status.data = 'Success';
    await turn();
    rows.remove(hits[0]);
    rows.add(hit, undefined);
    await later();
    expect(told).toEqual([]);
  });

  it('not after the last of them is gone', async () => {
    const { one, hits } = await start();
    one.status.data = 'Success';
    await turn();
    rows.remove(hits[0]);
    await later();
    expect(told).toEqual([]);
  });

  it('not after the end', async () => {
    const { one, two } = await start();
    one.status.data = 'Success';
    await turn();
    stop.abort();
    two.status.data = 'Success';
    await later();
    expect(told).toEqual([]);
  });
});

describe('all marks are read again, and what was learned of the columns is forgotten', () => {
  const head = () => document.querySelector('thead tr')!;

  it.each<[string, () => void]>([
    ['the name of a head changes', () => (head().lastElementChild!.textContent = 'Result')],
    ['a head comes', () => head().append(document.createElement('th'))],
    ['a head goes', () => head().lastElementChild!.remove()],
    ['a row of heads goes', () => head().remove()],
    ['another cell comes before the heads', () => head().prepend(document.createElement('td'))],
  ])('when %s', async (_, change) => {
    await start();
    change();
    await turn();
    expect(restructured).toHaveBeenCalled();
    await later();
    expect(told).toEqual(['all']);
  });
});

it('a row without a mark that comes or changes lets every other row be', async () => {
  await start();
  const { status } = addRow();
  await later();
  expect(restructured).toHaveBeenCalled();
  status.data = 'Success';
  await later();
  expect(told).toEqual([]);
});

describe('a pane of labels and values', () => {
  async function startPane() {
    const pane = document.createElement('section');
    pane.innerHTML = '<p>Failure</p><div></div><table><tr><td>1</td></tr></table>';
    document.body.append(pane);
    const hit = mark(pane.querySelector('div')!, 'AADSTS50126', pane);
    await later();
    told = [];
    return { hit, status: pane.querySelector('p')!.firstChild as Text, pane };
  }

  it('is read again when it says something else, and no more when its mark is gone', async () => {
    const { hit, status } = await startPane();
    status.data = 'Success';
    await later();
    expect(told).toEqual([['AADSTS50126']]);
    rows.remove(hit);
    status.data = 'Failure';
    await later();
    expect(told).toHaveLength(1);
  });

  it('is read again for what changes behind a list in it', async () => {
    const { status, pane } = await startPane();
    (pane.querySelector('td')!.firstChild as Text).data = '2';
    status.data = 'Success';
    await later();
    expect(told).toEqual([['AADSTS50126']]);
  });
});
