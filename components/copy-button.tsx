import { useState } from 'preact/hooks';
import { i18n } from './i18n';
import { useBriefly } from './use-briefly';

/** Puts text on the clipboard. Answers false where the browser does not allow it. */
export type Copy = (text: string) => Promise<boolean>;

interface Props {
  label: string;
  text: string;
  copy: Copy;
  isMain?: boolean;
}

/** Copies a text and says so for a moment. Where copying fails, shows the text, selected, to be copied by hand. */
export function CopyButton({ label, text, copy, isMain }: Props) {
  // Both remember which text, so that a button that comes to stand for another one says nothing about it.
  const [copied, setCopied] = useBriefly<string>();
  const [failed, setFailed] = useState<string>();
  const press = async () => {
    const isDone = await copy(text).catch(() => false);
    setCopied(isDone ? text : undefined);
    setFailed(isDone ? undefined : text);
  };
  const isCopied = copied === text;
  return (
    <>
      <button type="button" class={isMain ? 'main' : ''} onClick={() => void press()}>
        {isCopied ? `✓ ${i18n.t('card.copied')}` : label}
      </button>
      {failed === text && (
        <label class="by-hand">
          {i18n.t('card.copyFailed')}
          <textarea readOnly rows={5} value={text} ref={(area) => area?.select()} />
        </label>
      )}
      <span class="hidden" role="status">
        {isCopied ? i18n.t('card.copied') : ''}
      </span>
    </>
  );
}
