import { useMemo } from 'preact/hooks';
import { entryAddress, guideAddress } from '../lookup/address';
import type { AnswerItem } from '../lookup/answer-item';
import { mayStandInAddress, WHOLE_CATALOG, type CatalogList } from '../lookup/catalog-list';
import type { Area } from '../lookup/entry';
import { formatCount } from '../log/format';
import { facetWord } from './catalog-facets';
import { i18n } from './i18n';
import { RowFacts } from './row-facts';
import type { Loading } from './use-entry';

/** A part of a list, under the heading of its area where it stands under areas. */
export interface RowGroup {
  area?: Area;
  items: AnswerItem[];
}

interface Props {
  groups: RowGroup[];
  list: CatalogList;
  state: Loading<unknown>['state'];
  /** Called with the address of what is chosen, before the page's address changes. */
  choose: (address: string) => void;
}

/** The address of an item of a list, which keeps the list unless it may not stand in an address. */
export function addressIn(list: CatalogList, item: AnswerItem): string {
  if ('guide' in item) return guideAddress(item.guide.name);
  return entryAddress(item.code, '', mayStandInAddress(list.query) ? list : WHOLE_CATALOG);
}

/**
 * A row. It and its parts are called and not made components, of which the catalog would have seven thousand: until all
 * rows are drawn, the page says that it is loading.
 */
function catalogRow(item: AnswerItem, address: string, state: Props['state']) {
  if ('guide' in item)
    return (
      <li key={address} data-guide={item.guide.name}>
        <a href={address}>
          <span class="code">{i18n.t('guide.chip')}</span> <span>{item.guide.title}</span>
        </a>
      </li>
    );
  const { code, line, times = 1 } = item;
  const title = line?.title ?? (state === 'loaded' ? i18n.t('unknown.title') : '');
  return (
    <li key={address}>
      <a href={address}>
        <span class="code">
          {times > 1 ? `${code} ${i18n.t('popup.count', [formatCount(times)])}` : code}
        </span>{' '}
        <span>{title}</span>
      </a>
      {line && RowFacts({ line })}
    </li>
  );
}

/** The rows of a list, drawn anew when they change and not with every letter that is typed. */
export function CatalogRows({ groups, list, state, choose }: Props) {
  const sections = useMemo(
    () =>
      groups.map(({ area, items }) => {
        const rows = items.map((item) => catalogRow(item, addressIn(list, item), state));
        const listed = <ul class="catalog">{rows}</ul>;
        if (!area) return listed;
        return (
          <section key={area} class="area">
            <h2>
              {facetWord('area', area)} <span class="soft">{items.length}</span>
            </h2>
            {listed}
          </section>
        );
      }),
    [groups, list, state],
  );
  const onClick = ({ target }: MouseEvent) => {
    const address = (target as Element).closest('a')?.getAttribute('href');
    if (address) choose(address);
  };
  return <div onClick={onClick}>{sections}</div>;
}
