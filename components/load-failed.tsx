import { i18n } from './i18n';

interface Props {
  text: string;
  retry?: () => void;
}

/** Says that a packaged file could not be read, and what to do. */
export function LoadFailed({ text, retry }: Props) {
  return (
    <div class="message stack">
      <p role="alert">{text}</p>
      {retry && (
        <button type="button" onClick={retry}>
          {i18n.t('lookup.retry')}
        </button>
      )}
    </div>
  );
}
