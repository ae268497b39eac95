import { useState } from 'preact/hooks';
import { formatCount } from '../log/format';
import type { LogRow } from '../log/log-row';
import type { LogFilter, RowUnit } from '../log/report';
import { start } from '../messaging/start';
import { i18n } from './i18n';
import { LogRows } from './log-rows';
import type { OneLog } from './use-log';

/** How many rows are shown at a time. */
const PAGE = 50;

interface Props extends Pick<OneLog, 'rows'> {
  filter: LogFilter;
  unit: RowUnit;
  /** Whether they stand open at first. */
  isOpen: boolean;
}

/** The rows that the report stands for, a page at a time, read when they are asked for. */
export function LogFilterRows({ filter, unit, isOpen, rows }: Props) {
  const [page, setPage] = useState<{ rows: LogRow[]; total: number; from: number }>();
  const [hasFailed, setFailed] = useState(false);
  const turn = (from: number) =>
    start('reading rows of a log', () =>
      rows(filter, from, PAGE).then(
        (found) => {
          setFailed(false);
          setPage({ ...found, from });
        },
        () => setFailed(true),
      ),
    );
  return (
    <details
      class="screen-only rows"
      open={isOpen}
      onToggle={(event) => event.currentTarget.open && !page && turn(0)}
    >
      <summary>{i18n.t('log.rowsOf')}</summary>
      {hasFailed && (
        <p class="message" role="alert">
          {i18n.t('log.rowsFailed')}
        </p>
      )}
      {page && (
        <>
          <p class="facts" role="status">
            {i18n.t('log.page', [
              formatCount(Math.min(page.from + 1, page.total)),
              formatCount(Math.min(page.from + PAGE, page.total)),
              formatCount(page.total),
            ])}
            {page.total > PAGE && (
              <>
                <button
                  type="button"
                  disabled={page.from === 0}
                  onClick={() => turn(Math.max(0, page.from - PAGE))}
                >
                  {i18n.t('log.earlier')}
                </button>
                <button
                  type="button"
                  disabled={page.from + PAGE >= page.total}
                  onClick={() => turn(page.from + PAGE)}
                >
                  {i18n.t('log.later')}
                </button>
              </>
            )}
          </p>
          <LogRows rows={page.rows} unit={unit} />
        </>
      )}
    </details>
  );
}
