import entryCss from '../components/entry.css?inline';
import hostCss from '../components/page-note.css?inline';
import { i18n } from '../components/i18n';
import { guardPresses } from './press-guard';

/**
 * Events that stay inside our elements: the page's shortcuts do not act on them, a press closes no pane of the page
 * as one beside it does, and opens nothing that our element stands in.
 */
const KEPT = [
  'keydown',
  'keyup',
  'keypress',
  'paste',
  'copy',
  'cut',
  'pointerdown',
  'mousedown',
  'click',
  'focusin',
];

const XHTML = 'http://www.w3.org/1999/xhtml';

let css: string | undefined;

/**
 * Our styles. The names of the custom properties are new in each frame: a page that knows a name could set it, or
 * register it with a type of its own, and so blank a note.
 */
function styles(): string {
  const salt = crypto.getRandomValues(new Uint32Array(1))[0]!.toString(36);
  return (css ??= (entryCss + hostCss).replaceAll('--', `--s${salt}-`));
}

/** An element of ours on the page. */
export interface ShadowHost {
  host: HTMLElement;
  root: ShadowRoot;
  /** Where the content is drawn. */
  mount: HTMLElement;
  setDark: (isDark: boolean) => void;
}

/**
 * Makes an element of ours with a closed shadow root, which the page can neither read nor drive. It is made in a
 * document without a window: there no custom element of the page lays hold of it, and when it comes to the page its root
 * is already there.
 * @param tag Name of the element.
 * @param signal Removes it.
 */
export function createShadowHost(
  tag: 'signpost-note' | 'signpost-card',
  signal: AbortSignal,
): ShadowHost {
  const host = new Document().createElementNS(XHTML, tag) as HTMLElement;
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = styles();
  const frame = document.createElement('div');
  frame.className = 'signpost';
  frame.dir = i18n.direction();
  const mount = document.createElement('div');
  frame.append(mount);
  root.append(style, frame);

  // The extension may be gone by the time that this has to be said.
  const words = { gone: i18n.t('card.gone'), covered: i18n.t('card.covered') };
  const notice = document.createElement('p');
  notice.className = 'warn banner notice';
  notice.setAttribute('role', 'alert');
  guardPresses(
    root,
    (why) => {
      notice.textContent = words[why];
      frame.append(notice);
    },
    signal,
  );
  for (const type of KEPT) root.addEventListener(type, (event) => event.stopPropagation());
  // A script of the page can select text of ours, and read the selection. A person who wants to select presses first.
  addEventListener(
    'pointerdown',
    (event) =>
      event.isTrusted && frame.classList.toggle('held', event.composedPath().includes(host)),
    { signal, capture: true, passive: true },
  );
  signal.addEventListener('abort', () => host.remove());
  return {
    host,
    root,
    mount,
    setDark: (isDark) => frame.classList.toggle('dark', isDark),
  };
}
