import { i18n } from './i18n';
import type { Answer } from '../lookup/answer';
import { answerHeading } from './answer-heading';
import { ListLimits } from './list-limits';
import { LoadFailed } from './load-failed';
import { NearestButton } from './nearest-button';
import type { PopupProps } from './popup-props';
import { keyOf, type PopupItem } from './popup-item';
import { ResultRow } from './result-row';
import type { LoadEntry } from './use-entry';
import type { PageList } from './use-page-list';

export interface ResultsProps {
  catalog: PopupProps['catalog'];
  /** Absent where nothing was asked, and as long as nothing can be answered. */
  answered: Answer | undefined;
  items: PopupItem[];
  selected: PopupItem | undefined;
  copied: PopupItem | undefined;
  /** True where nothing was asked. */
  isEmpty: boolean;
  /** The codes of the page behind the popup. */
  page: PageList;
  /** Shows what is nearest to words that found nothing; absent where there is none. */
  askNearest: (() => void) | undefined;
  choose: (item: PopupItem) => void;
  loadEntry: LoadEntry;
}

/** What stands where there are no rows: a hint, or why there are none. */
function Nothing({
  catalog,
  isEmpty,
  page,
  askNearest,
}: Pick<ResultsProps, 'catalog' | 'isEmpty' | 'page' | 'askNearest'>) {
  if (catalog === 'failed') return null;
  if (isEmpty && page.all.length)
    return <p class="message">{i18n.t('popup.allExpected', [String(page.all.length)])}</p>;
  const text = isEmpty ? 'popup.hint' : catalog === 'loading' ? 'card.loading' : 'popup.none';
  return (
    <>
      <p class="message" role="status">
        {i18n.t(text)}
      </p>
      {askNearest && (
        <p class="message quiet">
          <NearestButton ask={askNearest} />
        </p>
      )}
    </>
  );
}

/** The codes on the page, or the answer to a query, with all that is to be said about the list. */
export function PopupResults(props: ResultsProps) {
  const { catalog, answered, items, selected, copied, isEmpty, page, choose } = props;
  // A code that was typed whole is answered in its row, before anything is pressed.
  const answer = answered?.kind === 'code' ? items[0] : undefined;
  const heading = isEmpty || !answered ? i18n.t('popup.onThisPage') : answerHeading(answered);
  return (
    <>
      {catalog === 'failed' && <LoadFailed text={i18n.t('lookup.catalogFailed')} />}
      {items.length > 0 && <div class="section">{heading}</div>}
      <div role="listbox" id="results" aria-label={i18n.t('popup.listLabel')}>
        {items.map((item) => (
          <ResultRow
            key={keyOf(item)}
            id={`result-${keyOf(item)}`}
            item={item}
            isLookedUp={catalog === 'ready'}
            isSelected={item === selected}
            isFirst={item === items[0]}
            isCopied={item === copied}
            choose={() => choose(item)}
            loadEntry={item === answer ? props.loadEntry : undefined}
            page={isEmpty ? page : undefined}
          />
        ))}
      </div>
      {answered && <ListLimits {...answered} />}
      {!items.length && <Nothing {...{ catalog, isEmpty, page }} askNearest={props.askNearest} />}
    </>
  );
}
