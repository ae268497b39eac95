// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Explained } from '../../../components/explained';
import type { Hit } from '../../../finder/hits';
import { createNotes, type Notes } from '../../../overlay/notes';
import { explained, fakeBrowser, hitIn, later, type FakeBrowser } from './browser-fakes';

let browser: FakeBrowser;
let hits: Set<Hit>;
let answers: { hit: Hit; come: (more?: Partial<Explained>) => Promise<void> }[];
let opened: ReturnType<typeof vi.fn<(hit: Hit) => void>>;
let stop: AbortController;

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
    { follow() {}, paneOf: () => undefined },
    opened,
    stop.signal,
  );
}

beforeEach(() => {
  browser = fakeBrowser();
  hits = new Set();
  answers = [];
  opened = vi.fn();
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

/** A press of a person: happy-dom cannot make a trusted one by itself. */
function press(): Event {
  const event = new MouseEvent('click', { bubbles: true, composed: true });
  Object.defineProperty(event, 'isTrusted', { value: true });
  return event;
}
