import { packedHresults } from '#knowledge/known-hresults';
import { unpackHresults } from '../lookup/known-hresults';
import { send, type Explanation, type Runtime } from '../messaging/protocol';
import { hostOfFrame, isMicrosoftHost, isSignInHost } from './host-of-frame';
import { runsOf, type Changes } from './changes';
import { bodyOfPage } from './dom';
import { createMarks } from './marks';
import { createPageCodes, type Steps } from './page-codes';
import { pageHandle } from './page-handle';
import { openRoots } from './shadow-roots';
import { inSlices } from './slices';
import { watchText } from './watch';

/** How often the background is asked before the frame gives up, and the pause between, in milliseconds. */
const TRIES = 4;
const RETRY_AFTER = 700;

/** How often what is marked is looked at, once something is, in milliseconds. */
const GUARD = 1000;

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
  if (pageHandle() || !bodyOfPage() || (isSignIn && window !== top)) return;

  const stop = new AbortController();
  const marks = createMarks();
  // On sign-in pages nothing shows before it is known that the organization allows it.
  let isMarking = !isSignIn;
  let isChanged = false;
  const codes = createPageCodes(
    {
      bareNumbers: isMicrosoft,
      isKnownHresult: (code) => (hresults ??= unpackHresults(packedHresults)).has(+code),
    },
    (hit) => {
      isChanged = true;
      if (isMarking) marks.add(hit);
    },
    (hit) => {
      isChanged = true;
      marks.remove(hit);
    },
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
    hitsAt: codes.at,
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
      if (!isMarking) for (const hit of codes.hits) marks.add(hit);
      isMarking = true;
      resolve(answer);
    } catch {
      // The worker is not up yet, or the extension was updated and never will be: the page stays quiet.
      if (tries > 1) setTimeout(() => void ask(tries - 1), RETRY_AFTER);
    }
  };

  function* read({ roots, removed }: Changes, include: (root: ShadowRoot) => void): Steps {
    const runs = runsOf(roots);
    yield* codes.read(runs, removed);
    for (const node of runs.flat()) yield* openRoots(node, include);
  }

  const watch = watchText(
    {
      async read(changes, include) {
        await inSlices(read(changes, include), stop.signal, askEarly);
        if (isChanged || keepsCodeBack()) tell();
        isChanged = false;
      },
      async search(include) {
        await inSlices(openRoots(document, include), stop.signal);
      },
      reopened: () => globalThis.signpost?.reopened?.(),
    },
    stop.signal,
  );

  let guard: ReturnType<typeof setInterval> | undefined;
  function tell(): void {
    askEarly();
    marks.keep();
    // No event tells that the page emptied the registry of highlights, or became a text to be written.
    guard ??= setInterval(() => {
      marks.keep();
      watch.check();
    }, GUARD);
    globalThis.signpost?.changed?.();
  }
  /** A long page is asked for as soon as its first codes are found. */
  function askEarly(): void {
    if (!isAsked && (codes.hits.size || keepsCodeBack())) void ask(TRIES);
  }
  /** Under a block by Conditional Access the code stands behind a link, to which a line of ours points. */
  function keepsCodeBack(): boolean {
    return isSignIn && !!Document.prototype.querySelector.call(document, BLOCK_PAGE);
  }
  stop.signal.addEventListener('abort', () => clearInterval(guard));
}
