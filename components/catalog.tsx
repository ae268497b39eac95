import { i18n } from './i18n';
import { guideAddress } from '../lookup/address';
import { itemAddress, itemsOf, type Answer, type AnswerItem } from '../lookup/answer';
import type { GuideLine } from '../lookup/guide';
import type { IndexLine } from '../lookup/index-line';
import { ListLimits } from './list-limits';
import { RowFacts } from './row-facts';
import type { Loading } from './use-entry';

interface Props {
  /** What the filter is answered with; all codes stand where it is empty. */
  answer: Answer;
  /** Absent until the catalog is there. */
  lines: IndexLine[] | undefined;
  guides: GuideLine[];
  state: Loading<unknown>['state'];
  /** The page's heading stands above, over the findings. */
  isBelow: boolean;
  /** Called with the address of what is chosen, before the page's address changes. */
  choose: (address: string) => void;
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

function CatalogRow({
  item,
  state,
  choose,
}: Pick<Props, 'state' | 'choose'> & { item: AnswerItem }) {
  const address = itemAddress(item);
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

/** All codes, or those that answer a query. */
export function Catalog({ answer, lines, guides, state, isBelow, choose }: Props) {
  const isAll = answer.kind === 'empty';
  const items: AnswerItem[] = isAll
    ? (lines ?? []).map((line) => ({ code: line.code, line }))
    : itemsOf(answer);
  const title = isAll
    ? 'lookup.catalogTitle'
    : answer.kind === 'text'
      ? 'popup.inYourText'
      : 'popup.results';
  return (
    <>
      {isBelow ? <h2>{i18n.t(title)}</h2> : <h1>{i18n.t(title)}</h1>}
      <p class="soft" role="status">
        {items.length > 0
          ? (isAll || answer.total > 0) &&
            i18n.t('lookup.count', [String(isAll ? items.length : answer.total)])
          : state === 'loading'
            ? i18n.t('card.loading')
            : state === 'loaded'
              ? i18n.t('popup.none')
              : ''}
      </p>
      {isAll && guides.length > 0 && (
        <nav class="guides screen-only" aria-label={i18n.t('guide.all')}>
          <b>{i18n.t('guide.all')}</b>
          <GuideList guides={guides} />
        </nav>
      )}
      {items.length > 0 && (
        <ul class="catalog">
          {items.map((item) => (
            <CatalogRow key={itemAddress(item)} {...{ item, state, choose }} />
          ))}
        </ul>
      )}
      <ListLimits {...answer} />
    </>
  );
}
