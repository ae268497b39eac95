import { useEffect, useRef } from 'preact/hooks';
import { start } from '../messaging/start';
import type { CatalogList } from '../lookup/catalog-list';
import { CompareForm } from './compare-form';
import { i18n } from './i18n';
import { useBriefly } from './use-briefly';

/** The forms in which the knowledge can be saved. */
const EXPORT_FORMATS = ['csv', 'json', 'kql', 'watchlist'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

interface Props {
  list: CatalogList;
  /** Whether the list is one of codes; what words find stands in the order of the search. */
  canGroup: boolean;
  /** How many codes are listed. */
  count: number;
  /** Opens another list. */
  show: (list: CatalogList) => void;
  /** Saves the listed codes as a file. Rejects where the knowledge cannot be read. */
  save: (format: ExportFormat) => Promise<void>;
  go: (address: string) => void;
}

/** What can be done with a list: grouped, printed, saved, two of its codes compared. */
export function CatalogTools({ list, canGroup, count, show, save, go }: Props) {
  const wantsPrint = useRef(false);
  const [failed, setFailed] = useBriefly<true>();
  const { isByArea } = list;
  useEffect(() => {
    if (!wantsPrint.current || !isByArea) return;
    wantsPrint.current = false;
    print();
  });
  const printByArea = () => {
    if (isByArea) return print();
    wantsPrint.current = true;
    show({ ...list, isByArea: true });
  };
  return (
    <div class="tools screen-only">
      {canGroup && (
        <>
          {' '}
          <label class="choice">
            <input
              type="checkbox"
              checked={isByArea}
              onChange={() => show({ ...list, isByArea: !isByArea })}
            />
            <span>{i18n.t('lookup.byArea')}</span>
          </label>
          <button type="button" class="link" onClick={printByArea}>
            {i18n.t('lookup.printByArea')}
          </button>
        </>
      )}
      <details>
        <summary>{i18n.t('export.title')}</summary>
        <p class="soft">{i18n.t('export.hint', [String(count)])}</p>
        <div class="actions">
          {EXPORT_FORMATS.map((format) => (
            <button
              key={format}
              type="button"
              onClick={() =>
                start('saving the knowledge', () => save(format).catch(() => setFailed(true)))
              }
            >
              {i18n.t(`export.${format}`)}
            </button>
          ))}
        </div>
        {failed && (
          <p class="error" role="alert">
            {i18n.t('export.failed')}
          </p>
        )}
      </details>
      <details>
        <summary>{i18n.t('compare.title')}</summary>
        <CompareForm go={go} />
      </details>
    </div>
  );
}
