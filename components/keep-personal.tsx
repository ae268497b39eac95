import { i18n } from './i18n';

interface Props {
  isKept: boolean;
  keep: (isKept: boolean) => void;
}

/** Whether names and addresses stay in what is sent on. */
export function KeepPersonal({ isKept, keep }: Props) {
  return (
    <label>
      <input
        type="checkbox"
        checked={isKept}
        onChange={(event) => keep(event.currentTarget.checked)}
      />{' '}
      {i18n.t('findings.keep')}
    </label>
  );
}
