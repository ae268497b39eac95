import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from './i18n';
import type { PopupItem } from './popup-item';
import { formatCount } from '../log/format';
import { start } from '../messaging/start';
import { PagePlaces } from './page-places';
import { QuickAnswer } from './quick-answer';
import { RowFacts } from './row-facts';
import type { LoadEntry } from './use-entry';
import type { PageList } from './use-page-list';

interface Props {
  id: string;
  item: PopupItem;
  /** False while the catalog is not there, so that a missing line says nothing about the code. */
  isLookedUp: boolean;
  isSelected: boolean;
  isFirst: boolean;
  isCopied: boolean;
  choose: () => void;
  /** Given where the row is the answer itself, which then says what to do. */
  loadEntry: LoadEntry | undefined;
  /** The list that the row belongs to, where it is that of the page. */
  page: PageList | undefined;
}

/** What names a row beside its title: the code, with how often it stands on the page or in a count, or that it is a guide. */
function chipOf(item: PopupItem): string {
  if ('guide' in item) return i18n.t('guide.chip');
  const { code, places, times } = item;
  const count = times ?? places?.length ?? 1;
  return count > 1 ? `${code} ${i18n.t('popup.count', [formatCount(count)])}` : code;
}

/** A code or a guide in a list of results. */
export function ResultRow(props: Props) {
  const { id, item, isLookedUp, isSelected, isFirst, isCopied, choose, loadEntry, page } = props;
  const row = useRef<HTMLDivElement>(null);
  const isNew = useRef(true);
  // The first row is chosen before anybody chose it: what stands above it is to be read first.
  useLayoutEffect(() => {
    if (isSelected && !(isFirst && isNew.current))
      row.current!.scrollIntoView({ block: 'nearest' });
    isNew.current = false;
  }, [isSelected]);
  const isGuide = 'guide' in item;
  const code = isGuide ? undefined : item.code;
  const line = isGuide ? undefined : item.line;
  const onPage = page?.shown.find((one) => one === item);
  const { title, summary } = isGuide ? item.guide : (line ?? {});
  return (
    <div
      class={onPage ? 'row on-page' : 'row'}
      role="option"
      id={id}
      data-code={code}
      data-guide={isGuide ? item.guide.name : undefined}
      aria-selected={isSelected}
      aria-labelledby={`${id}-name ${id}-chip`}
      aria-describedby={`${id}-about`}
      ref={row}
      onClick={choose}
    >
      <span class="name" id={`${id}-name`}>
        {title ?? (isLookedUp ? i18n.t('unknown.title') : code)}
      </span>
      <span class="chip" id={`${id}-chip`}>
        {isCopied ? `✓ ${i18n.t('card.copied')}` : chipOf(item)}
      </span>
      <span class="more" id={`${id}-about`}>
        {summary && <span class="about">{summary}</span>}
        {line && <RowFacts line={line} />}
        {code && loadEntry && (
          <span class="answer">
            <QuickAnswer {...{ code, loadEntry }} />
          </span>
        )}
        {onPage && page && (
          <PagePlaces
            page={onPage}
            at={page.placeOf(onPage.code)}
            step={(by) => start('the next place of a code', () => page.step(onPage, by))}
          />
        )}
      </span>
    </div>
  );
}
