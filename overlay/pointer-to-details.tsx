import { closest, textOf } from '../finder/dom';
import { render } from 'preact';
import { DetailsPointer } from '../components/details-pointer';
import { hasNoteRoom } from './note-anchor';
import { elementAfter, putBehind } from './page-element';
import { createShadowHost } from './shadow-host';
import { isDarkAt } from './theme';

/** Links and buttons of the message itself, not of the footer. */
const ACTIONS = '[role=main] :is(a,button,[role=button],[role=link])';

const LONGEST_NAME = 60;

/** The kind of the page, by its own name for it: the same in every language. */
const HIDDEN_CODE_PAGE = 'meta[name=PageID][content=ConvergedConditionalAccess]';

/** One line on a page that keeps its code back. */
export interface PointerToDetails {
  /** @param hasCode Whether a code stands on the page by now. */
  update(hasCode: boolean): void;
}

/** The link that unfolds the details of the block: it opens no address, and stands last. */
function detailsLink(): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>(ACTIONS)]
    .filter((link) => /^(#|javascript:)?$/.test(link.getAttribute('href') ?? ''))
    .at(-1);
}

/**
 * Under a block by Conditional Access: the code stands behind a link, and nothing on the first screen can be explained.
 * One line says so, in the page's own name for the link.
 * @param isSignIn Whether this is a sign-in page.
 * @param signal Removes the line.
 */
export function createPointerToDetails(isSignIn: boolean, signal: AbortSignal): PointerToDetails {
  let line: { end: AbortController } | undefined;
  const remove = () => line?.end.abort();
  signal.addEventListener('abort', remove);

  return {
    update(hasCode) {
      if (!isSignIn || hasCode || !document.querySelector(HIDDEN_CODE_PAGE)) return remove();
      if (line) return;
      const link = detailsLink();
      const name = link && textOf(link)?.trim();
      const block = link && closest(link, 'div,p,li');
      if (!name || name.length > LONGEST_NAME || !block || !hasNoteRoom(block)) return;
      const end = new AbortController();
      end.signal.addEventListener('abort', () => (line = undefined));
      const { host, mount, setDark } = createShadowHost('signpost-note', end.signal);
      line = { end };
      setDark(isDarkAt(block));
      render(<DetailsPointer name={name} />, mount);
      if (elementAfter(block) !== host) putBehind(block, host);
    },
  };
}
