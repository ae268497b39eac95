import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { LogFilter, LogProgress, LogReport, NoReport } from '../log/report';
import { start } from '../messaging/start';
import type { LogReader } from '../messaging/ask-log';

/** A log that a page was given, and how far it is with it. `of` is the file or text itself. */
export type LogState =
  | { state: 'none' }
  | { state: 'reading'; of: File | string; progress: LogProgress | undefined }
  | { state: 'read'; of: File | string; report: LogReport; isNarrowing: boolean }
  /** There is no report of it. */
  | { state: 'refused'; of: File | string; why: NoReport | 'failed' };

/** The one log of a page. */
export interface OneLog {
  log: LogState;
  /** Reads a log in place of the one before. @returns Its report, or why there is none; undefined where a newer one came. */
  read: (of: File | string) => Promise<LogReport | NoReport | undefined>;
  narrow: (filter: LogFilter) => void;
  /** Stops reading, and forgets the log. */
  cancel: () => void;
  /** Rows of the log that fit a filter. */
  rows: LogReader['rows'];
}

/** Follows the log that a page reads: what stands for a newer one is never overtaken by the answer to an older one. */
export function useLog(reader: LogReader): OneLog {
  const [log, setLog] = useState<LogState>({ state: 'none' });
  const latest = useRef(0);
  const read = useCallback(
    async (of: File | string) => {
      const mine = ++latest.current;
      const say = (next: LogState) => mine === latest.current && setLog(next);
      say({ state: 'reading', of, progress: undefined });
      try {
        const reading = await reader.read(of, (progress) =>
          say({ state: 'reading', of, progress }),
        );
        if (mine !== latest.current) return undefined;
        if ('why' in reading) {
          say({ state: 'refused', of, why: reading.why });
          return reading.why;
        }
        say({ state: 'read', of, report: reading.report, isNarrowing: false });
        return reading.report;
      } catch (error) {
        // Stopped by the reader, or by a newer log.
        if ((error as Error).name !== 'AbortError') say({ state: 'refused', of, why: 'failed' });
      }
      return undefined;
    },
    [reader],
  );
  const narrow = useCallback(
    (filter: LogFilter) => {
      const mine = ++latest.current;
      setLog((now) => (now.state === 'read' ? { ...now, isNarrowing: true } : now));
      start('narrowing a log', async () => {
        const report = await reader.narrow(filter).catch(() => undefined);
        if (mine !== latest.current) return;
        setLog((now) =>
          now.state !== 'read'
            ? now
            : report
              ? { ...now, report, isNarrowing: false }
              : { state: 'refused', of: now.of, why: 'failed' },
        );
      });
    },
    [reader],
  );
  const cancel = useCallback(() => {
    latest.current++;
    reader.cancel();
    setLog({ state: 'none' });
  }, [reader]);
  // The log is held by the worker: it goes with the page that asked.
  useEffect(() => reader.cancel, [reader]);
  return { log, read, narrow, cancel, rows: reader.rows };
}
