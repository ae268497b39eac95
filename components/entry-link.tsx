import type { Code } from '../detection/code';
import { entryAddress } from '../lookup/address';
import type { IndexLine } from '../lookup/index-line';
import { i18n } from './i18n';

/** What the codes of a report are called, and how their entries open. */
export interface EntryLinks {
  lineOf: (code: Code) => IndexLine | undefined;
  /** Opens the entry of a code. */
  choose: (code: Code) => void;
}

/** The title of a code, which opens its entry, and the code. */
export function EntryLink({ code, lineOf, choose }: EntryLinks & { code: Code }) {
  return (
    <>
      <a
        href={entryAddress(code)}
        onClick={(event) => {
          event.preventDefault();
          choose(code);
        }}
      >
        {lineOf(code)?.title ?? i18n.t('unknown.title')}
      </a>{' '}
      <span class="code">{code}</span>
    </>
  );
}
