import type { PasteReading } from '../diagnosis/read-paste';
import type { ReadAnswer, ReadRequest } from './read-worker';

/** From this length on, a text that nobody waits for any more is not read to its end, in UTF-16 units. */
const LONG = 300_000;

/** A shorter one takes far less, behind a long one, too: a worker that has not answered for so long never will, in milliseconds. */
const PATIENCE = 30_000;

/** Who waits for what is read of a text. */
interface Waiting {
  text: string;
  take: (reading: PasteReading) => void;
  fail: (error: Error) => void;
}

/**
 * A reader of pasted texts in a worker of its own, started with the first text.
 *
 * @param url Address of the worker's script.
 * @returns Reads a text. Rejects where the script cannot be loaded or fails, and with an `AbortError` where a long text
 * or one that took far too long was given up.
 */
export function createReader(
  url: string,
): (text: string, signal?: AbortSignal) => Promise<PasteReading> {
  let worker: Worker | undefined;
  let last = 0;
  /** In the order in which they were asked. */
  const waiting = new Map<number, Waiting>();

  function startWorker(): Worker {
    const mine = new Worker(url);
    mine.addEventListener('message', ({ data }: MessageEvent<ReadAnswer>) => {
      // What an ended worker still had to say is read anew by the next one.
      if (worker !== mine) return;
      const one = waiting.get(data.id);
      waiting.delete(data.id);
      if (data.reading) return one?.take(data.reading);
      one?.fail(new Error('The text could not be read.'));
      // What it reads by may have been missing this once.
      restart();
    });
    mine.addEventListener('error', () => {
      if (worker !== mine) return;
      // A worker that could not start is started anew with the next text. One that failed later still runs.
      mine.terminate();
      worker = undefined;
      for (const { fail } of waiting.values())
        fail(new Error(`The script ${url} could not be started.`));
      waiting.clear();
    });
    return mine;
  }

  function post(id: number, text: string): void {
    worker ??= startWorker();
    worker.postMessage({ id, text } satisfies ReadRequest);
  }

  /** Ends the worker; another one reads what is still waited for. */
  function restart(): void {
    worker?.terminate();
    worker = undefined;
    for (const [id, { text }] of waiting) post(id, text);
  }

  return (text, signal) => {
    const id = ++last;
    return new Promise((take, fail) => {
      const since = performance.now();
      waiting.set(id, { text, take, fail });
      post(id, text);
      signal?.addEventListener('abort', () => {
        const isShort = text.length < LONG && performance.now() - since < PATIENCE;
        if (isShort || !waiting.delete(id)) return;
        fail(new DOMException('The text was given up.', 'AbortError'));
        restart();
      });
    });
  };
}
