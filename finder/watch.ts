/** Shortest time between two readings of a page that keeps changing, in milliseconds. */
const PAUSE = 150;

/** What changed since the last reading. */
export interface Changes {
  /** Nodes whose text is new. One may stand inside another. */
  roots: Set<Node>;
  /** Whether text was taken away or rewritten. */
  swept: boolean;
}

/** True while nobody can see the frame: a hidden tab, or a frame without a size. */
function isHidden(): boolean {
  return document.hidden || !innerWidth || !innerHeight;
}

/**
 * Watches the text of the document and reports changes in batches, at most one batch in 150 ms. Does nothing while the
 * tab or frame is hidden; when it is seen again, the whole body counts as new.
 * @param report Takes a batch. The first comes at once and holds the body.
 * @param signal Ends the watch.
 */
export function watchText(report: (changes: Changes) => void, signal: AbortSignal): void {
  let roots = new Set<Node>();
  let swept = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastReport = 0;
  let isWatching = false;

  const flush = () => {
    timer = undefined;
    lastReport = performance.now();
    const changes = { roots, swept };
    roots = new Set();
    swept = false;
    report(changes);
  };

  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes, removedNodes } of records) {
      if (type === 'characterData') {
        roots.add(target);
        swept = true;
      } else {
        if (removedNodes.length) swept = true;
        for (const node of addedNodes)
          if (node.nodeType === 1 || node.nodeType === 3) roots.add(node);
      }
    }
    if (!timer && (roots.size || swept)) {
      timer = setTimeout(flush, Math.max(0, lastReport + PAUSE - performance.now()));
    }
  });

  const update = () => {
    if (isHidden() === !isWatching) return;
    isWatching = !isWatching;
    if (isWatching) {
      observer.observe(document, { subtree: true, childList: true, characterData: true });
      if (document.body) roots.add(document.body);
      swept = true;
      flush();
    } else {
      observer.disconnect();
      clearTimeout(timer);
      timer = undefined;
      roots.clear();
    }
  };

  document.addEventListener('visibilitychange', update, { signal });
  addEventListener('resize', update, { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  update();
}
