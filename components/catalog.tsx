import { useMemo } from 'preact/hooks';
import { i18n } from './i18n';
import { guideAddress } from '../lookup/address';
import type { Answer } from '../lookup/answer';
import { itemsOf } from '../lookup/answer-item';
import { byArea, type Catalog } from '../lookup/catalog';
import type { CatalogList } from '../lookup/catalog-list';
import { narrow } from '../lookup/facets';
import type { GuideLine } from '../lookup/guide';
import type { IndexLine } from '../lookup/index-line';
import { answerHeading } from './answer-heading';
import { CatalogFacets, chosenInWords } from './catalog-facets';
import { CatalogRows, type RowGroup } from './catalog-rows';
import { CatalogTools, type ExportFormat } from './catalog-tools';
import { ListLimits } from './list-limits';
import { NearestButton } from './nearest-button';
import type { Loading } from './use-entry';

interface Props {
  /** What is typed is answered with; the list stands where nothing is. */
  answer: Answer;
  /** Absent until it is there. */
  catalog: Catalog | undefined;
  /** What is chosen and typed. */
  list: CatalogList;
  guides: GuideLine[];
  state: Loading<unknown>['state'];
  /** The page's heading stands above, over the findings. */
  isBelow: boolean;
  /** Shows what is nearest to words that found nothing; absent where there is none. */
  askNearest: (() => void) | undefined;
  /** Called with the address of what is chosen, before the page's address changes. */
  choose: (address: string) => void;
  /** Opens another list. */
  show: (list: CatalogList) => void;
  /** Saves lines as a file. */
  save: (lines: readonly IndexLine[], format: ExportFormat) => Promise<void>;
  go: (address: string) => void;
}

/** All guides, each with what it is for. */
export function GuideList({ guides }: { guides: GuideLine[] }) {
  return (
    <ul class="guide-list">
      {guides.map(({ name, title, summary }) => (
        <li key={name} data-guide={name}>
          <a href={guideAddress(name)}>{title}</a> <span class="soft">{summary}</span>
        </li>
      ))}
    </ul>
  );
}

/** All codes, or those that were chosen, or those that answer a query. */
export function CatalogView(props: Props) {
  const { answer, catalog, list, guides, state, isBelow, show } = props;
  const { chosen } = list;
  const isAll = answer.kind === 'empty';
  // The lines stay when the words of the catalog come.
  const all = catalog?.lines;
  const lines = useMemo(() => (all ? narrow(all, chosen) : []), [all, chosen]);
  const counts = useMemo(() => catalog?.countsOf(list), [catalog, list]);
  const groups = useMemo((): RowGroup[] => {
    const itemsFor = (some: IndexLine[]) => some.map((line) => ({ code: line.code, line }));
    if (!isAll) return [{ items: itemsOf(answer) }];
    if (!list.isByArea) return [{ items: itemsFor(lines) }];
    return byArea(lines).map((group) => ({ area: group.area, items: itemsFor(group.lines) }));
  }, [isAll, answer, list.isByArea, lines]);
  const hasItems = groups.some(({ items }) => items.length > 0);
  const listed = isAll ? lines : answer.rows.flatMap(({ line }) => line ?? []);
  const number = isAll ? lines.length : answer.total;
  // A code and the codes of a text are answered whatever is chosen.
  const canNarrow = answer.kind === 'empty' || answer.kind === 'words';
  const hasChosen = canNarrow && Object.keys(chosen).length > 0;
  const isUnanswered = !isAll && !hasItems && state === 'loaded';
  const title = isAll
    ? i18n.t('lookup.catalogTitle')
    : isUnanswered
      ? i18n.t('lookup.noAnswer')
      : answerHeading(answer);
  return (
    <>
      {isBelow ? <h2>{title}</h2> : <h1>{title}</h1>}
      {isAll && !hasChosen && guides.length > 0 && (
        <nav class="guides screen-only" aria-label={i18n.t('guide.all')}>
          <b>{i18n.t('guide.all')}</b>
          <GuideList guides={guides} />
        </nav>
      )}
      <div class={catalog && canNarrow ? 'with-facets' : ''}>
        {catalog && canNarrow && (
          <CatalogFacets
            {...{ chosen, counts }}
            choose={(wanted) => show({ ...list, chosen: wanted })}
          />
        )}
        <div>
          <p class="soft" role="status">
            {hasItems
              ? (isAll || number > 0) && i18n.t('lookup.count', [String(number)])
              : state === 'loading'
                ? i18n.t('card.loading')
                : state === 'loaded'
                  ? i18n.t(hasChosen && isAll ? 'facets.none' : 'popup.none')
                  : ''}
          </p>
          {props.askNearest && (
            <p class="screen-only">
              <NearestButton ask={props.askNearest} />
            </p>
          )}
          {hasChosen && (
            <p class="chosen">
              {chosenInWords(chosen)}{' '}
              <button
                type="button"
                class="link screen-only"
                onClick={() => show({ ...list, chosen: {} })}
              >
                {i18n.t('facets.clear')}
              </button>
            </p>
          )}
          {catalog && answer.kind !== 'text' && (
            <CatalogTools
              {...{ list, show }}
              canGroup={isAll}
              count={listed.length}
              save={(format) => props.save(listed, format)}
              go={props.go}
            />
          )}
          {hasItems && <CatalogRows {...{ groups, list, state }} choose={props.choose} />}
          <ListLimits {...answer} />
        </div>
      </div>
    </>
  );
}
