import entryCss from '../components/entry.css?inline';
import hostCss from '../components/page-note.css?inline';

/** Key and pointer events that stay inside our elements, so that the page's shortcuts do not act on them. */
const KEPT = ['keydown', 'keyup', 'keypress', 'beforeinput', 'input', 'paste', 'copy', 'cut'];

/**
 * Makes an element of ours with a closed shadow root, which the page can neither read nor drive.
 * @param tag Name of the element.
 * @param backdrop The element beside or over which it stands; a dark one makes ours dark where the system is.
 */
export function createShadowHost(
  tag: 'signpost-note' | 'signpost-card',
  backdrop: Element,
): { host: HTMLElement; root: ShadowRoot; mount: HTMLElement } {
  const host = document.createElement(tag);
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = entryCss + hostCss;
  const mount = document.createElement('div');
  root.append(style, mount);
  for (const type of KEPT) root.addEventListener(type, (event) => event.stopPropagation());
  if (tag === 'signpost-card' || isDark(backdrop)) host.classList.add('dark');
  return { host, root, mount };
}

/** True where the first painted background behind an element is darker than middle gray. */
function isDark(element: Element): boolean {
  for (let one: Element | null = element; one; one = one.parentElement) {
    const [red = 0, green = 0, blue = 0, alpha = 1] =
      getComputedStyle(one)
        .backgroundColor.match(/[\d.]+/g)
        ?.map(Number) ?? [];
    if (alpha > 0.5) return red * 0.3 + green * 0.59 + blue * 0.11 < 128;
  }
  return false;
}
