import { packedHresults } from '#knowledge/known-hresults';
import { unpackHresults } from '../lookup/known-hresults';
import { send, type Explanation, type Runtime } from '../messaging/protocol';
import { hostOfFrame, isMicrosoftHost, isSignInHost } from './host-of-frame';
import { runsOf, type Changes } from './changes';
import { allIn, bodyOfPage, rootOfPage } from './dom';
import { createPageCodes, type Steps } from './page-codes';
import { pageHandle, type PageHandle } from './page-handle';
import { openRoots } from './shadow-roots';
import { inSlices } from './slices';
import { watchText } from './watch';

/** How often the background is asked before the frame gives up, and the pause between, in milliseconds. */
const TRIES = 4;
const RETRY_AFTER = 700;

/** The page of a block by Conditional Access, by its own name: the same in every language. */
const BLOCK_PAGE = 'meta[name=PageID][content=ConvergedConditionalAccess]';

let hresults: Set<number> | undefined;

/**
 * Finds the codes of this frame and asks the background to explain them. Before a code is found it reads text
 * and does nothing else.
 * @param runtime The browser's runtime.
 */
export function findOnPage(runtime: Runtime): void {
  const host = hostOfFrame(window);
  const isSignIn = isSignInHost(host);
  const isMicrosoft = isMicrosoftHost(host);
  // Hidden frames of the sign-in service carry no message for a person.
  if (pageHandle() || !bodyOfPage() || (isSignIn && window !== top)) return;

  const stop = new AbortController();
  let isChanged = false;
  const codes = createPageCodes(
    {
      bareNumbers: isMicrosoft,
      isKnownHresult: (code) => (hresults ??= unpackHresults(packedHresults)).has(+code),
    },
    (hit) => {
      isChanged = true;
      page.marker?.add(hit);
    },
    (hit) => {
      isChanged = true;
      page.marker?.remove(hit);
    },
  );
  const { promise: explanation, resolve } = Promise.withResolvers<Explanation>();
  // Own property of the global object, which no element of the page can stand in for.
  const page: PageHandle = (globalThis.signpost = {
    host,
    isSignIn,
    isMicrosoft,
    hits: codes.hits,
    hitsAt: codes.at,
    explanation,
    stop,
    send: (name, data) => send(runtime, name, data),
  });
  stop.signal.addEventListener('abort', () => {
    globalThis.signpost = undefined;
  });

  let isAsked = false;
  const explain = (tries: number) => {
    const unique = new Set([...codes.hits].map((hit) => hit.code));
    send(runtime, 'explain', { codes: [...unique], needsCard: true })
      .then((answer) => (answer.isOn ? resolve(answer) : stop.abort()))
      .catch(() => {
        // The worker is not up yet, or the extension was updated and never will be: the page stays quiet.
        if (tries > 1) setTimeout(explain, RETRY_AFTER, tries - 1);
      });
  };

  function* read({ roots, goneNodes }: Changes, include: (root: ShadowRoot) => void): Steps {
    const runs = runsOf(roots);
    yield* codes.read(runs, goneNodes);
    for (const node of runs.flat()) if (roots.has(node)) yield* openRoots(node, include);
  }

  watchText(
    {
      async read(changes, include) {
        await inSlices(read(changes, include), stop.signal, ask);
        if (isChanged || keepsCodeBack()) page.changed?.();
        isChanged = false;
        ask();
      },
      search: (include) => inSlices(openRoots(rootOfPage()!, include), stop.signal),
      reopened: () => page.reopened?.(),
    },
    stop.signal,
  );

  /** Asks once: of a long page as soon as its first codes are found. */
  function ask(): void {
    if (isAsked || !(codes.hits.size || keepsCodeBack())) return;
    isAsked = true;
    explain(TRIES);
  }
  /** Under a block by Conditional Access the code stands behind a link, to which a line of ours points. */
  function keepsCodeBack(): boolean {
    return isSignIn && allIn(rootOfPage()!, BLOCK_PAGE).length > 0;
  }
}
