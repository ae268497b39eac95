import { patternText } from '../log/patterns/pattern-text';
import type { FoundPattern } from '../log/patterns/found-pattern';
import type { LogFilter, RowUnit } from '../log/report';
import type { Copy } from './copy-button';
import { EntryLink, type EntryLinks } from './entry-link';
import { i18n } from './i18n';
import { PatternDetails } from './pattern-details';

interface Props extends EntryLinks {
  patterns: FoundPattern[];
  unit: RowUnit;
  /** What the report is narrowed to. */
  filter: LogFilter;
  copy: Copy;
  narrow: (filter: LogFilter) => void;
}

/** What all rows of a pattern share, so that the report can be narrowed to what it is about. */
function filterOf({ values }: FoundPattern): LogFilter {
  const { address, user, app, code, place, clientApps = [] } = values;
  // Address and app are those of the last success alone.
  if (user) return { user };
  return {
    ...(address && { address }),
    ...(app && { app }),
    ...(code && { code }),
    ...(place && !address && { place }),
    ...(clientApps.length === 1 && { clientApp: clientApps[0] }),
  };
}

/** What the rows show together: what it says, the harmless reading, what to do, its rows and its commands. */
export function LogPatterns({ patterns, unit, filter, copy, narrow, ...links }: Props) {
  return (
    <section>
      <h2>{i18n.t('log.patterns')}</h2>
      {patterns.map((pattern) => {
        const { rule, weight } = pattern;
        const text = (one: string) => patternText(one, pattern.values, i18n.t('log.inFile'));
        const own = filterOf(pattern);
        const isNews = Object.entries(own).some(
          ([field, value]) => filter[field as keyof LogFilter] !== value,
        );
        const title = text(pattern.title);
        return (
          <article
            class={`pattern weight-${weight}`}
            key={`${rule}${title}`}
            data-pattern={pattern.pattern}
          >
            <h3>
              {title} <span class={`pill tone-${weight}`}>{i18n.t(`log.weight.${weight}`)}</span>
            </h3>
            <p>{text(pattern.says)}</p>
            {pattern.values.code && (
              <p>
                <EntryLink code={pattern.values.code} {...links} />
              </p>
            )}
            <p class="soft">{text(pattern.unless)}</p>
            <p>{i18n.t('findings.next', [text(pattern.next)])}</p>
            {isNews && (
              <p class="screen-only">
                <button type="button" class="link" onClick={() => narrow(own)}>
                  {i18n.t('log.narrow', [Object.values(own).join(', ')])}
                </button>
              </p>
            )}
            <PatternDetails {...{ pattern, unit, copy }} />
          </article>
        );
      })}
    </section>
  );
}
