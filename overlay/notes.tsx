import { render } from 'preact';
import type { Explained } from '../components/explained';
import { LineNote, PersonNote } from '../components/note';
import type { Code } from '../detection/code';
import type { Hit } from '../finder/hits';
import { isSeen, noteAnchor } from './note-anchor';
import { createShadowHost } from './shadow-host';

/** More notes than this on one page are clutter; the marks still answer. */
const MOST_NOTES = 10;

interface Placed {
  host: HTMLElement;
  mount: HTMLElement;
  anchor: Element;
  hit: Hit;
  isDrawn: boolean;
}

/** Keeps one note for each code and place in step with the hits of the page. */
export interface Notes {
  /** Places, moves and removes notes after the hits changed. */
  update(): void;
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
    render(null, note.mount);
    note.host.remove();
  };

  const place = async (key: string, hit: Hit, anchor: Element) => {
    const { host, mount } = createShadowHost('signpost-note', anchor);
    host.dataset.code = hit.code;
    const note: Placed = { host, mount, anchor, hit, isDrawn: false };
    notes.set(key, note);
    sight.observe(anchor);
    const explained = await explain(hit).catch(() => undefined);
    if (!explained || notes.get(key) !== note) return remove(key);
    const dismiss = () => {
      dismissed.add(key);
      remove(key);
    };
    const Note = isSignIn ? PersonNote : LineNote;
    render(<Note {...explained} dismiss={dismiss} />, mount);
    note.isDrawn = true;
    if (anchor.isConnected) standBehind(anchor, host);
  };

  const isNote = (element: Element | null): element is Element =>
    element?.localName === 'signpost-note';

  /** Right behind the anchor, with only other notes between. */
  function isBehind(anchor: Element, host: HTMLElement): boolean {
    let before = host.previousElementSibling;
    while (isNote(before)) before = before.previousElementSibling;
    return before === anchor;
  }

  function standBehind(anchor: Element, host: HTMLElement): void {
    let last = anchor;
    while (isNote(last.nextElementSibling)) last = last.nextElementSibling;
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
    for (const [key, { anchor }] of notes) {
      if (wanted.get(key)?.anchor !== anchor) remove(key);
    }
    for (const [key, { hit, anchor }] of wanted) {
      if (dismissed.has(key)) continue;
      const note = notes.get(key);
      if (!note) void place(key, hit, anchor);
      else if (note.isDrawn && !isBehind(anchor, note.host)) standBehind(anchor, note.host);
    }
  }

  signal.addEventListener('abort', () => {
    sight.disconnect();
    for (const key of notes.keys()) remove(key);
  });

  return { update };
}
