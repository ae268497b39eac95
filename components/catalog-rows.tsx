import { useMemo } from 'preact/hooks';
import { entryAddress, guideAddress } from '../lookup/address';
import type { AnswerItem } from '../lookup/answer';
import { mayStandInAddress, WHOLE_CATALOG, type CatalogList } from '../lookup/catalog-list';
import type { Area } from '../lookup/entry';
import { facetWord } from './catalog-facets';
import { i18n } from './i18n';
import { RowFacts } from './row-facts';
import type { Loading } from './use-entry';
import { useGrowing } from './use-growing';

/** Rows that are drawn at once: more than the highest window shows, and few enough for a slow machine. */
const PIECE = 300;

/** A part of a list, under the heading of its area where it stands under areas. */
export interface RowGroup {
  area?: Area;
  items: AnswerItem[];
}

interface Props {
  groups: RowGroup[];
  list: CatalogList;
  state: Loading<unknown>['state'];
  /** Whether a list was whole before this one is shown. */
  wasWhole: { current: boolean };
  /** Called with the address of what is chosen, before the page's address changes. */
  choose: (address: string) => void;
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
}: Pick<Props, 'state'> & { item: AnswerItem; address: string }) {
  if ('guide' in item)
    return (
      <li data-guide={item.guide.name}>
        <a href={address}>
          <span class="code">{i18n.t('guide.chip')}</span> <span>{item.guide.title}</span>
        </a>
      </li>
    );
  const { code, line } = item;
  const title = line?.title ?? (state === 'loaded' ? i18n.t('unknown.title') : '');
  return (
    <li>
      <a href={address}>
        <span class="code">{code}</span> <span>{title}</span>
      </a>
      {line && <RowFacts line={line} />}
    </li>
  );
}

/** Some rows of a list, which are drawn once. */
function Piece({ items, list, state }: Pick<Props, 'list' | 'state'> & { items: AnswerItem[] }) {
  return useMemo(
    () => (
      <>
        {items.map((item) => {
          const address = addressIn(list, item);
          return <CatalogRow key={address} {...{ item, address, state }} />;
        })}
      </>
    ),
    [items, list, state],
  );
}

/** Rows in pieces, and how many pieces come before them. */
function inPieces(groups: readonly RowGroup[]) {
  let before = 0;
  return groups.map(({ area, items }) => {
    const pieces = Array.from({ length: Math.ceil(items.length / PIECE) }, (_, at) =>
      items.slice(at * PIECE, (at + 1) * PIECE),
    );
    const group = { area, count: items.length, before, pieces };
    before += pieces.length;
    return group;
  });
}

/** The rows of a list: those at its beginning at once, the others soon after. */
export function CatalogRows({ groups, list, state, wasWhole, choose }: Props) {
  const parts = useMemo(() => inPieces(groups), [groups]);
  const total = parts.reduce((sum, { pieces }) => sum + pieces.length, 0);
  const drawn = useGrowing(groups, total, wasWhole);
  const onClick = ({ target }: MouseEvent) => {
    const address = (target as Element).closest('a')?.getAttribute('href');
    if (address) choose(address);
  };
  return (
    <div aria-busy={drawn < total}>
      {parts.map(({ area, count, before, pieces }) => {
        if (before >= drawn) return null;
        const listed = (
          <ul class="catalog" onClick={onClick}>
            {pieces.slice(0, drawn - before).map((items, at) => (
              <Piece key={at} {...{ items, list, state }} />
            ))}
          </ul>
        );
        if (!area) return listed;
        return (
          <section key={area} class="area">
            <h2>
              {facetWord('area', area)} <span class="soft">{count}</span>
            </h2>
            {listed}
          </section>
        );
      })}
    </div>
  );
}
