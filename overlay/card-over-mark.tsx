import { render } from 'preact';
import { Card } from '../components/card';
import type { Explained } from '../components/explained';
import type { Hit } from '../finder/hits';
import { placeCard, type Spot } from './place-card';
import { createShadowHost } from './shadow-host';

/** Height that a card asks for before it is drawn, in CSS pixels. */
const WANTED_HEIGHT = 420;

/** A card never grows higher, however much room there is. */
const MOST_HEIGHT = 600;

function spotOf({ range }: Hit, height: number): Spot | undefined {
  const frame = { width: innerWidth, height: innerHeight };
  return placeCard(range.getBoundingClientRect(), frame, height);
}

/** Places our element from inside its root, where no rule of the page can move it. */
function stand(style: HTMLStyleElement, { left, top, width, height }: Spot): void {
  style.textContent = `:host(signpost-card){inset:${top}px auto auto ${left}px!important;width:${width}px!important}.card{max-height:${Math.min(height, MOST_HEIGHT)}px}`;
}

/** The card over a marked code: at most one in a frame. */
export interface CardOverMark {
  /** Shows the card of a hit. With focus, the keyboard moves into it and comes back when it closes. */
  show(hit: Hit, options: { focus: boolean }): Promise<void>;
  close: () => void;
  /** Moves with the code after a scroll. */
  follow: () => void;
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
  let mount: HTMLElement | undefined;
  let spotStyle: HTMLStyleElement | undefined;
  let current: Hit | undefined;
  let before: Element | null = null;

  const close = () => {
    if (!host) return;
    if (root?.activeElement && before instanceof HTMLElement) before.focus();
    if (mount) render(null, mount);
    host.remove();
    host = root = mount = current = undefined;
  };

  const show = async (hit: Hit, { focus }: { focus: boolean }) => {
    if (current === hit && host) {
      if (focus) root?.querySelector<HTMLElement>('.card')?.focus();
      return;
    }
    close();
    current = hit;
    const explained = await explain(hit).catch(() => undefined);
    if (current !== hit) return;
    const hasRoom = explained && spotOf(hit, WANTED_HEIGHT);
    if (!hasRoom || !hit.range.startContainer.isConnected) {
      current = undefined;
      if (explained && focus) openLookup(hit.code);
      return;
    }
    before = document.activeElement;
    const made = createShadowHost('signpost-card', document.body);
    host = made.host;
    root = made.root;
    mount = made.mount;
    host.setAttribute('popover', 'manual');
    root.addEventListener('keydown', (event) => {
      if ((event as KeyboardEvent).key === 'Escape') close();
    });
    spotStyle = document.createElement('style');
    root.append(spotStyle);
    render(<Card {...explained} close={close} />, mount);
    document.documentElement.append(host);
    host.showPopover();
    follow();
    if (focus) root.querySelector<HTMLElement>('.card')?.focus({ preventScroll: true });
  };

  /** Keeps the card beside its code while the page scrolls, and closes it when the code leaves the frame. */
  function follow(): void {
    if (!host || !current || !spotStyle) return;
    const wanted = spotOf(current, WANTED_HEIGHT);
    if (!wanted) return close();
    stand(spotStyle, wanted);
    const drawn = spotOf(current, host.offsetHeight);
    if (drawn) stand(spotStyle, { ...drawn, height: wanted.height });
  }

  return {
    show,
    close,
    follow,
    get hit() {
      return current;
    },
    holds: (event) => !!host && event.composedPath().includes(host),
  };
}
