import type { Changes } from './changes';
import { bodyOfPage, isDesignMode, isElement, isPageHidden, isText, rootOfPage } from './dom';

/** Shortest time between two readings of a page that keeps changing, in milliseconds. */
const PAUSE = 150;

/** How long the page's next frame is waited for, in milliseconds. Frames that are out of sight are not drawn. */
const FRAME = 50;

/** How often the page is looked at for what no event tells, in milliseconds. */
const LOOK = 1000;

/**
 * More changes at once are read by the elements in which they happened: to look at each would hold the page up. Fewer are
 * not, since such an element may hold much that was read before.
 */
const FLOOD = 5000;

/** What changes the text of a page, or whether it is one to be read. */
const CHANGES: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributeFilter: ['contenteditable'],
};

/** What becomes of the changes of a page. */
export interface Watcher {
  /**
   * Takes a batch, the first at once. The next comes when it is done.
   * @param include Watches the text of a shadow root as well, which counts as new.
   */
  read(changes: Changes, include: (root: ShadowRoot) => void): Promise<void>;
  /** Looks for shadow roots that were attached to elements which were read before. No event tells of them. */
  search(include: (root: ShadowRoot) => void): Promise<void>;
  /** The page threw its document away with `document.open`, and with it every listener. */
  reopened(): void;
}

/** True while nobody can see the frame: a hidden tab, or a frame without a size. */
function isHidden(): boolean {
  return isPageHidden() || !innerWidth || !innerHeight;
}

/**
 * Watches the text of the document and reports changes in batches, at most one batch in 150 ms. Does nothing while the
 * tab or frame is hidden; when it is seen again, the whole body counts as new.
 * @param watcher Takes the changes.
 * @param signal Ends the watch.
 */
export function watchText(watcher: Watcher, signal: AbortSignal): void {
  let roots = new Set<Node>();
  let removed = new Set<Node>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  let looking: ReturnType<typeof setInterval> | undefined;
  let looks = 0;
  let lastRead = -PAUSE;
  let isReading = false;
  let isWatching = false;
  let wasDesignMode = isDesignMode();
  let page = rootOfPage();

  const readPage = () => {
    const body = bodyOfPage();
    if (body) roots.add(body);
  };

  const unschedule = () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    timer = undefined;
  };

  const flush = () => {
    unschedule();
    isReading = true;
    const changes = { roots, goneNodes: removed };
    roots = new Set();
    removed = new Set();
    watcher
      .read(changes, include)
      // What fails on a page stays silent there; what changes next is read again.
      .catch(() => {})
      .finally(() => {
        isReading = false;
        lastRead = performance.now();
        schedule();
      });
  };

  function schedule(): void {
    if (isReading || timer || signal.aborted || !(roots.size || removed.size)) return;
    const wait = lastRead + PAUSE - performance.now();
    // Marks that come with the frame in which the page draws what changed cost no frame of their own.
    if (wait <= 0) frame = requestAnimationFrame(flush);
    timer = setTimeout(flush, Math.max(wait, FRAME));
  }

  const look = () => {
    update();
    // After 1, 2, 4, 8 … seconds: most roots that come late come while a page loads.
    if (isWatching && !(++looks & (looks - 1))) watcher.search(include).catch(() => {});
  };

  const take = (record: MutationRecord, isFlood: boolean) => {
    const { type, target } = record;
    if (type === 'attributes') removed.add(target);
    // The browser makes the lists of nodes when they are asked for, and a rewritten text has none.
    if (type !== 'childList') return roots.add(target);
    record.removedNodes.forEach((node) => removed.add(node));
    if (isFlood && target !== page && target !== document) return roots.add(target);
    record.addedNodes.forEach((node) => {
      if (node === page) readPage();
      else if (isElement(node) || isText(node)) roots.add(node);
    });
  };

  const observer = new MutationObserver((records) => {
    if (rootOfPage() !== page) {
      page = rootOfPage();
      listen();
      watcher.reopened();
      readPage();
    }
    if (!isWatching) return;
    for (const record of records) take(record, records.length > FLOOD);
    schedule();
  });

  const start = () => {
    isWatching = true;
    observer.observe(document, CHANGES);
    readPage();
    looks = 0;
    looking = setInterval(look, LOOK);
    if (!isReading) flush();
  };

  const rest = () => {
    isWatching = false;
    unschedule();
    clearInterval(looking);
    roots.clear();
    removed.clear();
    // Only what would take away the listener that ends the rest.
    observer.disconnect();
    observer.observe(document, { childList: true });
  };

  function update(): void {
    if (signal.aborted) return;
    if (isHidden() === isWatching) (isWatching ? rest : start)();
    else if (isWatching && wasDesignMode !== isDesignMode()) {
      wasDesignMode = !wasDesignMode;
      readPage();
      schedule();
    }
  }

  function listen(): void {
    EventTarget.prototype.addEventListener.call(document, 'visibilitychange', update);
    addEventListener('resize', update);
  }

  signal.addEventListener('abort', () => {
    rest();
    observer.disconnect();
  });
  listen();
  (isHidden() ? rest : start)();

  function include(root: ShadowRoot): void {
    if (!isWatching) return;
    observer.observe(root, CHANGES);
    roots.add(root);
    schedule();
  }
}
