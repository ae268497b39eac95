import { useEffect, useRef } from 'preact/hooks';
import { i18n } from './i18n';

/** How much of a long text the box itself shows, in UTF-16 units; all of it is read. */
const LONGEST_SHOWN = 20_000;

interface Props {
  text: string;
  onText: (text: string) => void;
}

/** A box for a record that somebody pastes or types into a guide. */
export function PasteBox({ text, onText }: Props) {
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    // Typing is not disturbed: what stands there is what was typed.
    const shown = text.slice(0, LONGEST_SHOWN);
    if (box.current!.value !== shown) box.current!.value = shown;
  }, [text]);
  return (
    <div class="paste screen-only">
      <label for="paste">{i18n.t('guide.label')}</label>
      <textarea
        id="paste"
        ref={box}
        rows={3}
        spellcheck={false}
        autocomplete="off"
        aria-describedby="paste-hint"
        onInput={(event) => onText(event.currentTarget.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData?.getData('text/plain') ?? '';
          // A short one goes where the cursor stands.
          if (pasted.length <= LONGEST_SHOWN) return;
          event.preventDefault();
          onText(pasted);
        }}
      />
      <p class="soft" id="paste-hint">
        {i18n.t('guide.hint')}
      </p>
    </div>
  );
}
