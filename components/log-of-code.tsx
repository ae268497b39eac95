import type { Code } from '../detection/code';
import { formatCount, formatSpan } from '../log/format';
import { LOG_ADDRESS } from '../lookup/address';
import { i18n } from './i18n';
import { countingWords } from './log-words';
import type { LogState } from './use-log';

/** Most values of a field that are named. */
const MOST = 3;

/** What the opened log holds of a code, above its entry, and the way back to the report. */
export function LogOfCode({ log, code }: { log: LogState; code: Code }) {
  if (log.state !== 'read') return null;
  const report = log.report.codes.find((one) => one.code === code);
  if (!report) return null;
  const { count, tallies, span } = report;
  const named = (['apps', 'users', 'addresses', 'clientApps'] as const)
    .filter((field) => tallies[field].top.length)
    .map((field) => {
      const { top, distinct } = tallies[field];
      const values = top.slice(0, MOST).map(({ value }) => value);
      return [
        ...values,
        ...(distinct > values.length ? [`+${formatCount(distinct - values.length)}`] : []),
      ].join(', ');
    });
  return (
    <p class="log-of-code screen-only">
      {countingWords(log.report)('inYourLog', [
        [formatCount(count), span && formatSpan(span), ...named].filter(Boolean).join(' · '),
      ])}{' '}
      <a href={LOG_ADDRESS}>{i18n.t('log.backToReport')}</a>
    </p>
  );
}
