import { render } from 'preact';
import { Card } from '../components/card';
import type { Explained } from '../components/explained';
import { matches, parentElementOf } from '../finder/dom';
import type { Hit } from '../finder/hits';
import { boxInSight, elementOf, frameSize } from './in-sight';
import { slotOf } from './page-element';
import { placeCard, type Side } from './place-card';
import type { Records } from './records';
import { createShadowHost } from './shadow-host';
import { isDarkAt } from './theme';

/** How often it is looked whether something covers the code of an open card, in milliseconds. */
const LOOK_EVERY = 200;

/** How a card comes: with the keyboard in it, or pinned, so that it stays when the pointer leaves. */
export interface Showing {
  focus?: boolean;
  pin?: boolean;
}

/** The card over a marked code: at most one in a frame. */
export interface CardOverMark {
  /** Shows the card of a hit. With focus, the keyboard moves into it and comes back when it closes. */
  show(hit: Hit, how?: Showing): Promise<void>;
  close: () => void;
  /** The code whose card shows or is on its way. */
  readonly hit: Hit | undefined;
  /** True when only a press elsewhere, Escape or the loss of its code closes the card. */
  readonly isPinned: boolean;
  /** True while an event comes from inside the card. */
  holds(event: Event): boolean;
}

/** One showing of a card, from the wish to its end. */
interface Open {
  hit: Hit;
  /** Ends the showing, whatever it has come to: the request, the listeners, the element. */
  end: AbortController;
  isPinned: boolean;
  wantsFocus: boolean;
  host?: HTMLElement;
  /** What had the focus before, and gets it back. */
  before?: HTMLElement;
  focus?: () => void;
}

/**
 * What the card has to stand in. Outside of a modal dialog all is inert, in the top layer as well, and a press outside of
 * a popover closes it. Either may stand in a shadow root into which the page puts the code.
 */
function stageOf(hit: Hit): Element {
  let at: Element | null = (hit.range.startContainer as Text).assignedSlot ?? elementOf(hit);
  while (at && !matches(at, 'dialog[open],:popover-open')) at = slotOf(at) ?? parentElementOf(at);
  return at ?? document.documentElement;
}

/**
 * @param explain Gathers what the card of a hit shows.
 * @param records What the page says of the sign-in of a hit, shown as it comes.
 * @param openLookup Opens the full entry where the frame is too small for a card.
 * @param isSignIn Whether the card speaks to the person who signs in.
 */
export function createCardOverMark(
  explain: (hit: Hit) => Promise<Explained>,
  records: Pick<Records, 'follow'>,
  openLookup: (code: string) => void,
  isSignIn: boolean,
): CardOverMark {
  let open: Open | undefined;

  const close = () => open?.end.abort();

  const show = async (hit: Hit, { focus = false, pin = false }: Showing = {}) => {
    if (open?.hit === hit) {
      open.isPinned ||= pin || focus;
      open.wantsFocus ||= focus;
      if (focus) open.focus?.();
      return;
    }
    close();
    const end = new AbortController();
    const mine: Open = { hit, end, isPinned: pin || focus, wantsFocus: focus };
    open = mine;
    end.signal.addEventListener('abort', () => {
      if (open === mine) open = undefined;
      // While the card still stands: the focus inside it is lost with it.
      if (mine.host && document.activeElement === mine.host && mine.before)
        HTMLElement.prototype.focus.call(mine.before, { preventScroll: true });
    });
    const explained = await explain(hit).catch(() => undefined);
    if (end.signal.aborted) return;
    const box = explained && boxInSight(hit);
    const frame = frameSize();
    if (!box || !placeCard(box, frame)) {
      end.abort();
      if (explained && mine.wantsFocus) openLookup(hit.code);
      return;
    }
    try {
      draw(mine, explained);
    } catch {
      // The page holds on to the top layer or to our element: it stays quiet, the popup still answers.
      end.abort();
    }
  };

  function draw(mine: Open, explained: Explained): void {
    const { hit, end } = mine;
    const { host, root, mount, setDark } = createShadowHost('signpost-card', end.signal);
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement) mine.before = activeElement;
    mine.host = host;
    mine.focus = () => root.querySelector<HTMLElement>('.card')?.focus({ preventScroll: true });
    setDark(isDarkAt(elementOf(hit)));
    const place = document.createElement('style');
    root.append(place);
    end.signal.addEventListener('abort', () => render(null, mount));
    stageOf(hit).append(host);
    host.setAttribute('popover', 'manual');
    stayBeside(mine, place);
    if (end.signal.aborted) return;
    host.showPopover();
    // Drawn last: its parts measure themselves.
    const show = (shown: Explained) =>
      render(<Card {...shown} close={() => end.abort()} isForUser={isSignIn} />, mount);
    show(explained);
    if (mine.wantsFocus) mine.focus();
    records.follow(hit, (record) => show({ ...explained, ...record }), end.signal);
  }

  /** Keeps the card beside its code, and ends the showing when a person does not see the code any more. */
  function stayBeside({ hit, end, host }: Open, style: HTMLStyleElement): void {
    let side: Side | undefined;
    let lastPlace = '';
    let lastLook = -Infinity;
    const follow = () => {
      if (end.signal.aborted) return;
      const { left, top } = hit.range.getBoundingClientRect();
      const frame = frameSize();
      const place = `${left} ${top} ${frame.width} ${frame.height}`;
      const now = performance.now();
      if (place !== lastPlace || now - lastLook > LOOK_EVERY) {
        lastPlace = place;
        lastLook = now;
        const box = boxInSight(hit);
        const spot = box && placeCard(box, frame, side);
        if (!spot || (side && !host!.isConnected)) return end.abort();
        side = spot.side;
        const edge = (at?: number) => (at === undefined ? 'auto' : `${at}px`);
        // Places are told in pixels of the frame. Chrome tells the zoom of a page's styles since 128, Firefox since 126.
        const zoom = (host!.parentElement as { currentCSSZoom?: number }).currentCSSZoom || 1;
        // From inside its root no rule of the page can move it.
        const css = `:host(signpost-card){zoom:${1 / zoom}!important;inset:${edge(spot.top)} auto ${edge(spot.bottom)} ${spot.left}px!important;width:${spot.width}px!important}.card{max-height:${spot.height}px}`;
        if (style.textContent !== css) style.textContent = css;
      }
      requestAnimationFrame(follow);
    };
    follow();
  }

  return {
    show,
    close,
    get hit() {
      return open?.hit;
    },
    get isPinned() {
      return !!open?.isPinned;
    },
    holds: (event) => !!open?.host && event.composedPath().includes(open.host),
  };
}
