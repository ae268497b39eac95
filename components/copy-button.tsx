import { useState } from 'preact/hooks';
import { start } from '../messaging/start';
import { i18n } from './i18n';
import { useBriefly } from './use-briefly';

/** Puts text on the clipboard, which may still be gathered. Answers false where the browser does not allow it. */
export type Copy = (text: Promise<string>) => Promise<boolean>;

interface Props {
  label: string;
  /** Tells what it copies from what it copied before, where a button comes to stand for another one. */
  of: string;
  /** What is copied, gathered on the press. */
  text: () => string | Promise<string>;
  copy: Copy;
  isMain?: boolean;
}

/** Copies a text and says so for a moment. Where copying fails, shows the text, selected, to be copied by hand. */
export function CopyButton({ label, of, text, copy, isMain }: Props) {
  const [copied, setCopied] = useBriefly<string>();
  const [failed, setFailed] = useState<{ of: string; text: string }>();
  const press = async () => {
    const gathering = Promise.resolve(text());
    const isDone = await copy(gathering).catch(() => false);
    const gathered = await gathering;
    setCopied(isDone ? of : undefined);
    setFailed(isDone ? undefined : { of, text: gathered });
  };
  const isCopied = copied === of;
  return (
    <>
      <button type="button" class={isMain ? 'main' : ''} onClick={() => start('copying', press)}>
        {isCopied ? `✓ ${i18n.t('card.copied')}` : label}
      </button>
      {failed?.of === of && (
        <label class="by-hand">
          {i18n.t('card.copyFailed')}
          <textarea readOnly rows={5} value={failed.text} ref={(area) => area?.select()} />
        </label>
      )}
      <span class="hidden" role="status">
        {isCopied ? i18n.t('card.copied') : ''}
      </span>
    </>
  );
}
