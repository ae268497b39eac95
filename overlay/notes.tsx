import { render } from 'preact';
import type { Explained } from '../components/explained';
import { LineNote, PersonNote } from '../components/note';
import type { Code } from '../detection/code';
import type { Hit } from '../page/hits';
import { isSeen, noteAnchor } from '../page/note-anchor';
import { createShadowHost } from './shadow-host';

/** More notes than this on one page are clutter; the marks still answer. */
const MOST_NOTES = 10;

interface Placed {
  host: HTMLElement;
  root: ShadowRoot;
  anchor: Element;
  hit: Hit;
}

/** Keeps one note for each code and place in step with the hits of the page. */
export interface Notes {
  /** Places, moves and removes notes after the hits changed. */
  update(): void;
  /** The note of a code, if it has one. */
  of(code: Code): HTMLElement | undefined;
}

/**
 * @param hits The codes of the page.
 * @param isSignIn Whether this is a sign-in page, where the note is open and one for each code is enough.
 * @param explain Gathers what the note of a hit shows.
 * @param signal Removes every note.
 */
export function createNotes(
  hits: ReadonlySet<Hit>,
  isSignIn: boolean,
  explain: (hit: Hit) => Promise<Explained>,
  signal: AbortSignal,
): Notes {
  const notes = new Map<string, Placed>();
  const dismissed = new Set<string>();
  const anchorIds = new WeakMap<Element, number>();
  let lastId = 0;

  const sight = new IntersectionObserver(() => update());

  const keyOf = (code: Code, anchor: Element): string => {
    if (isSignIn) return code;
    if (!anchorIds.has(anchor)) anchorIds.set(anchor, ++lastId);
    return `${code} ${anchorIds.get(anchor)}`;
  };

  const remove = (key: string) => {
    const note = notes.get(key);
    if (!note) return;
    notes.delete(key);
    sight.unobserve(note.anchor);
    render(null, note.root);
    note.host.remove();
  };

  const place = async (key: string, hit: Hit, anchor: Element) => {
    const { host, root } = createShadowHost('signpost-note', anchor);
    host.dataset.code = hit.code;
    notes.set(key, { host, root, anchor, hit });
    sight.observe(anchor);
    const mount = document.createElement('div');
    root.append(mount);
    const explained = await explain(hit).catch(() => undefined);
    if (!explained || notes.get(key)?.host !== host) return remove(key);
    const dismiss = () => {
      dismissed.add(key);
      remove(key);
    };
    const Note = isSignIn ? PersonNote : LineNote;
    render(<Note {...explained} dismiss={dismiss} />, mount);
    if (!host.isConnected) standBehind(anchor, host);
  };

  /** Behind the anchor, and behind notes that stand there already. */
  function standBehind(anchor: Element, host: HTMLElement): void {
    let last = anchor;
    while (last.nextElementSibling?.localName === 'signpost-note') last = last.nextElementSibling;
    last.after(host);
  }

  function update(): void {
    const wanted = new Map<string, { hit: Hit; anchor: Element }>();
    const onPage = new Set<Code>();
    for (const hit of hits) {
      if (isSignIn && onPage.has(hit.code)) continue;
      const anchor = noteAnchor(hit);
      if (!anchor || (wanted.size >= MOST_NOTES && !notes.has(keyOf(hit.code, anchor)))) continue;
      if (!isSeen(anchor)) {
        sight.observe(anchor);
        continue;
      }
      onPage.add(hit.code);
      wanted.set(keyOf(hit.code, anchor), { hit, anchor });
    }
    for (const [key, { anchor, host }] of [...notes]) {
      const want = wanted.get(key);
      if (!want) remove(key);
      else if (want.anchor !== anchor) remove(key);
      else if (host.isConnected && host.previousElementSibling === null) remove(key);
    }
    for (const [key, { hit, anchor }] of wanted) {
      if (dismissed.has(key)) continue;
      const note = notes.get(key);
      if (!note) void place(key, hit, anchor);
      else if (!note.host.isConnected && note.root.childElementCount > 1)
        standBehind(anchor, note.host);
    }
  }

  signal.addEventListener('abort', () => {
    sight.disconnect();
    for (const key of [...notes.keys()]) remove(key);
  });

  return {
    update,
    of: (code) =>
      [...notes.values()].find(({ hit, host }) => hit.code === code && host.isConnected)?.host,
  };
}
