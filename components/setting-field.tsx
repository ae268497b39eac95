import { start } from '../messaging/start';
import { useId, useState } from 'preact/hooks';
import { i18n } from './i18n';
import { useBriefly } from './use-briefly';

export interface FieldProps {
  label: string;
  value: string;
  isManaged: boolean;
  /** Who set it, in words; empty where nobody asks. */
  origin: string;
  /** False for a text that the setting cannot be. Empty is always allowed. */
  isValid: (text: string) => boolean;
  /** Rejects where the browser cannot store it. */
  save: (value: string) => Promise<void>;
}

/**
 * A setting that is a text, saved when the field is left. A refused text stays in the field, with what is wrong under
 * it, and keeps nothing else from being saved.
 */
export function SettingField({ label, value, isManaged, origin, isValid, save }: FieldProps) {
  const id = useId();
  // What was typed and could not be saved. It outlives a new value from elsewhere, such as a policy that comes late.
  const [draft, setDraft] = useState<string>();
  const [error, setError] = useState('');
  const [isSaved, setSaved] = useBriefly<true>();
  const change = async (typed: string) => {
    const text = typed.trim();
    setDraft(typed);
    setSaved(undefined);
    if (text && !isValid(text)) {
      setError(i18n.t('options.badUrl'));
      return;
    }
    try {
      await save(text);
      setDraft(undefined);
      setError('');
      setSaved(true);
    } catch {
      setError(i18n.t('options.notSaved'));
    }
  };
  const shownError = isManaged ? '' : error;
  return (
    <div class="setting">
      <label for={id}>
        {label}
        {origin && <span class="soft"> · {origin}</span>}
      </label>
      <span class="saved" role="status">
        {isSaved && `✓ ${i18n.t('options.saved')}`}
      </span>
      <input
        id={id}
        type="text"
        list={undefined}
        spellcheck={false}
        value={isManaged ? value : (draft ?? value)}
        disabled={isManaged}
        aria-invalid={!!shownError}
        aria-describedby={shownError ? `${id}-error` : undefined}
        onChange={({ currentTarget: { value } }) => start('saving an option', () => change(value))}
      />
      {shownError && (
        <p class="error" role="alert" id={`${id}-error`}>
          {shownError}
        </p>
      )}
    </div>
  );
}
