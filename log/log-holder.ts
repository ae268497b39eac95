import type { LogAnswer, LogRequest } from './ask';
import { buildReport } from './build-report';
import { filterRows } from './filter-rows';
import type { LogRow } from './log-row';
import { findPatterns } from './patterns/find-patterns';
import type { FoundPattern } from './patterns/found-pattern';
import type { PatternRule } from './patterns/pattern-rule';
import { readLog, type ReadLog } from './read-log';
import { codeWeights, type Severities } from './weight';

/** Milliseconds between two messages of progress at least. */
const BETWEEN_PROGRESS = 100;

/** Most rows of one answer: a page draws no more. */
const MOST_ROWS = 1000;

/** What the log is judged by. */
interface Judged {
  rules: readonly PatternRule[];
  severities: Severities;
  /** Milliseconds since any moment. */
  clock: () => number;
  /** How much of a log is read at once, in bytes, where it is not as much as is good for a large one. */
  pieceBytes?: number;
}

/** The log that is held. */
interface Held {
  log: ReadLog;
  patterns: FoundPattern[];
  fileName: string | undefined;
}

/** Reads a log, keeps its rows, and answers what is asked about them. */
export function createLogHolder({ rules, severities, clock, pieceBytes }: Judged) {
  let held: Held | undefined;

  async function read(
    { id, log: given, fileName }: Extract<LogRequest, { kind: 'read' }>,
    answer: (message: LogAnswer) => void,
  ): Promise<void> {
    held = undefined;
    let last = -Infinity;
    const log = await readLog(typeof given === 'string' ? new Blob([given]) : given, {
      fileName,
      isKnownHresult: (code) => severities.has(code),
      pieceBytes,
      onProgress: (progress) => {
        if (clock() - last < BETWEEN_PROGRESS) return;
        last = clock();
        answer({ kind: 'progress', id, progress });
      },
    });
    if (typeof log === 'string') return answer({ kind: 'none', id, why: log });
    const patterns = findPatterns(log.rows, rules, { isUtc: log.isUtc });
    held = { log, patterns, fileName };
    const report = buildReport({ log, rows: log.rows, severities, patterns, fileName });
    answer({ kind: 'report', id, report });
  }

  return {
    /**
     * Answers one request; a `read` with progress before the report.
     *
     * @throws Error where no log is held and the request is about one.
     */
    async answer(request: LogRequest, answer: (message: LogAnswer) => void): Promise<void> {
      if (request.kind === 'read') return read(request, answer);
      if (!held) throw new Error('No log was read before it was asked about.');
      const { log, patterns, fileName } = held;
      const { id, filter } = request;
      const isWhole = !Object.values(filter).some((value) => value !== undefined);
      const fitting = (all: readonly LogRow[]) =>
        isWhole ? all : filterRows(all, filter, codeWeights(severities));
      const rows = fitting(log.rows);
      if (request.kind === 'narrow') {
        // What is told of the whole log stands by the rows that it is about, and by no others.
        const shared = patterns.filter((pattern) => isWhole || fitting(pattern.rows).length > 0);
        const parts = { log, rows, severities, patterns: shared, fileName };
        const report = buildReport(isWhole ? parts : { ...parts, filter });
        return answer({ kind: 'report', id, report });
      }
      const { from, count } = request;
      const sorted = [...rows].sort((a, b) => (a.time ?? 0) - (b.time ?? 0) || a.at - b.at);
      const wanted = sorted.slice(from, from + Math.min(count, MOST_ROWS));
      answer({ kind: 'rows', id, rows: wanted, total: rows.length });
    },
  };
}
