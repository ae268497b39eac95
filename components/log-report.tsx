import { useCallback, useEffect, useMemo, useRef } from 'preact/hooks';
import type { Code } from '../detection/code';
import { formatCount, formatMoment, formatShare } from '../log/format';
import type { LogFilter, LogReport } from '../log/report';
import type { IndexLine } from '../lookup/index-line';
import type { Copy } from './copy-button';
import { i18n } from './i18n';
import { LogCodes } from './log-codes';
import { headline, roundedLine, unreadLines } from './log-document';
import { LogExport } from './log-export';
import { LogFilterRows } from './log-filter-rows';
import { LogPatterns } from './log-patterns';
import { LogTallies } from './log-tallies';
import { LogTimeline } from './log-timeline';
import { countingWords } from './log-words';
import type { OneLog } from './use-log';

/** So few rows are read one by one. */
const FEW_ROWS = 10;
/** Fewer bars than these show no course of time. */
const FEWEST_BARS = 5;

/** One object for all renders, since what depends on the filter compares it. */
const NO_FILTER: LogFilter = {};

interface Props extends Pick<OneLog, 'narrow' | 'rows'> {
  report: LogReport;
  isNarrowing: boolean;
  lines: IndexLine[] | undefined;
  copy: Copy;
  /** Opens the entry of a code. */
  choose: (code: Code) => void;
}

/** What the report was narrowed to, each part with a button that takes it back. */
function FilterChips({ filter, narrow }: { filter: LogFilter; narrow: (next: LogFilter) => void }) {
  const { from, to, ...others } = filter;
  const parts: { text: string; without: LogFilter }[] = [
    ...Object.entries(others).map(([name, value]) => ({
      text: `${i18n.t(`log.by.${name as keyof typeof others}`)}: ${name === 'weight' ? i18n.t(`log.weight.${value as NonNullable<LogFilter['weight']>}`) : value}`,
      without: { ...filter, [name]: undefined },
    })),
    ...(from && to
      ? [{ text: `${formatMoment(from)} – ${formatMoment(to)}`, without: others }]
      : []),
  ];
  return (
    <p class="filters screen-only" role="group" aria-label={i18n.t('log.filter')}>
      {parts.map(({ text, without }) => (
        <button
          type="button"
          key={text}
          title={i18n.t('log.unfilter')}
          aria-label={`${text}. ${i18n.t('log.unfilter')}`}
          onClick={() =>
            narrow(Object.fromEntries(Object.entries(without).filter(([, value]) => value)))
          }
        >
          {text} ×
        </button>
      ))}
      {parts.length > 1 && (
        <button type="button" class="link" onClick={() => narrow({})}>
          {i18n.t('log.unfilterAll')}
        </button>
      )}
    </p>
  );
}

/** A log, explained: what needs a look first, what the rows show together, when, who and where, and what was not read. */
export function LogReportView({ report, isNarrowing, lines, copy, choose, ...log }: Props) {
  const { filter = NO_FILTER, weights, total, patterns, codes, timeline } = report;
  const byCode = useMemo(() => new Map((lines ?? []).map((line) => [line.code, line])), [lines]);
  const lineOf = useCallback((code: Code) => byCode.get(code), [byCode]);
  const titleOf = useCallback(
    (code: Code) => byCode.get(code)?.title ?? i18n.t('unknown.title'),
    [byCode],
  );
  const narrow = (more: LogFilter) => log.narrow({ ...filter, ...more });
  const words = countingWords(report);
  const isFiltered = Object.keys(filter).length > 0;
  const count = (weight: 'act' | 'look') =>
    [...codes, ...patterns].filter((one) => one.weight === weight).length;
  const title = useRef<HTMLHeadingElement>(null);
  // What narrowed the report may be gone with the part that it stood in.
  useEffect(() => {
    if (document.activeElement === document.body) title.current?.focus();
  }, [filter]);
  const together = patterns.length > 0 && (
    <LogPatterns
      {...{ patterns, filter, copy, lineOf, choose }}
      unit={report.unit}
      // A pattern is about the whole log.
      narrow={log.narrow}
    />
  );
  return (
    <section
      class="log-report"
      data-report={isNarrowing ? 'reading' : 'done'}
      aria-busy={isNarrowing}
      aria-label={i18n.t('log.name')}
    >
      <h1 tabIndex={-1} ref={title}>
        {headline(report)}
      </h1>
      <p class="facts" role="status">
        {(['act', 'look'] as const).map(
          (weight) =>
            count(weight) > 0 && (
              <span class={`pill tone-${weight}`} key={weight}>
                {i18n.t(`log.count.${weight}`, [formatCount(count(weight))])}
              </span>
            ),
        )}
        <span class="pill tone-expected">
          {i18n.t('log.share', [formatShare(weights.expected + weights.success, total)])}
        </span>
        <span class="soft">
          {[report.fileName ?? report.title, i18n.t('log.kept')].join(' · ')}
        </span>
      </p>
      {isFiltered && <FilterChips filter={filter} narrow={log.narrow} />}
      {timeline && timeline.buckets.length >= FEWEST_BARS && (
        <LogTimeline timeline={timeline} narrow={narrow} words={words} />
      )}
      {!isFiltered && together}
      <LogCodes
        {...{ codes, weights, total, lineOf, choose, narrow, words }}
        rounded={roundedLine(report)}
      />
      <LogTallies tallies={report.tallies} narrow={narrow} words={words} />
      <LogFilterRows
        key={JSON.stringify(filter)}
        filter={filter}
        unit={report.unit}
        // Who narrowed the report asked for rows.
        isOpen={isFiltered || (report.gatheredIn ?? total) <= FEW_ROWS}
        rows={log.rows}
      />
      {isFiltered && together}
      <section>
        <h2>{i18n.t('log.limits')}</h2>
        <ul>
          {unreadLines(report).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <LogExport {...{ report, titleOf, copy }} />
    </section>
  );
}
