import type { PasteReading } from '../diagnosis/read-paste';
import type { ReadAnswer, ReadRequest } from './read-worker';

/**
 * A reader of pasted texts in a worker of its own, started with the first text.
 *
 * @param url Address of the worker's script.
 * @returns Reads a text. Rejects where the script cannot be loaded or fails.
 */
export function createReader(url: string): (text: string) => Promise<PasteReading> {
  let worker: Worker | undefined;
  let last = 0;
  return (text) => {
    worker ??= new Worker(url);
    const mine = worker;
    const id = ++last;
    return new Promise((resolve, reject) => {
      const settled = new AbortController();
      const { signal } = settled;
      mine.addEventListener(
        'message',
        ({ data }: MessageEvent<ReadAnswer>) => {
          if (data.id !== id) return;
          settled.abort();
          if (data.reading) resolve(data.reading);
          else reject(new Error('The text could not be read.'));
        },
        { signal },
      );
      mine.addEventListener(
        'error',
        () => {
          settled.abort();
          // A worker that could not start is started anew with the next text.
          worker = undefined;
          reject(new Error(`The script ${url} could not be started.`));
        },
        { signal },
      );
      mine.postMessage({ id, text } satisfies ReadRequest);
    });
  };
}
