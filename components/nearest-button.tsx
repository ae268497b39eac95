import { i18n } from './i18n';

/** Beside words that found nothing: shows codes that hold some of them. */
export function NearestButton({ ask }: { ask: () => void }) {
  return (
    <button type="button" class="link nearest" onClick={ask}>
      {i18n.t('popup.nearest')}
    </button>
  );
}
