import type { AnswerRow } from '../lookup/answer';
import type { AnswerItem } from '../lookup/answer-item';
import type { PageCode } from '../inspection/page-codes';

/** A row of an answer, or of the codes on the page. */
export type PopupItem = AnswerItem<AnswerRow & Partial<PageCode>>;

/** What tells an item from all others: its code, or the path of its guide. */
export function keyOf(item: PopupItem): string {
  return 'guide' in item ? `guide/${item.guide.name}` : item.code;
}
