import type { AnswerRow } from '../lookup/answer';
import type { AnswerItem } from '../lookup/answer-item';
import type { PageCode } from '../inspection/page-codes';

/** A row of an answer, or of the codes on the page. */
export type PopupItem = AnswerItem<AnswerRow & Partial<PageCode>>;

/** What tells an item from all others: its code, or the path of its guide. */
export function keyOf(item: PopupItem): string {
  return 'guide' in item ? `guide/${item.guide.name}` : item.code;
}

/** What Ctrl+C on a row copies: the code, its title and what it means, in one line. */
export function copiedText(item: PopupItem): string {
  const line = 'guide' in item ? item.guide : item.line;
  const parts = ['guide' in item ? '' : item.code, line ? `${line.title}. ${line.summary}` : ''];
  return parts.filter(Boolean).join(': ');
}
