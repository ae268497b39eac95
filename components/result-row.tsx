import { i18n } from './i18n';
import type { Code } from '../detection/code';
import type { IndexLine } from '../lookup/index-line';
import { RowFacts } from './row-facts';

interface Props {
  id: string;
  code: Code;
  line: IndexLine | undefined;
  /** False while the catalog is not there, so that a missing line says nothing about the code. */
  isLookedUp: boolean;
  /** How often the code stands on the page; absent in answers to a query. */
  count?: number;
  isSelected: boolean;
  isCopied: boolean;
  choose: () => void;
}

/** A code in a list of results. */
export function ResultRow(props: Props) {
  const { id, code, line, isLookedUp, count, isSelected, isCopied, choose } = props;
  const { title, summary } = line ?? {};
  return (
    <div
      class="row"
      role="option"
      id={id}
      data-code={code}
      aria-selected={isSelected}
      ref={(row) => {
        if (isSelected) row?.scrollIntoView({ block: 'nearest' });
      }}
      onClick={choose}
    >
      <span class="name">{title ?? (isLookedUp ? i18n.t('unknown.title') : code)}</span>
      <span class="chip">
        {isCopied ? `✓ ${i18n.t('card.copied')}` : code}
        {!isCopied && count && count > 1 ? ` ${i18n.t('popup.count', [String(count)])}` : ''}
      </span>
      {summary && <span class="about">{summary}</span>}
      {line && <RowFacts line={line} />}
    </div>
  );
}
