import { start } from '../messaging/start';
import { useState } from 'preact/hooks';
import { i18n } from './i18n';
import { useBriefly } from './use-briefly';

interface Props {
  label: string;
  value: boolean;
  isManaged: boolean;
  /** Who set it, in words; empty where nobody asks. */
  origin: string;
  /** Rejects where the browser cannot store it. */
  save: (value: boolean) => Promise<void>;
}

/** A setting that is on or off, saved when it is changed. */
export function SettingSwitch({ label, value, isManaged, origin, save }: Props) {
  const [isSaved, setSaved] = useBriefly<true>();
  const [hasFailed, setFailed] = useState(false);
  const change = async (box: HTMLInputElement) => {
    try {
      await save(box.checked);
      setFailed(false);
      setSaved(true);
    } catch {
      box.checked = value;
      setSaved(undefined);
      setFailed(true);
    }
  };
  return (
    <div class="setting">
      <label class="choice">
        <input
          type="checkbox"
          checked={value}
          disabled={isManaged}
          onChange={({ currentTarget }) => start('saving an option', () => change(currentTarget))}
        />
        <span>
          {label}
          {origin && <span class="soft"> · {origin}</span>}
        </span>
      </label>
      <span class="saved" role="status">
        {isSaved && `✓ ${i18n.t('options.saved')}`}
      </span>
      {hasFailed && (
        <p class="error" role="alert">
          {i18n.t('options.notSaved')}
        </p>
      )}
    </div>
  );
}
