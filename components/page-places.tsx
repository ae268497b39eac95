import { i18n } from './i18n';
import { notFailed, type PageItem } from './page-list';

interface Props {
  page: PageItem;
  /** Which of its places was shown last; absent before the first. */
  at: number | undefined;
  /** Shows the place before or after it. */
  step: (by: 1 | -1) => void;
}

/**
 * When a code of the page was sent, and the way through its places. The arrows are for the pointer; the keyboard has its
 * arrow keys in the field, since a row of a list holds no buttons.
 */
export function PagePlaces({ page, at, step }: Props) {
  const { places, first, last } = page;
  const fine = notFailed(page);
  const press = (by: 1 | -1) => (event: MouseEvent) => {
    event.stopPropagation();
    step(by);
  };
  return (
    <>
      {places.length > 1 && (
        <span class="steps">
          <span
            aria-hidden
            class="to-place"
            title={i18n.t('popup.previousPlace')}
            onClick={press(-1)}
          >
            ‹
          </span>
          {at !== undefined && i18n.t('popup.place', [String(at + 1), String(places.length)])}
          <span aria-hidden class="to-place" title={i18n.t('popup.nextPlace')} onClick={press(1)}>
            ›
          </span>
        </span>
      )}
      {first && (
        <span class="times">
          {first === last ? first : i18n.t('popup.between', [first, last!])}
        </span>
      )}
      {places.every(({ isInEditor }) => isInEditor) && (
        <span class="times">{i18n.t('popup.inEditor')}</span>
      )}
      {fine > 0 && (
        <span class="times">
          {i18n.t('popup.notFailed', [String(fine), String(places.length)])}
        </span>
      )}
    </>
  );
}
