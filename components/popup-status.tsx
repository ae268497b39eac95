import { i18n } from './i18n';
import type { PopupItem } from './popup-item';
import type { PageList } from './use-page-list';

/** Which place of a code was just shown on the page, in words. */
function placeSaid({ shownLast, placeOf }: PageList): string {
  if (!shownLast) return '';
  const { code, places } = shownLast;
  return i18n.t('popup.placeShown', [code, String(placeOf(code)! + 1), String(places.length)]);
}

/** What the keys did that cannot be seen, for a screen reader: which row was copied, which place of the page is shown. */
export function PopupStatus({ copied, page }: { copied: PopupItem | undefined; page: PageList }) {
  return (
    <p class="hidden" role="status">
      {copied
        ? i18n.t('popup.copied', ['guide' in copied ? copied.guide.title : copied.code])
        : placeSaid(page)}
    </p>
  );
}
