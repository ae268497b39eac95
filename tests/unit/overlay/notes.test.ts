// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Explained } from '../../../components/explained';
import type { Hit } from '../../../finder/hits';
import { createNotes, type Notes } from '../../../overlay/notes';
import type { Records } from '../../../overlay/records';
import { explained, fakeBrowser, hitIn, later, trusted, type FakeBrowser } from './browser-fakes';

let browser: FakeBrowser;
let hits: Set<Hit>;
let answers: { hit: Hit; come: (more?: Partial<Explained>) => Promise<void> }[];
let opened: ReturnType<typeof vi.fn<(hit: Hit) => void>>;
let stop: AbortController;
/** Whose records are read, in their order, each with the end of its reading. */
let read: { hit: Hit; show: Parameters<Records['follow']>[1]; signal: AbortSignal }[];
/** The pane of the page with what holds it and its tabs, while it shows the sign-in of a hit. */
let pane: { root: Element; tabs: Element } | undefined;

/** Notes are drawn in a turn of their own. */
const drawn = () => new Promise((resolve) => setTimeout(resolve));

function start(isSignIn = false): Notes {
  return createNotes(
    hits,
    isSignIn,
    (hit) => {
      const answer = later<Explained>();
      answers.push({
        hit,
        async come(more) {
          await answer.come(explained(hit, more));
          await drawn();
        },
      });
      return answer.promise;
    },
    { follow: (hit, show, signal) => read.push({ hit, show, signal }), paneOf: () => pane },
    opened,
    stop.signal,
  );
}

beforeEach(() => {
  browser = fakeBrowser();
  hits = new Set();
  answers = [];
  opened = vi.fn();
  read = [];
  pane = undefined;
  stop = new AbortController();
});

function add(code?: string, parent: Element = document.body): Hit {
  const hit = hitIn(parent, code);
  hits.add(hit);
  return hit;
}
const come = async () => {
  for (const answer of answers.splice(0)) await answer.come();
};
const noted = () =>
  [...document.querySelectorAll<HTMLElement>('signpost-note')].map(({ dataset }) => dataset.code);
const textOf = (host: Element) =>
  [...browser.roots.get(host)!.querySelectorAll('.note')].map((note) => note.textContent).join(' ');
const texts = () => [...document.querySelectorAll('signpost-note')].map(textOf);

describe('notes', () => {
  it('come back after the page hid and showed their place by its styles alone', async () => {
    const notes = start();
    const { block } = add();
    notes.update();
    await come();
    expect(noted()).toEqual(['AADSTS50126']);
    browser.hidden.add(block);
    browser.sightChanged();
    expect(noted()).toEqual([]);
    browser.hidden.clear();
    browser.sightChanged();
    await come();
    expect(noted()).toEqual(['AADSTS50126']);
  });

  it('are not removed by the late answer of an earlier note in the same place', async () => {
    const notes = start();
    const { block } = add();
    notes.update();
    browser.hidden.add(block);
    browser.sightChanged();
    browser.hidden.clear();
    browser.sightChanged();
    const [stale, fresh] = answers;
    await fresh!.come();
    expect(noted()).toEqual(['AADSTS50126']);
    await stale!.come();
    expect(noted()).toEqual(['AADSTS50126']);
  });

  it('show the answer for the code that stands there now', async () => {
    const notes = start();
    const hit = add();
    notes.update();
    await come();
    const again: Hit = { ...hit };
    hits.delete(hit);
    hits.add(again);
    notes.update();
    await answers.pop()!.come({ isMicrosoft: false });
    expect(texts()).toEqual([expect.stringContaining('card_foreign')]);
    expect(noted()).toHaveLength(1);
  });

  it('begin with their code, and neighbors share one line that unfolds', async () => {
    const notes = start();
    add('AADSTS50126');
    add('AADSTS53003');
    const far = document.createElement('div');
    document.body.append(document.createElement('hr'), far);
    add('AADSTS50011', far);
    notes.update();
    await come();
    expect(noted()).toEqual(['AADSTS50126', 'AADSTS53003', 'AADSTS50011']);
    const [group, member, single] = texts();
    expect(group).toMatch(/^AADSTS50126 AADSTS53003 · who_admin/);
    expect(member).toBe('');
    expect(single).toMatch(/^AADSTS50011 Title of AADSTS50011 · who_admin/);

    const [first] = document.querySelectorAll('signpost-note');
    browser.roots.get(first!)!.querySelector<HTMLElement>('.fold')!.dispatchEvent(press());
    const [, below] = texts();
    expect(below).toMatch(/^AADSTS53003 Title of AADSTS53003/);
    // The line above them says who acts.
    expect(below).not.toContain('who_admin');
  });

  it('stand once for the rows of labels and values of one sign-in that hold the same code', async () => {
    const notes = start();
    const pane = document.createElement('div');
    pane.innerHTML = '<div></div><div></div>';
    document.body.append(pane, document.createElement('section'));
    for (const row of pane.children) hits.add({ ...hitIn(row), row });
    const other = document.querySelector('section')!;
    hits.add({ ...hitIn(other), row: other });
    notes.update();
    await come();
    expect(noted()).toEqual(['AADSTS50126', 'AADSTS50126']);
    expect(pane.querySelectorAll('signpost-note')).toHaveLength(1);
    // The page redraws the row that the note stands behind.
    const [first] = hits;
    first!.row!.remove();
    hits.delete(first!);
    notes.update();
    await come();
    expect(pane.querySelectorAll('signpost-note')).toHaveLength(1);
  });

  it('are at most ten on a page, however many codes it has', async () => {
    const notes = start();
    for (let at = 0; at < 40; at++) add(`AADSTS5${1000 + at}`);
    notes.update();
    await come();
    expect(noted()).toHaveLength(10);
  });

  it('are drawn once for the explanations that come together', async () => {
    const notes = start();
    for (let at = 0; at < 10; at++) add(`AADSTS5${1000 + at}`);
    notes.update();
    const styles = vi.spyOn(globalThis, 'getComputedStyle');
    answers.forEach((answer) => answer.come().catch(() => {}));
    await come();
    expect(noted()).toHaveLength(10);
    const perNote = styles.mock.calls.length / 10;
    styles.mockClear();
    notes.update();
    // As much as when all are drawn again.
    expect(styles.mock.calls.length / 10).toBeGreaterThanOrEqual(perNote);
    styles.mockRestore();
  });

  it('are not written where a person writes', async () => {
    const notes = start();
    add();
    const editable = vi
      .spyOn(HTMLElement.prototype, 'isContentEditable', 'get')
      .mockReturnValue(true);
    notes.update();
    await come();
    expect(noted()).toEqual([]);
    editable.mockReturnValue(false);
    notes.update();
    await come();
    expect(noted()).toEqual(['AADSTS50126']);
  });

  it('on a sign-in page, come once for each code, and a mark leads back to one that was hidden', async () => {
    const notes = start(true);
    const first = add();
    const second = add();
    notes.update();
    await come();
    expect(noted()).toEqual(['AADSTS50126']);
    expect(notes.covers(second)).toBe(true);
    const [host] = document.querySelectorAll('signpost-note');
    browser.roots.get(host!)!.querySelector<HTMLElement>('.icon')!.dispatchEvent(press());
    expect(noted()).toEqual([]);
    expect(notes.lead(first, { focus: false })).toBe(true);
    await come();
    expect(noted()).toEqual(['AADSTS50126']);
  });

  it('all go with the signal', async () => {
    const notes = start();
    add();
    notes.update();
    await come();
    stop.abort();
    expect(noted()).toEqual([]);
  });
});

/** The line of the note in some place, which unfolds and folds it. */
function fold(at = 0): void {
  const host = document.querySelectorAll('signpost-note')[at]!;
  browser.roots.get(host)!.querySelector('.fold')!.dispatchEvent(press());
}
const noteIn = (at = 0) =>
  browser.roots.get(document.querySelectorAll('signpost-note')[at]!)!.querySelector('.note')!;

describe('an unfolded note', () => {
  let notes: Notes;
  let hit: Hit;
  beforeEach(async () => {
    notes = start();
    hit = add();
    notes.update();
    await come();
  });
  const readings = () => read.map((one) => [one.hit, one.signal.aborted]);

  it('says all that a card would; a folded one does not', async () => {
    expect(notes.covers(hit)).toBe(false);
    expect(notes.lead(hit, { focus: false })).toBe(false);
    fold();
    expect(notes.covers(hit)).toBe(true);
    expect(opened.mock.calls).toEqual([[hit]]);
    await vi.waitFor(() =>
      expect(noteIn().querySelector('.fold[aria-expanded=true]')).toBeTruthy(),
    );
    fold();
    expect(notes.covers(hit)).toBe(false);
    expect(opened).toHaveBeenCalledTimes(1);
  });

  it('reads the record of its code, and no more when it is folded', async () => {
    expect(read).toEqual([]);
    fold();
    expect(readings()).toEqual([[hit, false]]);
    await vi.waitFor(() =>
      expect(noteIn().querySelector('.fold[aria-expanded=true]')).toBeTruthy(),
    );
    fold();
    expect(readings()).toEqual([[hit, true]]);
  });

  it('reads the record of what stands in its place by now', async () => {
    fold();
    const again: Hit = { ...hit };
    hits.delete(hit);
    hits.add(again);
    notes.update();
    await come();
    expect(readings()).toEqual([
      [hit, true],
      [again, false],
    ]);
  });

  it('is what a mark of the same code leads to, wherever that stands', async () => {
    fold();
    const list = document.createElement('div');
    list.setAttribute('role', 'grid');
    document.body.append(list);
    const marked = add('AADSTS50126', list);
    const other = add('AADSTS53003', list);
    notes.update();
    expect(notes.covers(marked)).toBe(true);
    expect(notes.covers(other)).toBe(false);
    expect(notes.lead(other, { focus: false })).toBe(false);
    expect(notes.lead(marked, { focus: true })).toBe(true);
    expect(document.activeElement).toBe(document.querySelector('signpost-note'));
  });

  it('leaves the keyboard where it is when the pointer was led to it', () => {
    fold();
    expect(notes.lead(hit, { focus: false })).toBe(true);
    expect(document.activeElement).toBe(document.body);
  });

  it('shows that a mark led to it, and only then', () => {
    fold();
    expect(noteIn().classList.contains('led')).toBe(false);
    notes.lead(hit, { focus: false });
    expect(noteIn().classList.contains('led')).toBe(true);
  });

  describe('of a pane with tabs', () => {
    let tabs: HTMLElement;
    let root: HTMLElement;
    beforeEach(() => {
      root = document.createElement('main');
      tabs = document.createElement('div');
      root.append(tabs);
      document.body.prepend(root);
      pane = { root, tabs };
    });
    function openAnotherTab(): void {
      hits.delete(hit);
      hit.block.remove();
      notes.update();
    }

    it('stays beside its code while that is there', () => {
      fold();
      notes.update();
      expect(hit.block.nextElementSibling?.localName).toBe('signpost-note');
      expect(tabs.nextElementSibling).toBeNull();
    });

    it('stays under its tabs while another tab is open, and goes back to its code', async () => {
      fold();
      openAnotherTab();
      expect(noted()).toEqual(['AADSTS50126']);
      expect(tabs.nextElementSibling?.localName).toBe('signpost-note');
      const back = hitIn(root);
      hits.add(back);
      notes.update();
      await come();
      expect(noted()).toEqual(['AADSTS50126']);
      expect(back.block.nextElementSibling?.localName).toBe('signpost-note');
      expect(notes.covers(back)).toBe(true);
    });

    it('leaves the code of another pane a note of its own', async () => {
      fold();
      openAnotherTab();
      pane = { root: document.body, tabs };
      const other = add();
      notes.update();
      await come();
      expect(notes.covers(other)).toBe(false);
      expect(other.block.nextElementSibling?.localName).toBe('signpost-note');
      expect(noted()).toHaveLength(2);
    });

    it.each<[string, () => void]>([
      ['it was folded', () => {}],
      [
        'the pane shows another sign-in',
        () => {
          fold();
          pane = undefined;
        },
      ],
      [
        'its tabs are not drawn',
        () => {
          fold();
          browser.hidden.add(tabs);
        },
      ],
    ])('goes with its code where %s', (_, change) => {
      change();
      openAnotherTab();
      expect(noted()).toEqual([]);
    });
  });
});

describe('a note that a mark led to', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('shows it for a moment, and none before', async () => {
    const notes = start(true);
    const hit = add();
    notes.update();
    const coming = come();
    await vi.advanceTimersByTimeAsync(100);
    await coming;
    const isLed = () => noteIn().classList.contains('led');
    expect(isLed()).toBe(false);
    notes.lead(hit, { focus: false });
    expect(isLed()).toBe(true);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(isLed()).toBe(false);
  });
});

describe('on a sign-in page the record is read', () => {
  it.each(['pointerover', 'focusin'])('once, when a person comes near: %s', async (type) => {
    const notes = start(true);
    const hit = add();
    notes.update();
    await come();
    expect(read).toEqual([]);
    for (let time = 0; time < 2; time++)
      noteIn().dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    expect(read.map((one) => one.hit)).toEqual([hit]);
    for (const other of ['pointerover', 'focusin'])
      noteIn().dispatchEvent(new Event(other, { bubbles: true, composed: true }));
    expect(read).toHaveLength(1);
  });

  it('and not elsewhere, before the note is unfolded', async () => {
    const notes = start();
    add();
    notes.update();
    await come();
    noteIn().dispatchEvent(new Event('pointerover', { bubbles: true, composed: true }));
    expect(read).toEqual([]);
  });
});

describe('a page that lets no element of ours in', () => {
  it('has no note, and its marks still answer', async () => {
    const refuse = vi.spyOn(Element.prototype, 'after').mockImplementation(() => {
      throw new DOMException('no');
    });
    const notes = start(true);
    const hit = add();
    notes.update();
    await come();
    expect(noted()).toEqual([]);
    expect(notes.covers(hit)).toBe(false);
    expect(notes.lead(hit, { focus: false })).toBe(false);
    refuse.mockRestore();
  });

  it('keeps the notes that stand already', async () => {
    const notes = start(true);
    const hit = add();
    notes.update();
    await come();
    const refuse = vi.spyOn(Element.prototype, 'after').mockImplementation(() => {
      throw new DOMException('no');
    });
    add('AADSTS53003');
    notes.update();
    await come();
    expect(noted()).toEqual(['AADSTS50126']);
    expect(notes.covers(hit)).toBe(true);
    refuse.mockRestore();
  });
});

const press = () => trusted(new MouseEvent('click', { bubbles: true, composed: true }));
