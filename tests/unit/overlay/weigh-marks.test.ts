// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Hit } from '../../../finder/hits';
import type { PageHandle } from '../../../finder/page-handle';
import type { Explanation, Weight } from '../../../messaging/protocol';
import { weighMarks } from '../../../overlay/weigh-marks';
import { hitIn } from './browser-fakes';

/** What the background knows. */
const WEIGHTS: Record<string, Weight> = {
  AADSTS50058: 'expected',
  AADSTS50126: 'look',
  AADSTS53003: 'look',
  AADSTS50053: 'act',
};

let page: PageHandle | undefined;
let hits: Set<Hit>;
let stop: AbortController;
/** Codes that the background was asked about, message by message. */
let asked: string[][];
let answers: (codes: string[]) => Promise<Record<string, Weight>>;
/** Marks that are painted. */
let painted: Set<Hit>;

const weightsOf = (codes: string[]) =>
  Object.fromEntries(codes.flatMap((code) => (WEIGHTS[code] ? [[code, WEIGHTS[code]]] : [])));

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '';
  page = undefined;
  asked = [];
  answers = async (codes) => weightsOf(codes);
  stop = new AbortController();
  hits = new Set();
  painted = new Set();
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

/** A row of a table with a status and a code, found and painted as the finder and the card's script do. */
function addRow(status: string, code: string): Hit {
  const table = document.querySelector('table') ?? document.createElement('table');
  document.body.append(table);
  const row = document.createElement('tr');
  row.innerHTML = `<td>${status}</td><td></td>`;
  table.append(row);
  return found(hitIn(row.lastElementChild!, code));
}

function found(hit: Hit): Hit {
  hits.add(hit);
  page?.marker?.add(hit);
  return hit;
}

function gone(hit: Hit): void {
  hits.delete(hit);
  page!.marker!.remove(hit);
}

/** Starts with the answer that came with the card. */
async function start({ known = Object.keys(WEIGHTS), isSignIn = false } = {}): Promise<void> {
  page = {
    host: 'entra.microsoft.com',
    isSignIn,
    isMicrosoft: true,
    hits,
    hitsAt: () => [],
    stop,
    explanation: Promise.resolve({ weights: weightsOf(known) } as Explanation),
    send: (async (_: string, { codes }: { codes: string[] }) => {
      asked.push(codes);
      return answers(codes);
    }) as never,
    marker: {
      add: (hit) => void painted.add(hit),
      remove: (hit) => void painted.delete(hit),
    },
  };
  hits.forEach((hit) => painted.add(hit));
  await weighMarks(page);
}

const later = () => vi.advanceTimersByTimeAsync(1000);

describe('the weight of a mark', () => {
  it('is expected in a row of a sign-in that did not fail, and else that of its code', async () => {
    const rows = [
      addRow('Success', 'AADSTS50126'),
      addRow('Interrupted', 'AADSTS50053'),
      addRow('Failure', 'AADSTS50053'),
      addRow('Failure', 'AADSTS50024'),
    ];
    await start();
    expect(rows.map(({ weight }) => weight)).toEqual(['expected', 'expected', 'act', undefined]);
    expect(painted).toEqual(hits);
    const late = addRow('Success', 'AADSTS53003');
    expect(late.weight).toBe('expected');
    expect(painted.has(late)).toBe(true);
  });

  it('follows the status of its row while the code stays', async () => {
    const hit = addRow('Failure', 'AADSTS50126');
    await start();
    const status = document.querySelector('td')!.firstChild as Text;
    status.data = 'Interrupted';
    await later();
    expect(hit.weight).toBe('expected');
    status.data = 'Failure';
    await later();
    expect(hit.weight).toBe('look');
    expect(painted).toEqual(hits);
  });

  it.each([
    ['a row of their own', '<tr><th>Conditional Access</th><th>Sign-in error code</th></tr>'],
    [
      'no row',
      '<caption><i role="columnheader">Result</i><i role="columnheader">Code</i></caption>',
    ],
  ])('follows the heads of a list that stand in %s', async (_, heads) => {
    document.body.innerHTML = `<table>${heads}</table>`;
    const hit = addRow('Success', 'AADSTS50126');
    await start();
    expect(hit.weight).toBe('look');
    document.querySelector('th,i')!.textContent = 'Status';
    await later();
    expect(hit.weight).toBe('expected');
  });

  /** A pane of labels and values, as the details of a sign-in are; and the code in it. */
  function addPane(status: string, code: string): { hit: Hit; pane: Element } {
    const pane = document.createElement('section');
    pane.innerHTML = `<div><span>Status</span><span class="status">${status}</span></div>
      <div><span>Conditional Access</span><span>Success</span></div>
      <div class="own"><span>Sign-in error code</span></div>`;
    document.body.append(pane);
    const row = pane.querySelector('.own')!;
    return { hit: found({ ...hitIn(row, code), row }), pane };
  }

  it('reads a pane once, however many codes stand in it', async () => {
    const walks = vi.spyOn(Document.prototype, 'createTreeWalker');
    const { pane } = addPane('Interrupted', 'AADSTS50126');
    await start();
    const alone = walks.mock.calls.length;
    expect(alone).toBeGreaterThan(0);
    const rows = ['AADSTS53003', 'AADSTS50053', 'AADSTS50024'].map((code) => {
      const row = document.createElement('div');
      row.innerHTML = '<span>Error code</span>';
      pane.append(row);
      return found({ ...hitIn(row, code), row });
    });
    expect(walks.mock.calls.length).toBe(2 * alone);
    expect(rows.map(({ weight }) => weight)).toEqual(['expected', 'expected', 'expected']);
    walks.mockRestore();
  });

  it('is expected in the details of a sign-in that did not fail, and follows its status', async () => {
    const { hit, pane } = addPane('Interrupted', 'AADSTS50126');
    const failed = addPane('Failure', 'AADSTS53003').hit;
    await start();
    expect([hit.weight, failed.weight]).toEqual(['expected', 'look']);
    const status = pane.querySelector('.status')!.firstChild as Text;
    status.data = 'Failure';
    await later();
    expect(hit.weight).toBe('look');
    status.data = 'Success';
    await later();
    expect(hit.weight).toBe('expected');
    expect(painted).toEqual(hits);
  });

  it('waits for the status of a pane that is not drawn yet', async () => {
    const { hit, pane } = addPane('', 'AADSTS50126');
    await start();
    expect(hit.weight).toBe('look');
    pane.querySelector('.status')!.textContent = 'Success';
    await later();
    expect(hit.weight).toBe('expected');
  });

  it('takes no status of several in one part of a page', async () => {
    const { hit, pane } = addPane('Success', 'AADSTS50126');
    pane.insertAdjacentHTML('beforeend', '<div><span>Status</span><span>Success</span></div>');
    await start();
    expect(hit.weight).toBe('look');
  });

  it('does not depend on rows where a person signs in', async () => {
    const hit = addRow('Success', 'AADSTS50126');
    await start({ isSignIn: true });
    expect(hit.weight).toBe('look');
  });

  it('is asked for at once for a code that the first answer lacked, asked for once', async () => {
    const hits = [addRow('Failure', 'AADSTS50053'), addRow('Failure', 'AADSTS50053')];
    await start({ known: [] });
    expect(hits.map(({ weight }) => weight)).toEqual(['act', 'act']);
    addRow('Failure', 'AADSTS50053');
    await later();
    expect(asked.flat()).toEqual(['AADSTS50053']);
  });

  it('comes later for a code that came later, asked for once', async () => {
    await start({ known: [] });
    const hits = [addRow('Failure', 'AADSTS50053'), addRow('Failure', 'AADSTS50053')];
    expect(hits.map(({ weight }) => weight)).toEqual([undefined, undefined]);
    await later();
    expect(hits.map(({ weight }) => weight)).toEqual(['act', 'act']);
    expect(asked.flat()).toEqual(['AADSTS50053']);
  });

  it('stays unknown where the background does not answer, and nothing is thrown', async () => {
    answers = () => Promise.reject(new Error('The worker is gone.'));
    const hit = addRow('Failure', 'AADSTS50053');
    await start({ known: [] });
    await later();
    expect(hit.weight).toBeUndefined();
    expect(painted).toEqual(hits);
  });
});

describe('the background', () => {
  it('is told when other codes need a look than before, and only then', async () => {
    await start();
    asked = [];
    const first = addRow('Failure', 'AADSTS50126');
    await later();
    expect(asked).toEqual([[]]);
    // A row is recycled: the same code goes and comes.
    gone(first);
    const second = addRow('Failure', 'AADSTS50126');
    addRow('Success', 'AADSTS53003');
    addRow('Failure', 'AADSTS50058');
    await later();
    expect(asked).toHaveLength(1);
    gone(second);
    await later();
    expect(asked).toHaveLength(2);
  });

  it('is told of a scroll through many rows four times in a second at most', async () => {
    const codes = Object.keys(WEIGHTS);
    await start();
    for (let at = 0; at < 100; at++) {
      const hit = addRow('Failure', codes[at % codes.length]!);
      await vi.advanceTimersByTimeAsync(20);
      gone(hit);
    }
    // 100 rows in two seconds.
    expect(asked.length).toBeGreaterThan(2);
    expect(asked.length).toBeLessThanOrEqual(9);
  });

  it('is told when the frame goes', async () => {
    addRow('Failure', 'AADSTS50126');
    await start();
    await later();
    const before = asked.length;
    dispatchEvent(new Event('pagehide'));
    expect(asked).toHaveLength(before + 1);
  });
});

it('a frame whose marks are weighed is not weighed twice', async () => {
  addRow('Failure', 'AADSTS50126');
  await start();
  const weighed = page!;
  const { marker } = weighed;
  await weighMarks(weighed);
  expect(weighed.marker).toBe(marker);
});
