import { beforeEach, expect, it, vi } from 'vitest';
import type { PasteReading } from '../../../diagnosis/read-paste';
import { createReader } from '../../../messaging/ask-reader';
import type { ReadRequest } from '../../../messaging/read-worker';

const NOTHING: PasteReading = { records: [], secrets: [], isCut: false };
const LONG_TEXT = 'AzureAdJoined : YES\n'.repeat(20_000);

/** The workers that were started, each with what it was asked. */
let workers: FakeWorker[];

class FakeWorker extends EventTarget {
  readonly asked: ReadRequest[] = [];
  isEnded = false;
  constructor() {
    super();
    workers.push(this);
  }
  postMessage(request: ReadRequest) {
    this.asked.push(request);
  }
  terminate() {
    this.isEnded = true;
  }
  answer(reading: PasteReading | undefined) {
    const { id } = this.asked.shift()!;
    this.dispatchEvent(new MessageEvent('message', { data: { id, reading } }));
  }
}

beforeEach(() => {
  workers = [];
  vi.stubGlobal('Worker', FakeWorker);
});

const texts = (worker: FakeWorker | undefined) => worker?.asked.map(({ text }) => text);

it('a long text that was given up keeps no newer one waiting', async () => {
  const read = createReader('/read.js');
  const first = new AbortController();
  const givenUp = read(LONG_TEXT, first.signal);
  const second = read('TpmPresent : True');
  first.abort();
  await expect(givenUp).rejects.toMatchObject({ name: 'AbortError' });
  expect(workers[0]!.isEnded).toBe(true);
  expect(texts(workers[1])).toEqual(['TpmPresent : True']);
  workers[1]!.answer(NOTHING);
  expect(await second).toBe(NOTHING);
});

it('what is typed is read by one worker, letter by letter', async () => {
  const read = createReader('/read.js');
  const first = new AbortController();
  const early = read('TpmPresent : Tru', first.signal);
  first.abort();
  const late = read('TpmPresent : True');
  expect(texts(workers[0])).toEqual(['TpmPresent : Tru', 'TpmPresent : True']);
  workers[0]!.answer(NOTHING);
  workers[0]!.answer(NOTHING);
  expect(await Promise.all([early, late])).toEqual([NOTHING, NOTHING]);
  expect(workers).toHaveLength(1);
});

it('a worker that failed is told, and another reads what comes after it', async () => {
  const read = createReader('/read.js');
  const failing = read('TpmPresent : True');
  const next = read('TpmReady : True');
  workers[0]!.answer(undefined);
  await expect(failing).rejects.toThrow('could not be read');
  expect(texts(workers[1])).toEqual(['TpmReady : True']);
  workers[1]!.answer(NOTHING);
  expect(await next).toBe(NOTHING);
});

it('a worker that cannot be started fails all that wait, and is tried again', async () => {
  const read = createReader('/read.js');
  const both = [read('TpmPresent : True'), read('TpmReady : True')];
  workers[0]!.dispatchEvent(new Event('error'));
  for (const one of both) await expect(one).rejects.toThrow('could not be started');
  const again = read('TpmPresent : True');
  workers[1]!.answer(NOTHING);
  expect(await again).toBe(NOTHING);
});

it('a worker that does not answer a short text, either, is not waited for once another text came', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const read = createReader('/read.js');
  const first = new AbortController();
  const lost = read('TpmPresent : Tru', first.signal);
  vi.advanceTimersByTime(60_000);
  const next = read('TpmPresent : True');
  first.abort();
  await expect(lost).rejects.toMatchObject({ name: 'AbortError' });
  workers[1]!.answer(NOTHING);
  expect(await next).toBe(NOTHING);
  vi.useRealTimers();
});

it('what an ended worker still says fails no text of the next one', async () => {
  const read = createReader('/read.js');
  const first = new AbortController();
  const givenUp = read(LONG_TEXT, first.signal);
  const next = read('TpmPresent : True');
  first.abort();
  await expect(givenUp).rejects.toThrow();
  workers[0]!.asked.shift();
  workers[0]!.answer(undefined);
  workers[1]!.answer(NOTHING);
  expect(await next).toBe(NOTHING);
  expect(workers).toHaveLength(2);
});

it('a worker that failed in the middle is ended', async () => {
  const read = createReader('/read.js');
  const failing = read('TpmPresent : True');
  workers[0]!.dispatchEvent(new Event('error'));
  await expect(failing).rejects.toThrow();
  expect(workers[0]!.isEnded).toBe(true);
});
