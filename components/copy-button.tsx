import { useState } from 'preact/hooks';
import { i18n } from './i18n';
import { trusted } from './trusted';

/** Puts text on the clipboard. Answers false where the browser does not allow it. */
export type Copy = (text: string) => Promise<boolean>;

interface Props {
  label: string;
  text: string;
  copy: Copy;
  isMain?: boolean;
}

/** Copies a text and says so. Where copying fails, shows the text, selected, to be copied by hand. */
export function CopyButton({ label, text, copy, isMain }: Props) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  const click = trusted(() => {
    void copy(text).then((isCopied) => setState(isCopied ? 'copied' : 'failed'));
  });
  return (
    <>
      <button type="button" class={isMain ? 'main' : ''} onClick={click}>
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
