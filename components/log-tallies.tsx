import { formatCount } from '../log/format';
import { FIELD_OF_TALLY, TALLIED, type LogFilter, type LogReport } from '../log/report';
import { i18n } from './i18n';
import type { CountingWords } from './log-words';

interface Props {
  tallies: LogReport['tallies'];
  narrow: (filter: LogFilter) => void;
  words: CountingWords;
}

/** Who, what and where, most frequent first. Each value narrows the report. */
export function LogTallies({ tallies, narrow, words }: Props) {
  const shown = TALLIED.filter((field) => tallies[field].top.length);
  if (!shown.length) return null;
  return (
    <section>
      <h2>{words('whoAndWhere')}</h2>
      <div class="tallies">
        {shown.map((field) => {
          const { distinct, top } = tallies[field];
          return (
            <div key={field}>
              <h3>
                {i18n.t(`log.by.${FIELD_OF_TALLY[field]}`)}{' '}
                <span class="soft">{formatCount(distinct)}</span>
              </h3>
              <ul>
                {top.map(({ value, count }) => (
                  <li key={value}>
                    <button
                      type="button"
                      class="link"
                      onClick={() => narrow({ [FIELD_OF_TALLY[field]]: value })}
                    >
                      {value}
                    </button>{' '}
                    <span class="number soft">{formatCount(count)}</span>
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </div>
    </section>
  );
}
