import type { Code } from '../detection/code';
import type { DocumentSection, LogDocument } from '../log/document';
import { formatCount, formatMoment, formatShare, formatSpan, formatStep } from '../log/format';
import { patternText } from '../log/patterns/pattern-text';
import { AUDIT_LOG, FIELD_OF_TALLY, TALLIED, type CodeReport, type LogReport } from '../log/report';
import { WEIGHTS } from '../log/weight';
import { i18n } from './i18n';
import { countingWords } from './log-words';

const ROW_WEIGHTS = [...WEIGHTS, 'success'] as const;

/** The report's headline: how many sign-ins, and when. */
export function headline({ total, span }: LogReport): string {
  return span
    ? i18n.t('log.headline', [formatCount(total), formatSpan(span)])
    : i18n.t('log.headlineNoTime', [formatCount(total)]);
}

/** Fewer rows of a code say nothing of whose they are. */
const FEWEST_OF_ONE = 10;

/** Whose at least half of the rows of a code are: often a device or a program that tries again and again. */
export function mostlyWho({ count, tallies: { users } }: CodeReport): string | undefined {
  const [most] = users.top;
  if (!most || count < FEWEST_OF_ONE || most.count * 2 < count) return undefined;
  return i18n.t('log.mostly', [most.value, formatCount(most.count)]);
}

/** What is said where a spreadsheet has rounded codes. */
export function roundedLine({ unread: { codes } }: LogReport): string | undefined {
  if (!codes.rows) return undefined;
  return i18n.t('log.roundedCodes', [formatCount(codes.rows), codes.samples.join(', ')]);
}

/** What the reader has to know of what was not read. */
export function unreadLines(report: LogReport): string[] {
  const { title, unread, isUtc, total, gatheredIn, span } = report;
  const { rows, samples, columns, missing, withoutTime, repeated, isCutOff } = unread;
  const list = (values: string[]) => values.join(', ');
  return [
    span && (isUtc ? i18n.t('log.utc') : i18n.t('log.notUtc')),
    gatheredIn !== undefined && i18n.t('log.gathered', [formatCount(gatheredIn)]),
    isCutOff && i18n.t('log.cutOff'),
    rows > 0 &&
      i18n.t('log.unreadRows', [
        formatCount(rows),
        list(samples.map(({ at, why }) => `${at} (${why})`)),
      ]),
    roundedLine(report),
    title === AUDIT_LOG && i18n.t('log.ofAuditLog'),
    repeated > 0 && i18n.t('log.repeated', [formatCount(repeated)]),
    withoutTime > 0 &&
      withoutTime < total &&
      countingWords(report)('withoutTime', [formatCount(withoutTime)]),
    missing.length > 0 &&
      i18n.t('log.missing', [list(missing.map((field) => i18n.t(`log.field.${field}`)))]),
    columns.length > 0 && i18n.t('log.columns', [list(columns)]),
  ].filter((line): line is string => !!line);
}

/** How much there is of each weight, those of none left out. */
function weightLine(report: LogReport): string {
  const { weights, total } = report;
  const counted = ROW_WEIGHTS.filter((weight) => weights[weight]).map(
    (weight) => `${i18n.t(`log.weight.${weight}`)}: ${formatCount(weights[weight])}`,
  );
  const share = formatShare(weights.success + weights.expected, total);
  return `${countingWords(report)('rows')}: ${formatCount(total)} · ${counted.join(' · ')} · ${i18n.t('log.share', [share])}`;
}

function codeSection(report: LogReport, titleOf: (code: Code) => string): DocumentSection {
  return {
    heading: i18n.t('log.byCode'),
    paragraphs: [],
    table: {
      head: [
        i18n.t('log.code'),
        i18n.t('log.title'),
        i18n.t('log.attention'),
        countingWords(report)('rows'),
        i18n.t('log.by.user'),
        i18n.t('log.by.app'),
        i18n.t('log.when'),
      ],
      rows: report.codes.map((one) => {
        const { code, weight, count, tallies, span } = one;
        return [
          code,
          titleOf(code),
          i18n.t(`log.weight.${weight}`),
          formatCount(count),
          // A log of apps has no users.
          tallies.users.distinct
            ? [formatCount(tallies.users.distinct), mostlyWho(one)].filter(Boolean).join(', ')
            : '',
          tallies.apps.top
            .slice(0, 3)
            .map(({ value }) => value)
            .join(', '),
          span ? formatSpan(span) : '',
        ];
      }),
    },
  };
}

function patternSections(
  { patterns }: LogReport,
  titleOf: (code: Code) => string,
): DocumentSection[] {
  return patterns.map(({ title, says, unless, next, values, commands, weight, sources }) => {
    const text = (one: string) => patternText(one, values, i18n.t('log.inFile'));
    return {
      heading: `${i18n.t(`log.weight.${weight}`)}: ${text(title)}`,
      paragraphs: [
        text(says),
        ...(values.code ? [`${values.code}: ${titleOf(values.code)}`] : []),
        text(unless),
        i18n.t('findings.next', [text(next)]),
      ],
      // Each begins with what it is for.
      commands: commands.map(({ code }) => code),
      sources: sources.map(({ url, at, dated }) => ({ url, place: `${at}, ${dated}` })),
    };
  });
}

function timeSection(report: LogReport): DocumentSection[] {
  const { timeline } = report;
  if (!timeline) return [];
  const weights = ROW_WEIGHTS.filter((weight) => timeline.buckets.some((bucket) => bucket[weight]));
  return [
    {
      heading: countingWords(report)('timeline', [formatStep(timeline.step)]),
      paragraphs: [],
      table: {
        head: [i18n.t('log.from'), ...weights.map((weight) => i18n.t(`log.weight.${weight}`))],
        rows: timeline.buckets.map((bucket) => [
          formatMoment(bucket.from),
          ...weights.map((weight) => formatCount(bucket[weight])),
        ]),
      },
    },
  ];
}

function tallySections(report: LogReport): DocumentSection[] {
  const { tallies } = report;
  return TALLIED.filter((field) => tallies[field].top.length).map((field) => ({
    heading: `${i18n.t(`log.by.${FIELD_OF_TALLY[field]}`)}: ${formatCount(tallies[field].distinct)}`,
    paragraphs: [],
    table: {
      head: [i18n.t(`log.by.${FIELD_OF_TALLY[field]}`), countingWords(report)('rows')],
      rows: tallies[field].top.map(({ value, count }) => [value, formatCount(count)]),
    },
  }));
}

/**
 * The report as a document to send on.
 *
 * @param report What the page shows, narrowed where the page is; masked before where names are not to leave.
 * @param titleOf The title of a code's entry.
 */
export function logDocument(report: LogReport, titleOf: (code: Code) => string): LogDocument {
  const { filter } = report;
  return {
    title: headline(report),
    paragraphs: [
      report.title,
      weightLine(report),
      ...(filter ? [i18n.t('log.filtered', [Object.values(filter).join(', ')])] : []),
      ...unreadLines(report),
      i18n.t('log.madeBy'),
    ],
    sections: [
      ...patternSections(report, titleOf),
      codeSection(report, titleOf),
      ...tallySections(report),
      // The longest, and the one that is read last.
      ...timeSection(report),
    ],
  };
}
