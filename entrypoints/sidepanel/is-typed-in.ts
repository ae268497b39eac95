import { mayStandInAddress } from '../../lookup/catalog-list';

/**
 * Whether somebody types in this page, or has put a text into its search field that no way back would bring again: what
 * is shown then stays.
 */
export function isTypedIn(): boolean {
  const field = document.querySelector<HTMLInputElement>('.search input');
  if (field && !mayStandInAddress(field.value)) return true;
  const { activeElement } = document;
  if (!document.hasFocus()) return false;
  // The search field has the keyboard whenever nothing else has.
  if (activeElement === field) return !!field?.value;
  return !!activeElement?.matches('textarea:not([readonly]),input[type=text]');
}
