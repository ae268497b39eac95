import type { FoundPattern } from '../log/patterns/found-pattern';
import type { RowUnit } from '../log/report';
import { CommandBlock } from './command-block';
import type { Copy } from './copy-button';
import { i18n } from './i18n';
import { LogRows } from './log-rows';
import { formatCount } from '../log/format';

interface Props {
  pattern: FoundPattern;
  unit: RowUnit;
  copy: Copy;
}

/** What stands behind a pattern, folded: its rows, how to see the whole log, and the sources of its rule. */
export function PatternDetails({ pattern, unit, copy }: Props) {
  const { rows, rowCount, commands, sources } = pattern;
  return (
    <>
      {rows.length > 0 && (
        <details>
          <summary>
            {rows.length < rowCount
              ? i18n.t('log.showSomeRows', [formatCount(rowCount), formatCount(rows.length)])
              : i18n.t('log.showRows', [formatCount(rowCount)])}
          </summary>
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
          <summary>{i18n.t('log.sources', [String(sources.length)])}</summary>
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
    </>
  );
}
