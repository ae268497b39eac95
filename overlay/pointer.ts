import type { Hit } from '../finder/hits';
import type { CardOverMark, Showing } from './card-over-mark';
import type { MarksAt } from './marks-at';

/** How long the pointer rests on a mark before its card shows, and away from it before the card goes. */
const REST = 250;

/**
 * Shows the card of the mark that the pointer rests on, pins it with a press, and closes it when the pointer is gone.
 * Only what a person does counts.
 * @param marksAt Finds the mark under a point.
 * @param card The card.
 * @param show Shows the explanation of a hit: in the card, or where it stands already.
 * @param signal Ends the listening.
 */
export function watchPointer(
  marksAt: MarksAt,
  card: CardOverMark,
  show: (hit: Hit, how: Showing) => void,
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;

  const later = (what: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(what, REST);
  };
  const closeLater = () => {
    if (card.hit && !card.isPinned) later(card.close);
    else clearTimeout(timer);
  };
  const hitAt = (event: PointerEvent): Hit | undefined => {
    const [target] = event.composedPath();
    return target instanceof Element ? marksAt(target, event.clientX, event.clientY) : undefined;
  };

  const move = (event: PointerEvent) => {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    const hit = hitAt(event);
    if (hit && hit !== card.hit) later(() => show(hit, {}));
    else if (hit || card.holds(event)) clearTimeout(timer);
    else closeLater();
  };
  const press = (event: PointerEvent) => {
    if (!event.isTrusted) return;
    // What the pointer was about to do by resting, the press does now.
    clearTimeout(timer);
    if (card.holds(event)) {
      if (card.hit) show(card.hit, { pin: true });
      return;
    }
    const hit = hitAt(event);
    if (hit) show(hit, { pin: true });
    else card.close();
  };
  const leave = (event: PointerEvent) => {
    if (event.isTrusted && event.pointerType !== 'touch' && !event.relatedTarget) closeLater();
  };
  const key = (event: KeyboardEvent) => {
    if (event.isTrusted && event.key === 'Escape') card.close();
  };

  addEventListener('pointermove', move, { signal, passive: true });
  addEventListener('pointerdown', press, { signal, passive: true, capture: true });
  addEventListener('pointerout', leave, { signal, passive: true });
  addEventListener('keydown', key, { signal, capture: true });
  signal.addEventListener('abort', () => clearTimeout(timer));
}
