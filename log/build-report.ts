import type { Code } from '../detection/code';
import type { LogRow } from './log-row';
import type { FoundPattern } from './patterns/found-pattern';
import type { ReadLog } from './read-log';
import type { CodeReport, LogFilter, LogReport, Span, Unread } from './report';
import { FIELD_OF_TALLY, TALLIED } from './report';
import { Tallier } from './tally';
import { timelineOf, type TimedWeight } from './timeline';
import { codeWeights, weightOfRow, WEIGHTS, type Severities, type Weight } from './weight';

/** How many places of rows a code names. */
const MOST_ROWS = 10;

/** What a report is built of. */
export interface ReportParts {
  log: ReadLog;
  /** The rows that are reported; all of the log, or those that fit the filter. */
  rows: readonly LogRow[];
  severities: Severities;
  patterns: FoundPattern[];
  fileName?: string | undefined;
  filter?: LogFilter | undefined;
}

/**
 * Counts what happened.
 *
 * @returns The report; codes that nothing is known of stand in it as they are.
 */
export function buildReport(parts: ReportParts): LogReport {
  const { log, rows, severities, patterns, fileName, filter } = parts;
  const weights = codeWeights(severities);
  const all = new Group();
  const groups = new Map<Code, Group>();
  const timed: TimedWeight[] = [];
  const byWeight = { act: 0, look: 0, unknown: 0, expected: 0, success: 0 };
  let withoutTime = 0;
  for (const row of rows) {
    const weight = weightOfRow(row, weights);
    const count = row.signIns ?? 1;
    byWeight[weight] += count;
    if (row.time === undefined) withoutTime += count;
    else timed.push([row.time, weight, count]);
    all.add(row);
    if (!row.code) continue;
    let group = groups.get(row.code);
    if (!group) groups.set(row.code, (group = new Group()));
    group.add(row);
  }
  const codes = [...groups].map(([code, group]): CodeReport => {
    const severity = severities.get(code);
    return {
      code,
      ...(severity && { severity }),
      isKnown: severities.has(code),
      weight: group.outcomes.failure ? weights(code) : 'expected',
      count: group.count,
      failures: group.outcomes.failure,
      interrupted: group.outcomes.interrupted,
      successes: group.outcomes.success,
      ...(group.span && { span: group.span }),
      tallies: group.tallies,
      rows: group.rows,
    };
  });
  return {
    title: log.title,
    ...(fileName && { fileName }),
    unit: log.unit,
    total: all.count,
    ...(all.count > rows.length && { gatheredIn: rows.length }),
    outcomes: all.outcomes,
    ...(all.span && { span: all.span }),
    isUtc: log.isUtc,
    weights: byWeight,
    codes: codes.sort(
      (a, b) => rank(a.weight) - rank(b.weight) || b.count - a.count || (a.code < b.code ? -1 : 1),
    ),
    patterns,
    ...(all.span && { timeline: timelineOf(timed, all.from, all.to) }),
    tallies: all.tallies,
    unread: {
      ...log.unread,
      missing: missingIn(log),
      withoutTime,
    },
    ...(filter && { filter }),
  };
}

const rank = (weight: Weight) => WEIGHTS.indexOf(weight);

/** Fields of a report that no row of the log has. */
function missingIn({ rows, unit }: ReadLog): Unread['missing'] {
  const fields = ['time', 'user', 'app', 'address', 'place', 'clientApp'] as const;
  return unit === 'line'
    ? []
    : fields.filter((field) => rows.every((row) => row[field] === undefined));
}

/** What some rows have in common. */
class Group {
  count = 0;
  from = Infinity;
  to = -Infinity;
  readonly outcomes = { success: 0, failure: 0, interrupted: 0 };
  readonly rows: number[] = [];
  readonly #talliers = TALLIED.map((name) => [name, FIELD_OF_TALLY[name], new Tallier()] as const);

  add(row: LogRow): void {
    const count = row.signIns ?? 1;
    this.count += count;
    this.outcomes[row.outcome] += count;
    if (this.rows.length < MOST_ROWS) this.rows.push(row.at);
    for (const [, field, tallier] of this.#talliers) tallier.add(row[field], count);
    if (row.time === undefined) return;
    if (row.time < this.from) this.from = row.time;
    if (row.time > this.to) this.to = row.time;
  }

  get span(): Span | undefined {
    if (this.from > this.to) return;
    return { from: new Date(this.from).toISOString(), to: new Date(this.to).toISOString() };
  }

  get tallies(): CodeReport['tallies'] {
    return Object.fromEntries(
      this.#talliers.map(([name, , tallier]) => [name, tallier.tally]),
    ) as CodeReport['tallies'];
  }
}
