// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Hit } from '../../../finder/hits';
import type { CardOverMark, Showing } from '../../../overlay/card-over-mark';
import { watchPointer } from '../../../overlay/pointer';
import { fakeBrowser, hitIn } from './browser-fakes';

let hit: Hit;
let open: { hit: Hit; isPinned: boolean } | undefined;
let under: Hit | undefined;
let isInCard: boolean;
let stop: AbortController;

const show = (wanted: Hit, { pin = false }: Showing) => {
  open = { hit: wanted, isPinned: pin || (open?.hit === wanted && open.isPinned) };
};

beforeEach(() => {
  fakeBrowser();
  vi.useFakeTimers();
  hit = hitIn(document.body);
  open = under = undefined;
  isInCard = false;
  stop = new AbortController();
  const card: CardOverMark = {
    show: () => Promise.resolve(),
    close: () => (open = undefined),
    get hit() {
      return open?.hit;
    },
    get isPinned() {
      return !!open?.isPinned;
    },
    holds: () => isInCard,
  };
  watchPointer(() => under, card, show, stop.signal);
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

function fire(type: string, { isTrusted = true, ...more }: Record<string, unknown> = {}): void {
  const event = new Event(type, { bubbles: true, composed: true });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  Object.assign(event, { pointerType: 'mouse', relatedTarget: document.body, ...more });
  document.body.dispatchEvent(event);
}

describe('the pointer', () => {
  it('shows a card by resting, and lets it go by leaving', () => {
    under = hit;
    fire('pointermove');
    vi.advanceTimersByTime(100);
    expect(open).toBeUndefined();
    vi.advanceTimersByTime(200);
    expect(open?.hit).toBe(hit);
    under = undefined;
    fire('pointermove');
    vi.advanceTimersByTime(300);
    expect(open).toBeUndefined();
  });

  it('keeps a card that was pinned by a press 80 ms after it came', () => {
    under = hit;
    fire('pointermove');
    vi.advanceTimersByTime(80);
    fire('pointerdown');
    vi.advanceTimersByTime(1000);
    under = undefined;
    fire('pointermove');
    vi.advanceTimersByTime(1000);
    expect(open).toEqual({ hit, isPinned: true });
  });

  it('may go over to the card', () => {
    under = hit;
    fire('pointermove');
    vi.advanceTimersByTime(300);
    under = undefined;
    fire('pointermove');
    isInCard = true;
    fire('pointermove');
    vi.advanceTimersByTime(1000);
    expect(open?.hit).toBe(hit);
  });

  it('closes what is not pinned when it leaves the frame', () => {
    under = hit;
    fire('pointermove');
    vi.advanceTimersByTime(300);
    fire('pointerout', { relatedTarget: null });
    vi.advanceTimersByTime(300);
    expect(open).toBeUndefined();
  });

  it('closes a pinned card by a press elsewhere, and by Escape', () => {
    under = hit;
    fire('pointerdown');
    under = undefined;
    fire('pointerdown');
    expect(open).toBeUndefined();
    under = hit;
    fire('pointerdown');
    fire('keydown', { key: 'Escape' });
    expect(open).toBeUndefined();
  });

  it.each(['pointermove', 'pointerdown'])('is not believed when a script makes it: %s', (type) => {
    under = hit;
    fire(type, { isTrusted: false });
    vi.advanceTimersByTime(1000);
    expect(open).toBeUndefined();
  });

  it('of a script leaves no frame', () => {
    under = hit;
    fire('pointermove');
    vi.advanceTimersByTime(300);
    fire('pointerout', { relatedTarget: null, isTrusted: false });
    vi.advanceTimersByTime(300);
    expect(open?.hit).toBe(hit);
  });

  it('of a script presses no Escape', () => {
    under = hit;
    fire('pointerdown');
    fire('keydown', { key: 'Escape', isTrusted: false });
    expect(open?.hit).toBe(hit);
  });

  it('keeps the card when it goes into a frame or another element of the page', () => {
    under = hit;
    fire('pointermove');
    vi.advanceTimersByTime(300);
    fire('pointerout', { relatedTarget: document.body });
    vi.advanceTimersByTime(300);
    expect(open?.hit).toBe(hit);
  });

  it('shows nothing by a finger that moves over the page, but by its press', () => {
    under = hit;
    fire('pointermove', { pointerType: 'touch' });
    vi.advanceTimersByTime(1000);
    expect(open).toBeUndefined();
    fire('pointerdown', { pointerType: 'touch' });
    fire('pointerout', { pointerType: 'touch', relatedTarget: null });
    vi.advanceTimersByTime(1000);
    expect(open).toEqual({ hit, isPinned: true });
  });

  it('does not make a card anew while it rests on the same code', () => {
    under = hit;
    fire('pointermove');
    vi.advanceTimersByTime(300);
    const first = open;
    fire('pointermove');
    vi.advanceTimersByTime(300);
    expect(open).toBe(first);
  });

  it('keeps a card that is pressed, on a code or beside one', () => {
    under = hit;
    fire('pointermove');
    vi.advanceTimersByTime(300);
    under = undefined;
    isInCard = true;
    fire('pointerdown');
    expect(open).toEqual({ hit, isPinned: true });
  });

  it('closes nothing by another key', () => {
    under = hit;
    fire('pointerdown');
    fire('keydown', { key: 'a' });
    expect(open?.hit).toBe(hit);
  });

  it('shows nothing after the end, not even what it rested on before', () => {
    under = hit;
    fire('pointermove');
    stop.abort();
    vi.advanceTimersByTime(1000);
    fire('pointerdown');
    expect(open).toBeUndefined();
  });
});
