import { useMemo } from 'preact/hooks';
import { i18n } from './i18n';
import { entryAddress, guideAddress } from '../lookup/address';
import type { Answer, AnswerItem } from '../lookup/answer';
import { itemsOf } from '../lookup/answer';
import { byArea, type Catalog } from '../lookup/catalog';
import { mayStandInAddress, WHOLE_CATALOG, type CatalogList } from '../lookup/catalog-list';
import { countFacets, narrow } from '../lookup/facets';
import type { GuideLine } from '../lookup/guide';
import type { IndexLine } from '../lookup/index-line';
import { CatalogFacets, chosenInWords, facetWord } from './catalog-facets';
import { CatalogTools, type ExportFormat } from './catalog-tools';
import { ListLimits } from './list-limits';
import { RowFacts } from './row-facts';
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

/** The address of an item of a list, which keeps the list unless it may not stand in an address. */
export function addressIn(list: CatalogList, item: AnswerItem): string {
  if ('guide' in item) return guideAddress(item.guide.name);
  return entryAddress(item.code, '', mayStandInAddress(list.query) ? list : WHOLE_CATALOG);
}

function CatalogRow({
  item,
  address,
  state,
  choose,
}: Pick<Props, 'state' | 'choose'> & { item: AnswerItem; address: string }) {
  if ('guide' in item)
    return (
      <li data-guide={item.guide.name}>
        <a href={address} onClick={() => choose(address)}>
          <span class="code">{i18n.t('guide.chip')}</span> <span>{item.guide.title}</span>
        </a>
      </li>
    );
  const { code, line } = item;
  const title = line?.title ?? (state === 'loaded' ? i18n.t('unknown.title') : '');
  return (
    <li>
      <a href={address} onClick={() => choose(address)}>
        <span class="code">{code}</span> <span>{title}</span>
      </a>
      {line && <RowFacts line={line} />}
    </li>
  );
}

function Rows({
  items,
  list,
  ...row
}: Pick<Props, 'state' | 'choose' | 'list'> & { items: AnswerItem[] }) {
  return (
    <ul class="catalog">
      {items.map((item) => {
        const address = addressIn(list, item);
        return <CatalogRow key={address} {...row} {...{ item, address }} />;
      })}
    </ul>
  );
}

/** All codes, or those that were chosen, or those that answer a query. */
export function CatalogView(props: Props) {
  const { answer, catalog, list, guides, state, isBelow, show } = props;
  const { chosen } = list;
  const isAll = answer.kind === 'empty';
  const lines = useMemo(() => (catalog ? narrow(catalog.lines, chosen) : []), [catalog, chosen]);
  const counts = useMemo(
    () => (isAll && catalog ? countFacets(catalog.lines, chosen) : undefined),
    [isAll, catalog, chosen],
  );
  const items: AnswerItem[] = isAll
    ? lines.map((line) => ({ code: line.code, line }))
    : itemsOf(answer);
  const listed = isAll ? lines : answer.rows.flatMap(({ line }) => line ?? []);
  const number = isAll ? lines.length : answer.total;
  const hasChosen = Object.keys(chosen).length > 0;
  const title = isAll
    ? 'lookup.catalogTitle'
    : answer.kind === 'text'
      ? 'popup.inYourText'
      : 'popup.results';
  return (
    <>
      {isBelow ? <h2>{i18n.t(title)}</h2> : <h1>{i18n.t(title)}</h1>}
      {isAll && !hasChosen && guides.length > 0 && (
        <nav class="guides screen-only" aria-label={i18n.t('guide.all')}>
          <b>{i18n.t('guide.all')}</b>
          <GuideList guides={guides} />
        </nav>
      )}
      <div class={catalog ? 'with-facets' : ''}>
        {catalog && (
          <CatalogFacets
            {...{ chosen, counts }}
            choose={(wanted) => show({ ...list, chosen: wanted })}
          />
        )}
        <div>
          <p class="soft" role="status">
            {items.length > 0
              ? (isAll || number > 0) && i18n.t('lookup.count', [String(number)])
              : state === 'loading'
                ? i18n.t('card.loading')
                : state === 'loaded'
                  ? i18n.t(hasChosen && isAll ? 'facets.none' : 'popup.none')
                  : ''}
          </p>
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
          {isAll && list.isByArea
            ? byArea(lines).map((group) => (
                <section key={group.area} class="area">
                  <h2>
                    {facetWord('area', group.area)} <span class="soft">{group.lines.length}</span>
                  </h2>
                  <Rows {...props} items={group.lines.map((line) => ({ code: line.code, line }))} />
                </section>
              ))
            : items.length > 0 && <Rows {...props} items={items} />}
          <ListLimits {...answer} />
        </div>
      </div>
    </>
  );
}
