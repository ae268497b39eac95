import type { Hit } from '../finder/hits';
import type { CardOverMark } from './card-over-mark';

/** How long the pointer rests on a mark before its card shows, and away from it before the card goes. */
const REST = 250;

/**
 * Highlights get no events of their own: this asks, when the pointer moves over an element that holds a marked code,
 * whether it stands on the code.
 * @param hits The codes of the page.
 * @param card The card to show.
 * @param signal Ends the listening.
 */
export function watchPointer(
  hits: ReadonlySet<Hit>,
  card: CardOverMark,
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isPinned = false;

  const hitAt = (event: PointerEvent): Hit | undefined => {
    const [target] = event.composedPath();
    if (!(target instanceof Element)) return undefined;
    for (const hit of hits) {
      if (!target.contains(hit.range.startContainer)) continue;
      for (const { left, right, top, bottom } of hit.range.getClientRects()) {
        const { clientX: x, clientY: y } = event;
        if (x >= left && x <= right && y >= top && y <= bottom) return hit;
      }
    }
    return undefined;
  };

  const move = (event: PointerEvent) => {
    if (event.pointerType === 'touch' || !hits.size) return;
    const hit = hitAt(event);
    clearTimeout(timer);
    if (hit && hit !== card.hit) {
      timer = setTimeout(() => {
        isPinned = false;
        void card.show(hit, { focus: false });
      }, REST);
    } else if (!hit && card.hit && !isPinned && !card.holds(event)) {
      timer = setTimeout(card.close, REST);
    }
  };

  const press = (event: PointerEvent) => {
    if (!event.isTrusted || card.holds(event)) {
      isPinned = isPinned || card.holds(event);
      return;
    }
    const hit = hitAt(event);
    isPinned = !!hit;
    if (hit) void card.show(hit, { focus: false });
    else card.close();
  };

  addEventListener('pointermove', move, { signal, passive: true });
  addEventListener('pointerdown', press, { signal, passive: true, capture: true });
  addEventListener('scroll', (event) => card.holds(event) || card.follow(), {
    signal,
    passive: true,
    capture: true,
  });
  addEventListener('resize', card.follow, { signal });
  addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape' && card.hit) card.close();
    },
    { signal, capture: true },
  );
}
