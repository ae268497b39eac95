import type { RefObject } from 'preact';
import { i18n } from './i18n';
import { LOG_ADDRESS } from '../lookup/address';
import { CollectorLink } from './collector-link';
import { FileButton } from './file-button';
import { Glyph } from './glyph';
import { SearchField } from './search-field';

interface BarProps {
  field: RefObject<HTMLInputElement | null>;
  onText: (text: string) => void;
  onKey: (event: KeyboardEvent) => void;
  onFile: (file: File) => void;
}

/** What stands above every view of the lookup page: the field, and the ways to a file, the log and the catalog. */
export function LookupBar({ field, onText, onKey, onFile }: BarProps) {
  return (
    <header class="bar screen-only">
      <a class="home" href="#" aria-label={`Signpost: ${i18n.t('lookup.back')}`}>
        <Glyph /> <span>Signpost</span>
      </a>
      <SearchField field={field} label={i18n.t('popup.label')} onText={onText} onKey={onKey} />
      <FileButton
        label={i18n.t('findings.open')}
        accept=".txt,.log,.json,.csv,.xml,text/*"
        onFile={onFile}
      />
      <a class="to-log" href={LOG_ADDRESS}>
        {i18n.t('log.open')}
      </a>
      <CollectorLink />
      <a class="all" href="#">
        {i18n.t('lookup.back')}
      </a>
    </header>
  );
}
