import { render } from 'preact';
import { Card } from '../components/card';
import type { Explained } from '../components/explained';
import type { Hit } from '../page/hits';
import { placeCard } from './place-card';
import { createShadowHost } from './shadow-host';

/** Height that a card asks for before it is drawn, in CSS pixels. */
const WANTED_HEIGHT = 420;

/** The card over a marked code: at most one in a frame. */
export interface CardOverMark {
  /** Shows the card of a hit. With focus, the keyboard moves into it and comes back when it closes. */
  show(hit: Hit, options: { focus: boolean }): Promise<void>;
  close: () => void;
  readonly hit: Hit | undefined;
  /** True while an event comes from inside the card. */
  holds(event: Event): boolean;
}

/**
 * @param explain Gathers what the card of a hit shows.
 * @param openLookup Opens the full entry where the frame is too small for a card.
 */
export function createCardOverMark(
  explain: (hit: Hit) => Promise<Explained>,
  openLookup: (code: string) => void,
): CardOverMark {
  let host: HTMLElement | undefined;
  let root: ShadowRoot | undefined;
  let current: Hit | undefined;
  let before: Element | null = null;

  const close = () => {
    if (!host) return;
    if (root?.activeElement && before instanceof HTMLElement) before.focus();
    if (root) render(null, root);
    host.remove();
    host = root = current = undefined;
  };

  const show = async (hit: Hit, { focus }: { focus: boolean }) => {
    if (current === hit && host) {
      if (focus) root?.querySelector<HTMLElement>('.card')?.focus();
      return;
    }
    close();
    current = hit;
    const explained = await explain(hit).catch(() => undefined);
    if (current !== hit || !explained || !hit.range.startContainer.isConnected) return;
    const box = hit.range.getBoundingClientRect();
    const frame = { width: innerWidth, height: innerHeight };
    const spot = placeCard(box, frame, WANTED_HEIGHT);
    if (!spot) {
      current = undefined;
      if (focus) openLookup(hit.code);
      return;
    }
    before = document.activeElement;
    const made = createShadowHost('signpost-card', document.body);
    host = made.host;
    root = made.root;
    host.setAttribute('popover', 'manual');
    root.addEventListener('keydown', (event) => {
      if ((event as KeyboardEvent).key === 'Escape') close();
    });
    const mount = document.createElement('div');
    root.append(mount);
    render(<Card {...explained} close={close} />, mount);
    document.documentElement.append(host);
    const set = (name: string, pixels: number) => host?.style.setProperty(name, `${pixels}px`);
    set('--left', spot.left);
    set('--top', spot.top);
    set('--width', spot.width);
    set('--height', spot.height);
    host.showPopover();
    const drawn = placeCard(box, frame, host.offsetHeight);
    if (drawn) set('--top', drawn.top);
    if (focus) root.querySelector<HTMLElement>('.card')?.focus();
  };

  return {
    show,
    close,
    get hit() {
      return current;
    },
    holds: (event) => !!host && event.composedPath().includes(host),
  };
}
