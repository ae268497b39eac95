import { i18n } from './i18n';
import type { PopupItem } from './popup-item';
import { QuickAnswer } from './quick-answer';
import { RowFacts } from './row-facts';
import type { LoadEntry } from './use-entry';

interface Props {
  id: string;
  item: PopupItem;
  /** False while the catalog is not there, so that a missing line says nothing about the code. */
  isLookedUp: boolean;
  isSelected: boolean;
  isCopied: boolean;
  choose: () => void;
  /** Given where the row is the answer itself, which then says what to do. */
  loadEntry: LoadEntry | undefined;
}

/** What names a row beside its title: the code, with how often it stands on the page, or that it is a guide. */
function chipOf(item: PopupItem): string {
  if ('guide' in item) return i18n.t('guide.chip');
  const { code, count = 1 } = item;
  return count > 1 ? `${code} ${i18n.t('popup.count', [String(count)])}` : code;
}

/** A code or a guide in a list of results. */
export function ResultRow(props: Props) {
  const { id, item, isLookedUp, isSelected, isCopied, choose, loadEntry } = props;
  const isGuide = 'guide' in item;
  const code = isGuide ? undefined : item.code;
  const line = isGuide ? undefined : item.line;
  const { title, summary } = isGuide ? item.guide : (line ?? {});
  return (
    <div
      class="row"
      role="option"
      id={id}
      data-code={code}
      data-guide={isGuide ? item.guide.name : undefined}
      aria-selected={isSelected}
      aria-labelledby={`${id}-name ${id}-chip`}
      aria-describedby={`${id}-about`}
      ref={(row) => {
        if (isSelected) row?.scrollIntoView({ block: 'nearest' });
      }}
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
      </span>
    </div>
  );
}
