import { expect, it } from 'vitest';
import type { LogAnswer, LogRequest } from '../../../log/ask';
import { createLogHolder } from '../../../log/log-holder';
import { logAnalyticsCsv, portalCsv } from '../../fixtures/log/formats';
import { OFFICES, ordinary, signIn, userOf } from '../../fixtures/log/sign-ins';
import { shippedRules } from './reading';

const SPRAY = Array.from({ length: 9 }, (_, at) =>
  signIn({ minute: at, user: userOf(70 + at), code: 50126, ...OFFICES.unknown }),
);

/** A holder, and all that it answers to one request. */
function hold(more: { pieceBytes?: number } = {}) {
  let time = 0;
  const holder = createLogHolder({
    rules: shippedRules(),
    severities: new Map([['AADSTS50126', 'medium']]),
    clock: () => (time += 40),
    ...more,
  });
  const ask = async (request: LogRequest) => {
    const answers: LogAnswer[] = [];
    await holder.answer(request, (answer) => answers.push(answer));
    return answers;
  };
  const read = (log: string) => ask({ kind: 'read', id: 1, log, fileName: 'log.csv' });
  return { ask, read };
}

it('a log is answered with progress, then a report with its patterns', async () => {
  const { read } = hold();
  const answers = await read(portalCsv([...SPRAY, ...ordinary(100)]));
  expect(answers[0]).toMatchObject({ kind: 'progress', progress: { rows: expect.any(Number) } });
  expect(answers.at(-1)).toMatchObject({
    kind: 'report',
    id: 1,
    report: {
      fileName: 'log.csv',
      patterns: [{ pattern: 'spray' }],
      codes: [{ code: 'AADSTS50126', severity: 'medium' }, {}, {}, {}],
    },
  });
});

it('progress is told at most once in a tenth of a second', async () => {
  const log = logAnalyticsCsv(ordinary(300));
  const size = new Blob([log]).size;
  const answers = await hold({ pieceBytes: Math.ceil(size / 7) }).read(log);
  const progress = answers.filter(({ kind }) => kind === 'progress');
  // The clock of this test goes on by 40 ms with each look at it.
  expect(progress.length).toBeGreaterThan(0);
  expect(progress.length).toBeLessThan(4);
});

it('a narrowed report keeps the patterns of the whole log that its rows are part of, and an empty filter gives all again', async () => {
  const { ask, read } = hold();
  await read(portalCsv([...SPRAY, ...ordinary(100)]));
  const [narrow] = await ask({ kind: 'narrow', id: 2, filter: { user: userOf(70) } });
  expect(narrow).toMatchObject({
    id: 2,
    report: { total: 1, patterns: [{ pattern: 'spray' }], filter: { user: userOf(70) } },
  });
  const [other] = await ask({ kind: 'narrow', id: 4, filter: { user: userOf(1) } });
  expect(other).toMatchObject({ report: { total: expect.any(Number), patterns: [] } });
  const [whole] = await ask({ kind: 'narrow', id: 3, filter: {} });
  expect(whole).toHaveProperty('report.patterns.length', 1);
  expect(whole).toHaveProperty('report.total', expect.any(Number));
  expect(whole).not.toHaveProperty('report.filter');
});

it('rows come by time, a page of them at once', async () => {
  const { ask, read } = hold();
  await read(portalCsv([...SPRAY].reverse()));
  const filter = { code: 'AADSTS50126' };
  const [page] = await ask({ kind: 'rows', id: 2, filter, from: 2, count: 3 });
  expect(page).toMatchObject({
    total: 9,
    rows: [{ user: userOf(72) }, { user: userOf(73) }, { user: userOf(74) }],
  });
});

it('what is no log is said, and forgets the log before', async () => {
  const { ask, read } = hold();
  await read(portalCsv(SPRAY));
  expect(await read('a shopping list')).toEqual([
    expect.objectContaining({ kind: 'progress' }),
    { kind: 'none', id: 1, why: 'no log' },
  ]);
  await expect(ask({ kind: 'narrow', id: 2, filter: {} })).rejects.toThrow('No log was read');
});
