import { useEffect } from 'preact/hooks';
import { formatCount } from '../log/format';
import { MOST_BYTES } from '../log/report';
import { i18n } from './i18n';
import { LogReportView } from './log-report';
import type { LookupProps } from './lookup-page';
import type { OneLog } from './use-log';

interface Props extends Pick<LookupProps, 'copy'> {
  one: OneLog;
  lines: Parameters<typeof LogReportView>[0]['lines'];
  choose: Parameters<typeof LogReportView>[0]['choose'];
}

const MEGABYTE = 1024 * 1024;

/** The page of a log: what it takes, how far the reading is, why there is no report, or the report. */
export function LogPage({ one, ...props }: Props) {
  const { log, cancel } = one;
  const { state } = log;
  useEffect(() => {
    document.title = `${i18n.t('log.name')} · Signpost`;
    document.querySelector('h1')?.focus({ preventScroll: true });
  }, [state]);
  if (log.state === 'read') return <LogReportView {...props} {...one} {...log} />;
  if (log.state === 'reading') {
    const { bytes = 0, ofBytes = 0, rows = 0 } = log.progress ?? {};
    return (
      <section class="log-report" data-report="reading" aria-busy="true">
        <h1 tabIndex={-1}>{i18n.t('log.reading')}</h1>
        <p>
          <progress value={bytes} max={ofBytes || 1} aria-label={i18n.t('log.reading')} />
        </p>
        <p class="soft" role="status">
          {log.progress &&
            i18n.t('log.progress', [
              String(Math.round(bytes / MEGABYTE)),
              String(Math.ceil(ofBytes / MEGABYTE)),
              formatCount(rows),
            ])}
        </p>
        <div class="actions">
          <button type="button" onClick={cancel}>
            {i18n.t('log.cancel')}
          </button>
        </div>
      </section>
    );
  }
  return (
    <section class="log-report">
      <h1 tabIndex={-1}>{i18n.t('log.open')}</h1>
      {log.state === 'refused' && (
        <p class="warn banner" role="alert">
          {i18n.t(
            `log.refused.${log.why.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase()) as 'empty' | 'noLog' | 'noRows' | 'noCodes' | 'archive' | 'tooBig' | 'notReadable' | 'failed'}`,
            [
              log.of instanceof File ? log.of.name : i18n.t('log.yourText'),
              String(MOST_BYTES / MEGABYTE),
            ],
          )}
        </p>
      )}
      <p class="lead">{i18n.t('log.lead')}</p>
      <ol>
        <li>{i18n.t('log.howPortal')}</li>
        <li>{i18n.t('log.howOpen')}</li>
      </ol>
      <p class="soft">{i18n.t('log.kinds')}</p>
      <p class="soft">{i18n.t('log.promise')}</p>
    </section>
  );
}
