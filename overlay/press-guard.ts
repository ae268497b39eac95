import { parentElementOf } from '../finder/dom';
import { isExtensionGone } from './extension-life';

/** Why a press was not obeyed. */
export type Refusal = 'gone' | 'covered';

/** The browser computes no more often than this whether something covers a button, in milliseconds. */
const SIGHT_DELAY = 100;

const PRESSABLE = 'button,a';

/** Ancestors of which a page can make ours see-through, and still leave it in reach of a click. */
function isFaded(element: Element): boolean {
  for (let one: Element | null = element; one; one = parentElementOf(one)) {
    const { opacity, filter, maskImage, clipPath, mixBlendMode } = getComputedStyle(one);
    if (Number(opacity || 1) < 1) return true;
    if ([filter, maskImage, clipPath].some((value) => value && value !== 'none')) return true;
    if (mixBlendMode && mixBlendMode !== 'normal') return true;
  }
  return false;
}

function isOnTop(root: ShadowRoot, button: Element, { clientX, clientY }: MouseEvent): boolean {
  const at = root.elementFromPoint(clientX, clientY);
  // From outside of a shadow root of the page, all in it is its host.
  const around = root.host.getRootNode() as Document | ShadowRoot;
  return !!at && button.contains(at) && around.elementFromPoint(clientX, clientY) === root.host;
}

/**
 * Lets a press on a button or link of ours through only when a person made it and saw what they pressed: not an event
 * that a script of the page made, and not a click on what the page covered or made invisible. Where the browser tells
 * what is covered (IntersectionObserver v2, which knows nothing of masks), it has to have been in sight before the pointer
 * went down; elsewhere the point of the click is looked at, which a cover that lets clicks through escapes.
 * @param root Our shadow root.
 * @param refuse Told when a person's press was not obeyed.
 * @param signal Ends the guard.
 */
export function guardPresses(
  root: ShadowRoot,
  refuse: (why: Refusal) => void,
  signal: AbortSignal,
): void {
  const seen = new WeakMap<Element, boolean>();
  const waiting = new WeakSet<Element>();
  let pressed: { button: Element; wasSeen: boolean | undefined } | undefined;

  const settle = (button: HTMLElement) => {
    if (!waiting.delete(button)) return;
    if (seen.get(button)) allow(button);
    else refuse('covered');
  };
  let allowed: Element | undefined;
  const allow = (button: HTMLElement) => {
    allowed = button;
    button.click();
    allowed = undefined;
  };

  const sight =
    'isVisible' in IntersectionObserverEntry.prototype
      ? new IntersectionObserver(
          (entries) => {
            for (const { target, isVisible } of entries as (IntersectionObserverEntry & {
              isVisible: boolean;
            })[]) {
              seen.set(target, isVisible);
              settle(target as HTMLElement);
            }
          },
          { trackVisibility: true, delay: SIGHT_DELAY } as IntersectionObserverInit,
        )
      : undefined;
  const watch = () => {
    for (const button of root.querySelectorAll(PRESSABLE)) sight?.observe(button);
  };
  const growth = new MutationObserver(watch);
  growth.observe(root, { subtree: true, childList: true });
  watch();

  const buttonOf = (event: Event): HTMLElement | null => {
    const [target] = event.composedPath();
    return target instanceof Element ? target.closest<HTMLElement>(PRESSABLE) : null;
  };
  const stop = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  /** Whether the button was in sight: undefined while the browser has not looked yet. */
  const isInSight = (button: Element, event: MouseEvent): boolean | undefined => {
    if (isFaded(root.host)) return false;
    if (!sight) return event.detail === 0 || isOnTop(root, button, event);
    // A cover that goes away when the pointer goes down was there all the same.
    return event.detail > 0 && pressed?.button === button ? pressed.wasSeen : seen.get(button);
  };

  const onPress = (event: Event) => {
    const button = buttonOf(event);
    pressed = button ? { button, wasSeen: seen.get(button) } : undefined;
  };
  const onClick = (event: Event) => {
    const button = buttonOf(event);
    if (!button || button === allowed) return;
    if (!event.isTrusted) return stop(event);
    if (button.localName === 'button' && isExtensionGone()) {
      stop(event);
      return refuse('gone');
    }
    const isSeen = isInSight(button, event as MouseEvent);
    if (isSeen) return;
    stop(event);
    if (isSeen === false) return refuse('covered');
    waiting.add(button);
    if (seen.has(button)) settle(button);
  };
  const onKey = (event: Event) => {
    if (!event.isTrusted) return stop(event);
    if ((event as KeyboardEvent).key === 'Tab' || !isExtensionGone()) return;
    stop(event);
    refuse('gone');
  };

  root.addEventListener('pointerdown', onPress, { signal, capture: true });
  root.addEventListener('click', onClick, { signal, capture: true });
  root.addEventListener('auxclick', onClick, { signal, capture: true });
  root.addEventListener('keydown', onKey, { signal, capture: true });
  signal.addEventListener('abort', () => {
    growth.disconnect();
    sight?.disconnect();
  });
}
