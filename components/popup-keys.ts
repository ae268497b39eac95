import { start } from '../messaging/start';
import type { PopupItem } from './popup-item';
import type { PageList } from './use-page-list';

/** What the keys of the search field act on. */
export interface KeyTargets {
  /** The rows below the field, and the one that is chosen by the arrow keys. */
  items: readonly PopupItem[];
  selected: PopupItem;
  /** The codes of the page. Absent while something is typed. */
  page: PageList | undefined;
  /** Selects a row, by its place among the rows. */
  select: (at: number) => void;
  open: (item: PopupItem) => void;
  copy: (item: PopupItem) => Promise<void>;
}

function hasSelection(input: HTMLInputElement): boolean {
  return input.selectionStart !== input.selectionEnd || !!String(getSelection());
}

/** The arrow key that leads on, in the direction in which people read. */
function stepOf(key: string, field: Element): 1 | -1 | undefined {
  const on = getComputedStyle(field).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  return key === on ? 1 : /^Arrow(?:Left|Right)$/.test(key) ? -1 : undefined;
}

/**
 * Up and down choose a row, Enter opens it, Ctrl+C copies it unless text is selected, and left and right lead from place
 * to place of a code of the page.
 *
 * @returns Whether the key was one of these, so that it does nothing else.
 */
export function pressOnRows(
  event: KeyboardEvent,
  field: HTMLInputElement,
  { items, selected, page, select, open, copy }: KeyTargets,
): boolean {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const onPage = page?.shown.find((one) => one === selected);
  const place = onPage && stepOf(event.key, field);
  if (step) select((items.indexOf(selected) + step + items.length) % items.length);
  else if (onPage && place) start('the next place of a code', () => page!.step(onPage, place));
  else if (event.key === 'Enter') open(selected);
  else if (event.key === 'c' && (event.ctrlKey || event.metaKey)) {
    if (hasSelection(field)) return false;
    start('copying a row', () => copy(selected));
  } else return false;
  return true;
}
