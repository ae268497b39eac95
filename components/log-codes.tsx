import { formatCount, formatSpan } from '../log/format';
import type { CodeReport, LogFilter, LogReport } from '../log/report';
import { EntryLink, type EntryLinks } from './entry-link';
import { i18n } from './i18n';
import { mostlyWho } from './log-document';
import type { CountingWords } from './log-words';

interface Props extends Pick<LogReport, 'codes' | 'weights' | 'total'>, EntryLinks {
  narrow: (filter: LogFilter) => void;
  words: CountingWords;
}

/** Most codes that are listed. A log of a year holds fewer. */
const MOST = 300;

/** Who and what, in a few words: `331 users · Azure Portal and 2 more apps`. */
function whoAndWhat(report: CodeReport): string {
  const { users, apps, clientApps } = report.tallies;
  const { span } = report;
  const [app] = apps.top;
  const [client] = clientApps.top;
  return [
    users.distinct > 0 && i18n.t('log.users', [formatCount(users.distinct)]),
    mostlyWho(report),
    app &&
      (apps.distinct > 1
        ? i18n.t('log.andMore', [app.value, formatCount(apps.distinct - 1)])
        : app.value),
    clientApps.distinct === 1 && client?.value !== 'Browser' && client?.value,
    span && formatSpan(span),
  ]
    .filter(Boolean)
    .join(' · ');
}

function CodeRow({
  report,
  highest,
  ...props
}: Pick<Props, 'lineOf' | 'choose' | 'narrow' | 'words'> & {
  report: CodeReport;
  highest: number;
}) {
  const { code, count, weight } = report;
  return (
    <li data-code={code} data-count={count} class={`weight-${weight}`}>
      <div class="what">
        <EntryLink code={code} lineOf={props.lineOf} choose={props.choose} />{' '}
        <span class={`pill tone-${weight}`}>{i18n.t(`log.weight.${weight}`)}</span>
        <span class="soft who">{whoAndWhat(report)}</span>
      </div>
      <div class="amount" aria-hidden="true">
        <i style={{ width: `${Math.max(1, (count / highest) * 100)}%` }} />
      </div>
      <button
        type="button"
        class="link number"
        aria-label={props.words('onlyCode', [code, formatCount(count)])}
        onClick={() => props.narrow({ code })}
      >
        {formatCount(count)}
      </button>
    </li>
  );
}

interface Rounded {
  /** What is said of codes that cannot be told, where there are any. */
  rounded: string | undefined;
}

/** What happened, by code: what needs a look first; what is part of ordinary sign-ins is folded, with its share. */
export function LogCodes({ codes, weights, total, rounded, ...props }: Props & Rounded) {
  const shown = codes.slice(0, MOST);
  const expected = shown.filter(({ weight }) => weight === 'expected');
  const others = shown.filter(({ weight }) => weight !== 'expected');
  const list = (reports: CodeReport[]) => (
    <ul class="bars">
      {reports.map((report) => (
        <CodeRow
          key={report.code}
          report={report}
          highest={Math.max(...reports.map(({ count }) => count))}
          {...props}
        />
      ))}
    </ul>
  );
  return (
    <section>
      <h2>{i18n.t('log.byCode')}</h2>
      {rounded && <p class="warn banner">{rounded}</p>}
      {others.length > 0 && list(others)}
      {!others.length && !rounded && <p class="soft">{i18n.t('log.nothingToLook')}</p>}
      {expected.length > 0 && (
        <details>
          <summary>
            {props.words('expectedCodes', [
              formatCount(weights.expected),
              formatCount(total),
              formatCount(expected.length),
            ])}
          </summary>
          {list(expected)}
        </details>
      )}
      {codes.length > MOST && (
        <p class="soft">{i18n.t('log.tooManyCodes', [String(MOST), formatCount(codes.length)])}</p>
      )}
    </section>
  );
}
