import { render } from 'preact';
import type { Explained } from '../components/explained';
import { GroupLine, LineNote } from '../components/line-note';
import { PersonNote } from '../components/person-note';
import { elementBefore, isConnected, parentElementOf } from '../finder/dom';
import type { Hit } from '../finder/hits';
import { isExtensionGone } from './extension-life';
import { belowNeighbors, hasNoteRoom, noteAnchor } from './note-anchor';
import { isNote, neighborsIn } from './note-groups';
import { elementAfter, putBehind } from './page-element';
import type { Records } from './records';
import { createShadowHost, type ShadowHost } from './shadow-host';
import { isDarkAt } from './theme';

/** More notes than this on one page are clutter; the marks still answer. */
const MOST_NOTES = 10;

/** How long a note that was led to shows it, in milliseconds. */
const LED = 1500;

/** One note, from the wish to its end. */
interface Note {
  key: string;
  hit: Hit;
  anchor: Element;
  /** Ends the note, whatever it has come to. */
  end: AbortController;
  shadow?: ShadowHost;
  explained?: Explained;
  /** Whether it shows more than one line. */
  isOpen: boolean;
  /** Ends the reading of its record. */
  reading?: AbortController | undefined;
  /** The pane in which it stays while other tabs of its record are open. */
  pane?: Element | undefined;
  isLed?: boolean;
}

/** Where the note of a hit has to stand. */
interface Wanted {
  hit: Hit;
  anchor: Element;
}

/** Keeps one note for each code and place in step with the hits of the page. */
export interface Notes {
  /** Places, moves and removes notes after the hits changed. */
  update(): void;
  /** Whether an open note says all that the card of a hit would say. */
  covers(hit: Hit): boolean;
  /**
   * Leads a person from a mark to its note, and brings back one that was hidden.
   * @returns false where no note says what a card would.
   */
  lead(hit: Hit, how: { focus: boolean }): boolean;
}

/**
 * @param hits The codes of the page.
 * @param isSignIn Whether this is a sign-in page, where the note is open and one for each code is enough.
 * @param explain Gathers what the note of a hit shows.
 * @param records What the page says of the sign-in of a hit.
 * @param opened Called when a note unfolds.
 * @param signal Removes every note.
 */
export function createNotes(
  hits: ReadonlySet<Hit>,
  isSignIn: boolean,
  explain: (hit: Hit) => Promise<Explained>,
  records: Pick<Records, 'follow' | 'paneOf'>,
  opened: (hit: Hit) => void,
  signal: AbortSignal,
): Notes {
  const notes = new Map<string, Note>();
  const dismissed = new Set<string>();
  const unfolded = new Set<string>();
  const anchors = new WeakMap<Hit, Element | undefined>();
  const placeIds = new WeakMap<Element, number>();
  let watched = new Set<Element>();
  let lastId = 0;
  let drawing: ReturnType<typeof setTimeout> | undefined;

  // Anchors are watched whether they have a note or not: the page may hide and show them by its styles alone.
  const sight = new IntersectionObserver(() => update());

  const isStanding = (anchor: Element | undefined) => !anchor || isConnected(anchor);
  const anchorOf = (hit: Hit): Element | undefined => {
    if (!anchors.has(hit) || !isStanding(anchors.get(hit)))
      anchors.set(hit, noteAnchor(hit, isSignIn));
    return anchors.get(hit);
  };
  /** Rows of labels and values beside each other speak of one sign-in: "Error code" and "Result type". */
  const keyOf = ({ code, row }: Hit, anchor: Element): string => {
    if (isSignIn) return code;
    const place = row ? parentElementOf(anchor)! : anchor;
    const id = placeIds.get(place) ?? ++lastId;
    placeIds.set(place, id);
    return id + code;
  };

  const remove = (note: Note) => {
    note.end.abort();
    if (notes.get(note.key) === note) notes.delete(note.key);
  };

  /** Asks for what a note shows. An answer that comes after its note ended, or was asked for again, is dropped. */
  const load = async (note: Note) => {
    const { hit } = note;
    const explained = await explain(hit).catch(() => undefined);
    if (note.end.signal.aborted || note.hit !== hit) return;
    if (!explained) return remove(note);
    note.explained = explained;
    // Once for all explanations that come together.
    clearTimeout(drawing);
    drawing = setTimeout(draw);
    if (note.reading) read(note);
  };

  /** Reads the record of a note at which somebody looks, and follows what the page says of it. */
  const read = (note: Note) => {
    note.reading?.abort();
    note.reading = new AbortController();
    records.follow(
      note.hit,
      (record) => {
        note.explained = { ...note.explained!, ...record };
        // Where another tab of the pane was opened, the note moves.
        update();
      },
      AbortSignal.any([note.end.signal, note.reading.signal]),
    );
  };

  const look = (note: Note) => {
    if (!note.reading) read(note);
  };

  const place = (key: string, { hit, anchor }: Wanted) => {
    const note: Note = { key, hit, anchor, end: new AbortController(), isOpen: isSignIn };
    notes.set(key, note);
    load(note).catch(() => remove(note));
  };

  const dismiss = (gone: Note[]) => {
    for (const note of gone) {
      dismissed.add(note.key);
      remove(note);
    }
    draw();
  };

  /** Right behind the anchor, with only other notes between. */
  function isBehind({ anchor, shadow }: Note): boolean {
    let before = elementBefore(shadow!.host);
    while (isNote(before)) before = elementBefore(before);
    return before === anchor;
  }

  function stand(note: Note): void {
    const { anchor, hit, end } = note;
    if (!note.shadow) {
      const shadow = createShadowHost('signpost-note', end.signal);
      note.shadow = shadow;
      shadow.host.dataset.code = hit.code;
      end.signal.addEventListener('abort', () => render(null, shadow.mount));
      // The details to copy are there by the time that the person presses.
      if (isSignIn)
        for (const type of ['pointerover', 'focusin'])
          shadow.root.addEventListener(type, () => look(note), { once: true });
    }
    if (!isBehind(note)) {
      let last = anchor;
      for (let next = elementAfter(last); isNote(next); next = elementAfter(last)) last = next;
      putBehind(last, note.shadow.host);
    }
    note.shadow.setDark(isDarkAt(anchor));
  }

  function drawLines(group: Note[]): void {
    const [first] = group as [Note];
    const isGroup = group.length > 1;
    const isUnfolded = !isGroup || unfolded.has(first.key);
    const whos = new Set(group.map(({ explained }) => explained!.entry?.fixedBy));
    const toggle = () => {
      if (!unfolded.delete(first.key)) unfolded.add(first.key);
      draw();
    };
    for (const note of group) {
      const explained = note.explained!;
      render(
        <>
          {isGroup && note === first && (
            <GroupLine
              of={group.map((one) => one.explained!)}
              isOpen={isUnfolded}
              toggle={toggle}
              dismiss={() => dismiss(group)}
            />
          )}
          {isUnfolded && (
            <LineNote
              {...explained}
              isInGroup={isGroup}
              isLed={!!note.isLed}
              saysWho={!isGroup || whos.size > 1}
              dismiss={() => dismiss([note])}
              folded={(isFolded) => {
                note.isOpen = !isFolded;
                note.reading?.abort();
                note.reading = undefined;
                if (!note.isOpen) return;
                opened(note.hit);
                read(note);
              }}
            />
          )}
        </>,
        note.shadow!.mount,
      );
    }
  }

  /** Draws every note whose explanation is there. */
  function draw(): void {
    // A newer run of the extension may stand here by now.
    if (isExtensionGone()) return;
    const ready = [...notes.values()].filter(
      ({ explained, anchor }) => explained && isConnected(anchor),
    );
    try {
      for (const note of ready) stand(note);
      if (!isSignIn) return neighborsIn(ready).forEach(drawLines);
      for (const note of ready) {
        render(
          <PersonNote
            {...note.explained!}
            isLed={!!note.isLed}
            looked={() => look(note)}
            dismiss={() => dismiss([note])}
          />,
          note.shadow!.mount,
        );
      }
    } catch {
      // The page holds on to its document in a way that leaves no room for an element of ours: the marks still answer.
      for (const note of ready) if (!note.shadow?.host.isConnected) remove(note);
    }
  }

  /**
   * An unfolded note stays while other tabs of its record are open, under the list of tabs, and goes back to its code when
   * that is drawn again: what the other tabs say of the sign-in is what it waits for.
   */
  function keepUnderTabs(wanted: Map<string, Wanted>): void {
    if (isSignIn) return;
    const followed = [...notes.values()].filter(({ isOpen, reading }) => isOpen && reading);
    for (const note of followed) {
      if (wanted.has(note.key)) {
        if (note.pane) note.anchor = wanted.get(note.key)!.anchor;
        note.pane = undefined;
        continue;
      }
      const { code } = note.hit;
      const back = note.pane
        ? [...wanted].find(
            ([key, { hit }]) =>
              hit.code === code && !notes.has(key) && records.paneOf(hit)?.root === note.pane,
          )
        : undefined;
      if (back) {
        const [key, { anchor }] = back;
        notes.delete(note.key);
        notes.set(key, Object.assign(note, { key, anchor, pane: undefined }));
        continue;
      }
      const pane = records.paneOf(note.hit);
      const anchor = pane && belowNeighbors(pane.tabs);
      if (!anchor || !hasNoteRoom(anchor)) continue;
      Object.assign(note, { anchor, pane: pane.root });
      wanted.set(note.key, { hit: note.hit, anchor });
    }
  }

  function update(): void {
    const wanted = new Map<string, Wanted>();
    const toWatch = new Set<Element>();
    for (const hit of hits) {
      if (wanted.size >= MOST_NOTES) break;
      const anchor = anchorOf(hit);
      if (!anchor) continue;
      toWatch.add(anchor);
      const key = keyOf(hit, anchor);
      if (!wanted.has(key) && hasNoteRoom(anchor)) wanted.set(key, { hit, anchor });
    }
    for (const anchor of watched) if (!toWatch.has(anchor)) sight.unobserve(anchor);
    for (const anchor of toWatch) sight.observe(anchor);
    watched = toWatch;

    keepUnderTabs(wanted);
    for (const note of notes.values())
      if (wanted.get(note.key)?.anchor !== note.anchor) remove(note);
    for (const [key, { hit, anchor }] of wanted) {
      if (dismissed.has(key)) continue;
      const note = notes.get(key);
      if (!note) place(key, { hit, anchor });
      else if (note.hit !== hit) {
        // The same code in the same place, found anew: it may be another sign-in's.
        note.hit = hit;
        load(note).catch(() => remove(note));
      }
    }
    draw();
  }

  const noteOf = (hit: Hit): Note | undefined => {
    const anchor = anchorOf(hit);
    return (
      (anchor && notes.get(keyOf(hit, anchor))) ||
      [...notes.values()].find((note) => note.isOpen && note.hit.code === hit.code)
    );
  };
  const covers = (hit: Hit): boolean => {
    const note = noteOf(hit);
    return !!note?.isOpen && !note.end.signal.aborted && !!note.explained;
  };

  signal.addEventListener('abort', () => {
    sight.disconnect();
    for (const note of notes.values()) remove(note);
  });

  return {
    update,
    covers,
    lead(hit, { focus }) {
      if (isSignIn && dismissed.delete(hit.code)) update();
      const note = noteOf(hit);
      if (!note?.isOpen) return false;
      note.isLed = true;
      draw();
      setTimeout(() => {
        note.isLed = false;
        if (!note.end.signal.aborted) draw();
      }, LED);
      const { host, root } = note.shadow ?? {};
      host?.scrollIntoView({ block: 'nearest' });
      if (focus) root?.querySelector<HTMLElement>('.note')?.focus({ preventScroll: true });
      return true;
    },
  };
}
