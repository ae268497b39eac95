import { packedHresults } from '#knowledge/known-hresults';
import { unpackHresults } from '../lookup/known-hresults';
import { send, type Explanation, type Runtime } from '../messaging/protocol';
import { hostOfFrame, isMicrosoftHost, isSignInHost } from './host-of-frame';
import { createMarks } from './marks';
import { createPageCodes } from './page-codes';
import { watchText } from './watch';

/** How often the background is asked before the frame gives up, and the pause between, in milliseconds. */
const TRIES = 4;
const RETRY_AFTER = 700;

/** The page of a block by Conditional Access, by its own name: the same in every language. */
const BLOCK_PAGE = 'meta[name=PageID][content=ConvergedConditionalAccess]';

let hresults: Set<number> | undefined;

/**
 * Finds and marks the codes of this frame and asks the background to explain them. Before a code is found it reads text
 * and does nothing else.
 * @param runtime The browser's runtime.
 */
export function findOnPage(runtime: Runtime): void {
  const host = hostOfFrame(window);
  const isSignIn = isSignInHost(host);
  const isMicrosoft = isMicrosoftHost(host);
  // Hidden frames of the sign-in service carry no message for a person.
  if (globalThis.signpost || (isSignIn && window !== top)) return;

  const stop = new AbortController();
  const marks = createMarks();
  // On sign-in pages nothing shows before it is known that the organization allows it.
  let isMarking = !isSignIn;
  const codes = createPageCodes(
    {
      bareNumbers: isMicrosoft,
      isKnownHresult: (code) => (hresults ??= unpackHresults(packedHresults)).has(+code),
    },
    ({ range }) => isMarking && marks.add(range),
    ({ range }) => marks.remove(range),
  );
  let resolve!: (explanation: Explanation) => void;
  const explanation = new Promise<Explanation>((settle) => {
    resolve = settle;
  });
  globalThis.signpost = {
    host,
    isSignIn,
    isMicrosoft,
    hits: codes.hits,
    explanation,
    stop,
    send: (name, data) => send(runtime, name, data),
  };
  stop.signal.addEventListener('abort', () => {
    marks.clear();
    globalThis.signpost = undefined;
  });

  let isAsked = false;
  const ask = async (tries: number) => {
    isAsked = true;
    try {
      const unique = [...new Set([...codes.hits].map(({ code }) => code))];
      const answer = await send(runtime, 'explain', {
        codes: unique.slice(0, 40),
        needsCard: true,
      });
      if (!answer.isOn) return stop.abort();
      if (!isMarking) for (const { range } of codes.hits) marks.add(range);
      isMarking = true;
      resolve(answer);
    } catch {
      // The worker is not up yet, or the extension was updated and never will be: the page stays quiet.
      if (tries > 1) setTimeout(() => void ask(tries - 1), RETRY_AFTER);
    }
  };
  watchText(({ roots, swept }) => {
    const hasChanged = codes.read(roots, swept);
    // Under a block by Conditional Access the code stands behind a link, to which a line of ours points.
    const keepsCodeBack = isSignIn && !!document.querySelector(BLOCK_PAGE);
    if (!hasChanged && !keepsCodeBack) return;
    if (!isAsked && (codes.hits.size || keepsCodeBack)) void ask(TRIES);
    globalThis.signpost?.changed?.();
  }, stop.signal);
}
