import { afterEach, expect, it, vi } from 'vitest';
import type { LogAnswer, LogRequest } from '../../../log/ask';
import { createLogReader } from '../../../messaging/ask-log';
import { makeReport } from '../log/make-report';

/** Workers that were started, in order. */
let workers: FakeWorker[] = [];

/** A worker whose answers the test gives. */
class FakeWorker extends EventTarget {
  asked: LogRequest[] = [];
  isEnded = false;

  constructor(readonly url: string) {
    super();
    workers.push(this);
  }

  postMessage(request: LogRequest): void {
    this.asked.push(request);
  }

  terminate(): void {
    this.isEnded = true;
  }

  answer(answer: LogAnswer): void {
    this.dispatchEvent(new MessageEvent('message', { data: answer }));
  }
}

vi.stubGlobal('Worker', FakeWorker);
afterEach(() => {
  workers = [];
});

const report = makeReport();
const progress = { bytes: 1, ofBytes: 2, rows: 3 };

it('a log is read in a worker that tells how far it is', async () => {
  const told = vi.fn();
  const reading = createLogReader('/log.js').read('text', told);
  const [worker] = workers;
  const { id } = worker!.asked[0]!;
  worker!.answer({ kind: 'progress', id, progress });
  worker!.answer({ kind: 'report', id, report });
  expect(await reading).toEqual({ report });
  expect(told).toHaveBeenCalledExactlyOnceWith(progress);
});

it('a text without a log says why', async () => {
  const reading = createLogReader('/log.js').read('text', vi.fn());
  workers[0]!.answer({ kind: 'none', id: workers[0]!.asked[0]!.id, why: 'no log' });
  expect(await reading).toEqual({ why: 'no log' });
});

it('cancel ends the worker, and what was read is asked no more', async () => {
  const reader = createLogReader('/log.js');
  const reading = reader.read('text', vi.fn());
  reader.cancel();
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  expect(workers[0]!.isEnded).toBe(true);
  await expect(reader.narrow({})).rejects.toThrow('No log is held');
});

it('a second log ends the reading of the first', async () => {
  const reader = createLogReader('/log.js');
  const first = reader.read('one', vi.fn());
  const second = reader.read('two', vi.fn());
  await expect(first).rejects.toMatchObject({ name: 'AbortError' });
  expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false]);
  const { id } = workers[1]!.asked[0]!;
  workers[1]!.answer({ kind: 'report', id, report });
  expect(await second).toEqual({ report });
});

it('a worker that fails or cannot be started says so, and the next log gets another', async () => {
  const reader = createLogReader('/log.js');
  const failing = reader.read('one', vi.fn());
  workers[0]!.answer({ kind: 'failed', id: workers[0]!.asked[0]!.id });
  await expect(failing).rejects.toThrow('could not be explained');
  const missing = reader.read('two', vi.fn());
  workers[1]!.dispatchEvent(new Event('error'));
  await expect(missing).rejects.toThrow('/log.js could not be started');
  void reader.read('three', vi.fn()).catch(() => undefined);
  expect(workers).toHaveLength(3);
});

it('rows and narrowed reports are asked of the worker that holds the log', async () => {
  const reader = createLogReader('/log.js');
  const reading = reader.read('one', vi.fn());
  const [worker] = workers;
  worker!.answer({ kind: 'report', id: worker!.asked[0]!.id, report });
  await reading;
  const rows = reader.rows({ weight: 'act' }, 10, 5);
  const narrow = reader.narrow({ code: 'AADSTS50126' });
  const [, asked, also] = worker!.asked;
  expect(asked).toMatchObject({ kind: 'rows', filter: { weight: 'act' }, from: 10, count: 5 });
  // Answers may come in any order.
  worker!.answer({ kind: 'report', id: also!.id, report });
  worker!.answer({ kind: 'rows', id: asked!.id, rows: [], total: 99 });
  expect(await rows).toEqual({ rows: [], total: 99 });
  expect(await narrow).toBe(report);
});
