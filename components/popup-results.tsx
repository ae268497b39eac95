import { i18n } from './i18n';
import type { Code } from '../detection/code';
import type { Answer } from '../lookup/answer';
import { ListLimits } from './list-limits';
import { LoadFailed } from './load-failed';
import type { PopupProps, PopupRow } from './popup';
import { ResultRow } from './result-row';

interface Props {
  catalog: PopupProps['catalog'];
  /** Absent where nothing was asked, and as long as nothing can be answered. */
  answered: Answer | undefined;
  rows: PopupRow[];
  selected: PopupRow | undefined;
  copied: Code | undefined;
  /** True where nothing was asked. */
  isEmpty: boolean;
  choose: (code: Code) => void;
}

/** What stands where there are no rows: a hint, or why there are none. */
function Nothing({ catalog, isEmpty }: Pick<Props, 'catalog' | 'isEmpty'>) {
  if (catalog === 'failed') return null;
  const text = isEmpty ? 'popup.hint' : catalog === 'loading' ? 'card.loading' : 'popup.none';
  return (
    <p class="message" role="status">
      {i18n.t(text)}
    </p>
  );
}

/** The codes on the page, or the answer to a query, with all that is to be said about the list. */
export function PopupResults(props: Props) {
  const { catalog, answered, rows, selected, copied, isEmpty, choose } = props;
  const section = isEmpty
    ? 'popup.onThisPage'
    : answered?.kind === 'text'
      ? 'popup.inYourText'
      : 'popup.results';
  return (
    <>
      {catalog === 'failed' && <LoadFailed text={i18n.t('lookup.catalogFailed')} />}
      {rows.length > 0 && <div class="section">{i18n.t(section)}</div>}
      <div role="listbox" id="results" aria-label={i18n.t('popup.listLabel')}>
        {rows.map(({ code, line, count }) => (
          <ResultRow
            key={code}
            id={`result-${code}`}
            {...{ code, line, count }}
            isLookedUp={catalog === 'ready'}
            isSelected={code === selected?.code}
            isCopied={code === copied}
            choose={() => choose(code)}
          />
        ))}
      </div>
      {answered && <ListLimits {...answered} />}
      {!rows.length && <Nothing catalog={catalog} isEmpty={isEmpty} />}
    </>
  );
}
