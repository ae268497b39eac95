import { entryAddress, guideAddress } from './address';
import type { Answer, AnswerRow } from './answer';
import type { GuideLine } from './guide';

/** A code or a guide in a list. */
export type AnswerItem<Row extends AnswerRow = AnswerRow> = Row | { guide: GuideLine };

/** What stands in a list: the best code first, then the guides, then all other codes; or the guide that answers better. */
export function itemsOf({
  rows,
  guides,
  isGuideFirst,
}: Pick<Answer, 'rows' | 'guides' | 'isGuideFirst'>): AnswerItem[] {
  const [first, ...others] = guides.map((guide) => ({ guide }));
  if (first && isGuideFirst) return [first, ...rows.slice(0, 1), ...others, ...rows.slice(1)];
  return [...rows.slice(0, 1), ...(first ? [first] : []), ...others, ...rows.slice(1)];
}

/** The address of an item on the lookup page. */
export function itemAddress(item: AnswerItem): string {
  return 'guide' in item ? guideAddress(item.guide.name) : entryAddress(item.code);
}
