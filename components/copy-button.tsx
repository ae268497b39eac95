import { useEffect, useState } from 'preact/hooks';
import { i18n } from './i18n';

/** Puts text on the clipboard. Answers false where the browser does not allow it. */
export type Copy = (text: string) => Promise<boolean>;

interface Props {
  label: string;
  text: string;
  copy: Copy;
  isMain?: boolean;
}

/** How long "Copied" stands, in milliseconds. */
const SAID_FOR = 2000;

/** Copies a text and says so. Where copying fails, shows the text, selected, to be copied by hand. */
export function CopyButton({ label, text, copy, isMain }: Props) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  const [presses, setPresses] = useState(0);
  const press = async () => {
    const isCopied = await copy(text).catch(() => false);
    setState(isCopied ? 'copied' : 'failed');
    setPresses(presses + 1);
  };
  useEffect(() => {
    if (state !== 'copied') return;
    const timer = setTimeout(() => setState('idle'), SAID_FOR);
    return () => clearTimeout(timer);
  }, [state, presses]);
  return (
    <>
      <button type="button" class={isMain ? 'main' : ''} onClick={() => void press()}>
        {state === 'copied' ? `✓ ${i18n.t('card.copied')}` : label}
      </button>
      {state === 'failed' && (
        <label class="by-hand">
          {i18n.t('card.copyFailed')}
          <textarea readOnly rows={5} value={text} ref={(area) => area?.select()} />
        </label>
      )}
      <span class="hidden" role="status">
        {state === 'copied' ? i18n.t('card.copied') : ''}
      </span>
    </>
  );
}
