import { i18n } from './i18n';
import type { Code } from '../detection/code';
import type { IndexLine } from '../lookup/index-line';

interface Props {
  id: string;
  code: Code;
  line: IndexLine | undefined;
  /** How often the code stands on the page; absent in answers to a query. */
  count?: number;
  isSelected: boolean;
  choose: () => void;
}

/** A code in a list of results. */
export function ResultRow({ id, code, line, count, isSelected, choose }: Props) {
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
      <span class="name">{line?.[1] ?? i18n.t('unknown.title')}</span>
      <span class="chip">
        {code}
        {count && count > 1 ? ` ${i18n.t('popup.count', [String(count)])}` : ''}
      </span>
      <span class="about">{line?.[2]}</span>
    </div>
  );
}
