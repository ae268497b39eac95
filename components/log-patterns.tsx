import { patternText } from '../log/patterns/pattern-text';
import type { FoundPattern } from '../log/patterns/found-pattern';
import type { LogFilter, RowUnit } from '../log/report';
import { CommandBlock } from './command-block';
import type { Copy } from './copy-button';
import { i18n } from './i18n';
import { LogRows } from './log-rows';

interface Props {
  patterns: FoundPattern[];
  unit: RowUnit;
  copy: Copy;
  narrow: (filter: LogFilter) => void;
}

/** What all rows of a pattern share, so that the report can be narrowed to what it is about. */
function filterOf({ values: { address, user, app, code, place } }: FoundPattern): LogFilter {
  // Address and app are those of the last success alone.
  if (user) return { user };
  return {
    ...(address && { address }),
    ...(app && { app }),
    ...(code && { code }),
    ...(place && !address && { place }),
  };
}

/** What the rows show together: what it says, the harmless reading, what to do, its rows and its commands. */
export function LogPatterns({ patterns, unit, copy, narrow }: Props) {
  return (
    <section>
      <h2>{i18n.t('log.patterns')}</h2>
      {patterns.map((pattern) => {
        const { rule, weight, rows, commands, sources } = pattern;
        const text = (one: string) => patternText(one, pattern.values, i18n.t('log.inFile'));
        const filter = filterOf(pattern);
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
            <p class="soft">{text(pattern.unless)}</p>
            <p>{i18n.t('findings.next', [text(pattern.next)])}</p>
            {Object.keys(filter).length > 0 && (
              <p class="screen-only">
                <button type="button" class="link" onClick={() => narrow(filter)}>
                  {i18n.t('log.narrow')}
                </button>
              </p>
            )}
            {rows.length > 0 && (
              <details>
                <summary>{i18n.t('log.showRows', [String(rows.length)])}</summary>
                <LogRows rows={rows} unit={unit} />
              </details>
            )}
            {commands.length > 0 && (
              <details>
                <summary>{i18n.t('log.wholeLog')}</summary>
                {commands.map((command) => (
                  <CommandBlock key={command.code} command={command} ids={{}} copy={copy} />
                ))}
              </details>
            )}
            {sources.length > 0 && (
              <details class="sources">
                <summary>{i18n.t('card.sourceCount', [String(sources.length)])}</summary>
                <ul>
                  {sources.map(({ id, url, at, dated, says }) => (
                    <li key={id}>
                      <a href={url} target="_blank" rel="noreferrer">
                        {at}, {dated}
                      </a>
                      : {says}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </article>
        );
      })}
    </section>
  );
}
