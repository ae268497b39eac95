import type { LogAnswer, LogRequest } from '../log/ask';
import type { LogRow } from '../log/log-row';
import type { LogFilter, LogProgress, LogReport, NoReport } from '../log/report';

/** A log that was read, or why there is none. */
type LogReading = { report: LogReport } | { why: NoReport };

/** A log in a worker of its own. */
export interface LogReader {
  /**
   * Reads a log and forgets the one before.
   *
   * @param log A file, or a text that was pasted.
   * @param onProgress Called at most ten times a second.
   * @returns The report. Rejects with an `AbortError` after `cancel`, with an `Error` where the worker cannot be started
   * or fails.
   */
  read: (log: File | string, onProgress: (progress: LogProgress) => void) => Promise<LogReading>;
  /**
   * The report of the rows that fit a filter; an empty one gives the whole report again. Rejects where no log is held.
   */
  narrow: (filter: LogFilter) => Promise<LogReport>;
  /**
   * Rows that fit a filter, by time.
   *
   * @param from How many are left out at the start.
   * @param count How many are wanted; an answer has 1,000 at most.
   * @returns These rows, and how many fit in all.
   */
  rows: (
    filter: LogFilter,
    from: number,
    count: number,
  ) => Promise<{ rows: LogRow[]; total: number }>;
  /** Ends the worker, and with it the reading and the log held. The next `read` starts another. */
  cancel: () => void;
}

/** A request without its number. */
type Asked = LogRequest extends infer One ? (One extends unknown ? Omit<One, 'id'> : never) : never;

/** Who waits for an answer. */
interface Waiting {
  take: (answer: LogAnswer) => void;
  fail: (error: Error) => void;
}

/**
 * A reader of logs, whose worker is started with the first one.
 *
 * @param url Address of the worker's script.
 */
export function createLogReader(url: string): LogReader {
  let worker: Worker | undefined;
  let last = 0;
  const waiting = new Map<number, Waiting>();

  function end(error: Error): void {
    worker?.terminate();
    worker = undefined;
    for (const { fail } of waiting.values()) fail(error);
    waiting.clear();
  }

  function startWorker(): Worker {
    const mine = new Worker(url);
    mine.addEventListener('message', ({ data }: MessageEvent<LogAnswer>) => {
      const one = waiting.get(data.id);
      if (data.kind !== 'progress') waiting.delete(data.id);
      if (data.kind === 'failed') one?.fail(new Error('The log could not be explained.'));
      else one?.take(data);
    });
    mine.addEventListener('error', () => {
      if (worker === mine) end(new Error(`The script ${url} could not be started.`));
    });
    return mine;
  }

  function ask<Result>(
    request: Asked,
    read: (answer: LogAnswer) => Result | undefined,
  ): Promise<Result> {
    if (!worker) return Promise.reject(new Error('No log is held.'));
    const mine = worker;
    const id = ++last;
    return new Promise((resolve, fail) => {
      const take = (answer: LogAnswer) => {
        const result = read(answer);
        if (result !== undefined) resolve(result);
      };
      waiting.set(id, { take, fail });
      mine.postMessage({ ...request, id } satisfies LogRequest);
    });
  }

  const cancel = () => end(new DOMException('The reading was canceled.', 'AbortError'));

  return {
    read(log, onProgress) {
      // A worker that is in the middle of a log would finish it first.
      cancel();
      worker = startWorker();
      const fileName = typeof log === 'string' ? undefined : log.name;
      return ask<LogReading>(
        { kind: 'read', log, ...(fileName && { fileName }) },
        (answer): LogReading | undefined => {
          if (answer.kind === 'progress') onProgress(answer.progress);
          if (answer.kind === 'report') return { report: answer.report };
          return answer.kind === 'none' ? { why: answer.why } : undefined;
        },
      );
    },
    narrow: (filter) =>
      ask({ kind: 'narrow', filter }, (answer) =>
        answer.kind === 'report' ? answer.report : undefined,
      ),
    rows: (filter, from, count) =>
      ask({ kind: 'rows', filter, from, count }, (answer) =>
        answer.kind === 'rows' ? { rows: answer.rows, total: answer.total } : undefined,
      ),
    cancel,
  };
}
