import { i18n } from './i18n';
import type { Answer } from '../lookup/answer';

/** Says what of a long text was left out. */
export function ListLimits({ rows, total, isCut }: Answer) {
  return (
    <>
      {total > rows.length && (
        <p class="message">{i18n.t('popup.tooMany', [String(rows.length), String(total)])}</p>
      )}
      {isCut && <p class="message">{i18n.t('popup.tooLong', ['2'])}</p>}
    </>
  );
}
