import type { RefObject } from 'preact';
import { Glyph } from './glyph';

/** How much of a pasted text the field itself shows, in UTF-16 units. */
export const LONGEST_SHOWN = 200;

interface Props {
  field: RefObject<HTMLInputElement | null>;
  label: string;
  /** Shows the signpost before the field. */
  hasGlyph?: boolean;
  /** The list that the arrow keys move in, where there is one: its id, whether it is seen, the id of the row chosen. */
  list?: { id: string; isSeen: boolean; selected: string | undefined };
  /** The whole text, with the line breaks that a field cannot hold. */
  onText: (text: string) => void;
  onKey: (event: KeyboardEvent) => void;
}

/** The one field in which people type a code or words, or paste an error of any length. */
export function SearchField({ field, label, hasGlyph, list, onText, onKey }: Props) {
  return (
    <div class="search">
      {hasGlyph && <Glyph />}
      <input
        ref={field}
        type="search"
        list={undefined}
        autocomplete="off"
        spellcheck={false}
        placeholder={label}
        aria-label={label}
        role={list && 'combobox'}
        aria-expanded={list?.isSeen}
        aria-controls={list?.id}
        aria-activedescendant={list?.selected}
        onKeyDown={onKey}
        onInput={(event) => onText(event.currentTarget.value)}
        onPaste={(event) => {
          // A search field drops line breaks; the text itself is kept, so that its rows are read apart.
          const text = event.clipboardData?.getData('text/plain') ?? '';
          if (text.length <= LONGEST_SHOWN && !text.includes('\n')) return;
          event.preventDefault();
          event.currentTarget.value = text.slice(0, LONGEST_SHOWN).replace(/\s+/g, ' ');
          onText(text);
        }}
      />
    </div>
  );
}
